"""Word documents: .docx, .docm, .dotx and .dotm."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import chain
from pathlib import Path

from lxml.etree import _Element as Element

from pipeline.extract.docx_styles import W, heading_styles
from pipeline.extract.docx_text import DocxText, text_of
from pipeline.extract.embedded import embedded_in
from pipeline.extract.flow import Paragraph, flowing_pages
from pipeline.extract.properties import stated_in_core
from pipeline.extract.refusals import CORRUPT, UnreadableError
from pipeline.extract.related import Related
from pipeline.extract.text import one_line
from pipeline.extract.workbooks import Workbooks
from pipeline.extract.zipped import opened
from pipeline.records.decks import BlockKind, Deck, Properties

_UNREAD = "The documents embedded in it were not read, only the text itself."


def read_docx(path: Path) -> Deck:
    """Read a Word document; raises `UnreadableError` or lxml's errors on damage."""
    with opened(path) as parts:
        package = Related(parts, "")
        name = next(package.names("officeDocument"), None)
        if name is None:
            raise UnreadableError(CORRUPT)
        document = next(package.roots("officeDocument"))
        embedded = embedded_in(parts, name, Workbooks())
        workbooks = (Paragraph(text, BlockKind.EMBEDDED) for text in embedded.texts)
        pages = flowing_pages(chain(_paragraphs(document, Related(parts, name)), workbooks))
        core = next(package.roots("core-properties"), None)
    return Deck(
        pages=pages,
        properties=Properties() if core is None else stated_in_core(core),
        warnings=(_UNREAD,) if embedded.unread else (),
    )


def _paragraphs(document: Element, related: Related) -> Iterator[Paragraph]:
    styles = (style for root in related.roots("styles") for style in root.iterchildren(f"{W}style"))
    text = DocxText(related, heading_styles(styles))
    for body in document.iterchildren(f"{W}body"):
        yield from text.paragraphs(body)
    for notes in related.roots("footnotes", "endnotes"):
        for note in notes:
            if note.get(f"{W}type", "normal") == "normal":
                yield Paragraph(text_of(note))
    for comments in related.roots("comments"):
        for comment in comments:
            author = one_line(comment.get(f"{W}author", "")) or "Unknown"
            yield Paragraph(f"{author}: {text_of(comment)}", BlockKind.COMMENT)
    for edge in related.roots("header", "footer"):
        yield Paragraph(text_of(edge), BlockKind.FURNITURE)
