"""OpenDocument texts: .odt, .ott and .fodt."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from lxml.etree import _Element as Element

from pipeline.extract.descriptions import is_public, kind_of_description
from pipeline.extract.flow import Paragraph, flowing_pages
from pipeline.extract.odp_layers import meta_properties, properties_in
from pipeline.extract.odp_text import (
    DC,
    DRAW,
    FO,
    MARKS,
    OFFICE,
    STYLE,
    SVG,
    TABLE,
    TEXT,
    XLINK,
    collapsed,
    table_text,
    text_of,
)
from pipeline.extract.refusals import CORRUPT, ENCRYPTED, UnreadableError
from pipeline.extract.safe_xml import parse, parse_flat
from pipeline.extract.text import one_line
from pipeline.extract.zipped import Parts, opened
from pipeline.records.decks import BlockKind, Deck

_CONTENT = "content.xml"
_STYLES = "styles.xml"
_MANIFEST = "META-INF/manifest.xml"
_PARAGRAPHS = frozenset({f"{TEXT}p", f"{TEXT}h"})
#: Deleted text that is kept for review, and what is no text.
_LEFT_OUT = frozenset({f"{TEXT}tracked-changes", f"{OFFICE}forms", f"{TEXT}sequence-decls"})
#: The style of a document's title; headings have an element of their own.
_TITLE = "Title"
_NEW_PAGE = f"{TEXT}soft-page-break"


def read_odt(path: Path) -> Deck:
    """Read an OpenDocument text; raises `UnreadableError` or lxml's errors on damage."""
    with opened(path) as parts:
        if _MANIFEST in parts and b"encryption-data" in parts.read(_MANIFEST):
            raise UnreadableError(ENCRYPTED)
        if _CONTENT not in parts:
            raise UnreadableError(CORRUPT)
        paragraphs = [*_text(parse(parts.read(_CONTENT))), *_edges(parts)]
        return Deck(pages=flowing_pages(paragraphs), properties=meta_properties(parts))


def read_fodt(path: Path) -> Deck:
    """Read a flat OpenDocument text, one XML file; raises what `read_odt` does."""
    root = parse_flat(path)
    return Deck(pages=flowing_pages(_text(root)), properties=properties_in(root))


def _text(root: Element) -> Iterator[Paragraph]:
    body = root.find(f"{OFFICE}body/{OFFICE}text")
    if body is None:
        raise UnreadableError(CORRUPT)
    yield from _Flow(root).paragraphs(body)


def _edges(parts: Parts) -> Iterator[Paragraph]:
    """Yield headers and footers."""
    if _STYLES in parts:
        for edge in parse(parts.read(_STYLES)).iter(f"{STYLE}header", f"{STYLE}footer"):
            yield Paragraph(text_of(edge), BlockKind.FURNITURE)


class _Flow:
    """The paragraphs of one text, in order, with the pages as far as they are stated."""

    def __init__(self, root: Element) -> None:
        self._breaking = frozenset(
            style.getparent().get(f"{STYLE}name")
            for style in root.iter(f"{STYLE}paragraph-properties")
            if style.get(f"{FO}break-before") == "page"
        )
        self._titles = {_TITLE} | {
            style.get(f"{STYLE}name")
            for style in root.iter(f"{STYLE}style")
            if style.get(f"{STYLE}parent-style-name") == _TITLE
        }
        self._new_page = False

    def paragraphs(self, parent: Element) -> Iterator[Paragraph]:
        """Yield the paragraphs below an element; tables are one each."""
        for node in parent:
            if node.tag in _PARAGRAPHS:
                yield from self._paragraph(node)
            elif node.tag == f"{TABLE}table":
                yield Paragraph(table_text(node), BlockKind.TABLE, self._new_page)
                self._new_page = next(node.iter(_NEW_PAGE), None) is not None
            elif node.tag == _NEW_PAGE:
                self._new_page = True
            elif node.tag not in _LEFT_OUT and isinstance(node.tag, str):
                yield from self.paragraphs(node)

    def _paragraph(self, node: Element) -> Iterator[Paragraph]:
        style = node.get(f"{TEXT}style-name")
        self._new_page = self._new_page or style in self._breaking
        heads = node.tag == f"{TEXT}h" or style in self._titles
        kind = BlockKind.TITLE if heads else BlockKind.BODY
        starts_page, self._new_page = self._new_page, False
        aside: list[Element] = []
        text = "".join(self._pieces(node, aside))
        yield Paragraph(text, kind, starts_page)
        for other in aside:
            yield from self._aside(other)

    def _pieces(self, node: Element, aside: list[Element]) -> Iterator[str]:
        """Yield the text of a paragraph; what stands beside it is put `aside`."""
        yield collapsed(node.text)
        for child in node:
            if child.tag == _NEW_PAGE:
                self._new_page = True
            elif child.tag in MARKS:
                yield MARKS[child.tag]
            elif child.tag in (f"{TEXT}note", f"{OFFICE}annotation") or _is_drawn(child):
                aside.append(child)
            elif isinstance(child.tag, str):
                if child.tag == f"{TEXT}a":
                    aside.append(child)
                yield from self._pieces(child, aside)
            yield collapsed(child.tail)

    def _aside(self, node: Element) -> Iterator[Paragraph]:
        if node.tag == f"{TEXT}a":
            if is_public(link := node.get(f"{XLINK}href", "")):
                yield Paragraph(link, BlockKind.LINK)
        elif node.tag == f"{OFFICE}annotation":
            author = one_line(node.findtext(f"{DC}creator") or "") or "Unknown"
            yield Paragraph(f"{author}: {text_of(node)}", BlockKind.COMMENT)
        else:
            yield from self.paragraphs(node)
            for description in node.iter(f"{SVG}title", f"{SVG}desc"):
                text = one_line(description.text or "")
                yield Paragraph(text, kind_of_description(text))


def _is_drawn(node: Element) -> bool:
    return isinstance(node.tag, str) and node.tag.startswith(DRAW)
