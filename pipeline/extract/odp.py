"""Slides of OpenDocument presentations: .odp, .otp and .fodp."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from pathlib import Path

from lxml.etree import _Element as Element

from pipeline.extract.descriptions import kind_of_description
from pipeline.extract.layout import in_reading_order
from pipeline.extract.odp_layers import (
    Declared,
    comments,
    declared_edges,
    descriptions,
    edges,
    links,
    meta_properties,
    notes,
    properties_in,
)
from pipeline.extract.odp_text import (
    DRAW,
    PRESENTATION,
    STYLE,
    TABLE,
    FontSizes,
    box_of,
    object_text,
    table_text,
    text_of,
)
from pipeline.extract.pieces import Piece, blocks_of, carry_text
from pipeline.extract.refusals import CORRUPT, ENCRYPTED, NO_PAGES, UnreadableError
from pipeline.extract.safe_xml import parse, parse_flat
from pipeline.extract.zipped import Parts, no_parts, opened
from pipeline.records.decks import Block, BlockKind, Deck, Page, Properties

_CONTENT = "content.xml"
_MANIFEST = "META-INF/manifest.xml"
_FURNITURE = frozenset({"footer", "header", "date-time", "page-number"})
#: The height of a slide in points, near enough: LibreOffice's are 446 and 595 high, Google's 405.
_SLIDE_HEIGHT = 500.0


def read_odp(path: Path) -> Deck:
    """Read an OpenDocument presentation; raises `UnreadableError` or lxml's errors on damage."""
    with opened(path) as parts:
        if _MANIFEST in parts and b"encryption-data" in parts.read(_MANIFEST):
            raise UnreadableError(ENCRYPTED)
        if _CONTENT not in parts:
            raise UnreadableError(CORRUPT)
        reader = _PageReader(parts, parse(parts.read(_CONTENT)))
        pages = tuple(reader.pages())
        properties = meta_properties(parts)
    return _deck(pages, properties)


def read_fodp(path: Path) -> Deck:
    """Read a flat OpenDocument presentation, one XML file; raises what `read_odp` does."""
    root = parse_flat(path)
    return _deck(tuple(_PageReader(no_parts(), root).pages()), properties_in(root))


def _deck(pages: tuple[Page, ...], properties: Properties) -> Deck:
    if not pages:
        raise UnreadableError(NO_PAGES)
    return Deck(pages=pages, properties=properties)


class _PageReader:
    """The pages of one presentation, with the parts and styles that they refer to."""

    def __init__(self, parts: Parts, content: Element) -> None:
        self._parts = parts
        self._content = content
        self._sizes = FontSizes(content)
        self._edges = declared_edges(content)
        self._hidden = frozenset(
            style.getparent().get(f"{STYLE}name", "")
            for style in content.iter(f"{STYLE}drawing-page-properties")
            if style.get(f"{PRESENTATION}visibility") == "hidden"
        )

    def pages(self) -> Iterator[Page]:
        """Yield the pages in order."""
        for number, page in enumerate(self._content.iter(f"{DRAW}page"), start=1):
            pieces = self._pieces(page)
            yield Page(
                number=number,
                blocks=(*blocks_of(pieces, _SLIDE_HEIGHT), *_layers(page, self._edges)),
                usable=carry_text(pieces),
                hidden=page.get(f"{DRAW}style-name") in self._hidden,
            )

    def _pieces(self, shapes: Iterable[Element]) -> list[Piece]:
        """Return the texts of shapes in reading order; a group is read as one shape."""
        placed = [(box_of(shape), pieces) for shape in shapes if (pieces := self._read(shape))]
        ordered = in_reading_order(placed, lambda pair: pair[0])
        return [piece._replace(top=box.top) for box, pieces in ordered for piece in pieces]

    def _read(self, shape: Element) -> list[Piece]:
        if not isinstance(shape.tag, str) or not shape.tag.startswith(DRAW):
            return []
        if shape.tag == f"{DRAW}g":
            return [piece._replace(size=0) for piece in self._pieces(shape)]
        tables = [
            (BlockKind.TABLE, table_text(table))
            for table in shape.iter(f"{TABLE}table")
            if next(table.iterancestors(f"{DRAW}object"), None) is None
        ]
        objects = [object_text(node, self._parts) for node in shape.iter(f"{DRAW}object")]
        if pieces := [Piece(kind, text) for kind, text in tables + objects if text]:
            return pieces
        text = text_of(shape)
        return [Piece(_kind(shape), text, size=self._sizes.largest(shape))] if text else []


def _kind(shape: Element) -> BlockKind:
    role = shape.get(f"{PRESENTATION}class")
    if role == "title":
        return BlockKind.TITLE
    return BlockKind.FURNITURE if role in _FURNITURE else BlockKind.BODY


def _layers(page: Element, declared: Declared) -> Iterator[Block]:
    """Yield what stands beside the text of a page."""
    layers: tuple[tuple[BlockKind, Iterable[str]], ...] = (
        (BlockKind.FURNITURE, edges(page, declared)),
        *((kind_of_description(text), [text]) for text in descriptions(page)),
        (BlockKind.LINK, links(page)),
        (BlockKind.NOTES, notes(page)),
        (BlockKind.COMMENT, comments(page)),
    )
    blocks = (Block(kind=kind, text=text) for kind, texts in layers for text in texts if text)
    yield from dict.fromkeys(blocks)
