"""Plain texts and Markdown."""

from __future__ import annotations

import re
from pathlib import Path

from markdown_it import MarkdownIt

from pipeline.extract.encoded import decoded, limited_bytes
from pipeline.extract.flow import Paragraph, flowing_pages
from pipeline.extract.html import html_deck
from pipeline.records.decks import BlockKind, Deck

#: The first line is a heading if it is no longer than this and a blank line follows.
_LONGEST_HEADING = 100
_PARAGRAPH_END = re.compile(r"\n[^\S\n\f]*\n|(?=\f)")


def read_text(path: Path) -> Deck:
    """Read a plain text; form feeds end pages. Raises `UnreadableError` for a blank one."""
    text = decoded(limited_bytes(path)).replace("\r\n", "\n").strip()
    pieces = _PARAGRAPH_END.split(text)
    paragraphs = [Paragraph(piece, starts_page=piece.startswith("\f")) for piece in pieces]
    if len(pieces) > 1 and "\n" not in pieces[0] and len(pieces[0]) <= _LONGEST_HEADING:
        paragraphs[0] = Paragraph(pieces[0], BlockKind.TITLE)
    return Deck(pages=flowing_pages(paragraphs))


def read_markdown(path: Path) -> Deck:
    """Read CommonMark with tables; raises `UnreadableError` for a blank one."""
    markdown = MarkdownIt("commonmark").enable("table")
    return html_deck(markdown.render(decoded(limited_bytes(path))))
