"""Slides of PowerPoint files: .pptx, .pptm, .ppsx, .ppsm, .potx and .potm."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import NamedTuple

from lxml.etree import _Element as Element
from pptx import Presentation
from pptx.shapes.base import BaseShape
from pptx.shapes.graphfrm import GraphicFrame
from pptx.shapes.group import GroupShape
from pptx.slide import Slide

from pipeline.extract.layout import Box, Heading, heading_of, in_reading_order
from pipeline.extract.opc import lean_package
from pipeline.extract.pptx_layers import Comments, alt_text, core_properties, links, notes
from pipeline.extract.pptx_parts import chart_text, diagram_text
from pipeline.extract.pptx_text import A, P, font_size, table_text, take_one_alternative, text_of
from pipeline.extract.refusals import NO_PAGES, UnreadableError
from pipeline.extract.zipped import xml_parts
from pipeline.records.decks import Block, BlockKind, Deck, Page

_TITLES = frozenset({"title", "ctrTitle"})
_FURNITURE = frozenset({"ftr", "dt", "sldNum", "hdr"})
_NOWHERE = Box(0, 0, 0, 0)


class _Piece(NamedTuple):
    """A text on a slide with where it stands, in EMU, and its font size in points (0: unknown)."""

    kind: BlockKind
    text: str
    box: Box = _NOWHERE
    size: float = 0


def read_pptx(path: Path) -> Deck:
    """Read a PowerPoint file; raises `UnreadableError`, or what its parsers raise on damage."""
    presentation = Presentation(lean_package(xml_parts(path)))
    comments = Comments(presentation.part)
    height = presentation.slide_height or 0
    pages = tuple(
        _page(number, slide, height, comments)
        for number, slide in enumerate(presentation.slides, start=1)
    )
    if not pages:
        raise UnreadableError(NO_PAGES)
    return Deck(pages=pages, properties=core_properties(presentation.part.package))


def _page(number: int, slide: Slide, height: int, comments: Comments) -> Page:
    take_one_alternative(slide.element)
    pieces = [piece for piece in _pieces(slide.shapes) if piece.text]
    blocks = [
        *_with_title(pieces, height),
        *_layer(BlockKind.ALT_TEXT, alt_text(slide.element)),
        *_layer(BlockKind.LINK, links(slide)),
        *_layer(BlockKind.NOTES, notes(slide)),
        *_layer(BlockKind.COMMENT, comments.on(slide)),
    ]
    return Page(
        number=number,
        blocks=tuple(blocks),
        usable=any(piece.kind is not BlockKind.FURNITURE for piece in pieces),
        hidden=slide.element.get("show") in ("0", "false"),
    )


def _layer(kind: BlockKind, texts: Iterable[str]) -> Iterator[Block]:
    return (Block(kind=kind, text=text) for text in texts if text)


def _with_title(pieces: list[_Piece], height: int) -> list[Block]:
    """Return the texts of a slide: title first, furniture last."""
    title = next((piece for piece in pieces if piece.kind is BlockKind.TITLE), None)
    if title is None:
        texts = [piece for piece in pieces if piece.kind is BlockKind.BODY and piece.size]
        head = heading_of([Heading(text.text, text.box.top, text.size) for text in texts], height)
        title = None if head is None else texts[head]
    rest = [piece for piece in pieces if piece is not title]
    rest.sort(key=lambda piece: piece.kind is BlockKind.FURNITURE)
    blocks = [] if title is None else [Block(kind=BlockKind.TITLE, text=title.text)]
    return blocks + [
        Block(kind=BlockKind.BODY if piece.kind is BlockKind.TITLE else piece.kind, text=piece.text)
        for piece in rest
    ]


def _pieces(shapes: Iterable[BaseShape]) -> list[_Piece]:
    """Return the texts of shapes in reading order; a group is read as one shape."""
    placed = [(_box(shape), _pieces_of(shape)) for shape in shapes]
    ordered = in_reading_order([pair for pair in placed if pair[1]], lambda pair: pair[0])
    return [piece for _, pieces in ordered for piece in pieces]


def _pieces_of(shape: BaseShape) -> list[_Piece]:
    if isinstance(shape, GroupShape):
        return [_without_place(piece) for piece in _pieces(shape.shapes)]
    if isinstance(shape, GraphicFrame):
        return [_graphic(shape)]
    body = shape.element.find(f"{P}txBody")
    text = "" if body is None else text_of(body)
    if not text:
        return []
    kind = _kind(shape.element)
    return [_Piece(kind=kind, text=text, box=_box(shape), size=font_size(body))]


def _without_place(piece: _Piece) -> _Piece:
    """Forget a place that is measured in the coordinates of a group."""
    return _Piece(kind=piece.kind, text=piece.text)


def _graphic(frame: GraphicFrame) -> _Piece:
    data = frame.element.find(f"{A}graphic/{A}graphicData")
    uri = "" if data is None else data.get("uri", "")
    if data is None:
        return _Piece(kind=BlockKind.BODY, text="")
    if uri.endswith("/table"):
        return _Piece(kind=BlockKind.TABLE, text=table_text(data))
    if uri.endswith(("/chart", "/chartex")):
        return _Piece(kind=BlockKind.CHART, text=chart_text(frame.part, data))
    if uri.endswith("/diagram"):
        return _Piece(kind=BlockKind.DIAGRAM, text=diagram_text(frame.part, data))
    return _Piece(kind=BlockKind.BODY, text="")


def _kind(shape: Element) -> BlockKind:
    placeholder = shape.find(f"{P}nvSpPr/{P}nvPr/{P}ph")
    role = None if placeholder is None else placeholder.get("type")
    if role in _TITLES:
        return BlockKind.TITLE
    if role in _FURNITURE or shape.find(f".//{A}fld[@type='slidenum']") is not None:
        return BlockKind.FURNITURE
    return BlockKind.BODY


def _box(shape: BaseShape) -> Box:
    left, top, width, height = shape.left, shape.top, shape.width, shape.height
    if left is None or top is None:
        return _NOWHERE
    return Box(left, top, left + (width or 0), top + (height or 0))
