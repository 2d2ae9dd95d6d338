"""Web pages, saved or exported, and slides that are web pages."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path

from lxml import etree
from lxml.etree import _Element as Element

from pipeline.extract.descriptions import is_public, kind_of_description
from pipeline.extract.encoded import decoded_page, limited_bytes
from pipeline.extract.flow import Paragraph, flowing_pages
from pipeline.extract.properties import stated
from pipeline.extract.refusals import CORRUPT, UnreadableError
from pipeline.extract.text import one_line
from pipeline.records.decks import BlockKind, Deck, Properties

_HEADINGS = frozenset({"h1", "h2", "h3", "h4", "h5", "h6"})
#: Elements that stand on lines of their own.
_LINES = _HEADINGS | frozenset(
    {
        "address", "article", "aside", "blockquote", "body", "caption", "center", "dd", "details",
        "div", "dl", "dt", "fieldset", "figcaption", "figure", "footer", "form", "header", "hr",
        "legend", "li", "main", "nav", "ol", "option", "p", "pre", "section", "summary", "table",
        "tbody", "td", "tfoot", "th", "thead", "tr", "ul"
    }
)  # fmt: skip
#: Elements whose text is not for the reader.
_UNSEEN = frozenset({"head", "script", "style", "noscript", "template", "svg", "datalist"})
_PAGE_BREAK = re.compile(r"\b(?:page-break-before:\s*always|break-before:\s*page)\b")
_SPACE = re.compile(r"\s+")


def read_html(path: Path) -> Deck:
    """Read a web page; raises `UnreadableError` for one without text."""
    return html_deck(decoded_page(limited_bytes(path)))


def html_deck(text: str) -> Deck:
    """Return a web page as a deck, with a page for each slide of a slide show.

    Raises `UnreadableError` where there is no text.
    """
    # Otherwise libxml2 gives up at a depth of 256, which pages made by programs exceed.
    parser = etree.HTMLParser(
        huge_tree=True, no_network=True, remove_comments=True, encoding="utf-8"
    )
    root = etree.fromstring(text.encode("utf-8", "replace"), parser)
    if root is None:
        raise UnreadableError(CORRUPT)
    return Deck(pages=flowing_pages(_Walk(root).paragraphs()), properties=_properties(root))


class _Walk:
    """One walk over a page, which keeps the line that is being read."""

    def __init__(self, root: Element) -> None:
        self._root = root
        self._line: list[str] = []
        self._kind = BlockKind.BODY
        self._starts_page = False
        self._in_slides = 0
        self._in_pre = 0

    def paragraphs(self) -> Iterator[Paragraph]:
        """Yield what stands on the page, line by line."""
        for paragraph in self._walk():
            yield paragraph._replace(starts_page=self._starts_page)
            self._starts_page = False

    def _walk(self) -> Iterator[Paragraph]:
        walk = etree.iterwalk(self._root, events=("start", "end"))
        for event, node in walk:
            if not isinstance(node.tag, str):
                continue
            if event == "end":
                yield from self._leave(node)
            elif (whole := _whole(node)) is None:
                yield from self._enter(node)
            else:
                if whole:
                    yield from self._end_line()
                    yield from whole
                walk.skip_subtree()
        yield from self._end_line()

    def _enter(self, node: Element) -> Iterator[Paragraph]:
        if node.tag in _LINES:
            yield from self._end_line()
        if node.tag in _HEADINGS:
            self._kind = BlockKind.TITLE
        if (node.tag == "section" and self._in_slides > 0) or _PAGE_BREAK.search(
            node.get("style", "")
        ):
            self._starts_page = True
        self._in_slides += _has_class(node, "slides")
        self._in_pre += node.tag == "pre"
        if node.tag == "br":
            self._line.append("\n")
        yield from _beside(node)
        self._read(node.text)

    def _leave(self, node: Element) -> Iterator[Paragraph]:
        if node.tag in _LINES:
            yield from self._end_line()
        self._in_slides -= _has_class(node, "slides")
        self._in_pre -= node.tag == "pre"
        self._read(node.tail)

    def _read(self, text: str | None) -> None:
        if text:
            self._line.append(text if self._in_pre else _SPACE.sub(" ", text))

    def _end_line(self) -> Iterator[Paragraph]:
        text = "".join(self._line)
        if text.strip():
            yield Paragraph(text, self._kind)
        self._line = []
        self._kind = BlockKind.BODY


def _whole(node: Element) -> list[Paragraph] | None:
    """Return what an element says that is read as a whole, None for one that is walked into."""
    if node.tag in _UNSEEN:
        return []
    if node.tag == "aside" and _has_class(node, "notes"):
        return [Paragraph(_text(node), BlockKind.NOTES)]
    if node.tag == "table" and next(node.iterdescendants("table"), None) is None:
        rows = [[_text(cell) for cell in row.iter("td", "th")] for row in node.iter("tr")]
        table = "\n".join("\t".join(row) for row in rows if any(row))
        caption = [Paragraph(_text(caption)) for caption in node.iterchildren("caption")]
        return [*caption, Paragraph(table, BlockKind.TABLE)]
    return None


def _beside(node: Element) -> Iterator[Paragraph]:
    if node.tag == "img":
        description = one_line(node.get("alt", ""))
        yield Paragraph(description, kind_of_description(description))
    if node.tag == "a" and is_public(link := node.get("href", "")):
        yield Paragraph(link, BlockKind.LINK)


def _has_class(node: Element, name: str) -> bool:
    return name in node.get("class", "").split()


def _text(node: Element) -> str:
    return one_line(" ".join(node.itertext()))


def _properties(root: Element) -> Properties:
    said = {meta.get("name", "").lower(): meta.get("content", "") for meta in root.iter("meta")}
    return stated(
        title=next((_text(title) for title in root.iter("title")), ""),
        author=said.get("author", ""),
        subject=said.get("description", ""),
        keywords=said.get("keywords", ""),
        language=root.get("lang", ""),
    )
