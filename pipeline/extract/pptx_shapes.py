"""The texts of a slide's shapes, in reading order."""

from __future__ import annotations

from collections.abc import Iterable

from lxml.etree import _Element as Element
from pptx.slide import Slide

from pipeline.extract.layout import in_reading_order
from pipeline.extract.pieces import Piece
from pipeline.extract.pptx_parts import chart_text, diagram_text
from pipeline.extract.pptx_places import Places, placeholder
from pipeline.extract.pptx_text import A, P, font_size, table_text, text_of
from pipeline.records.decks import BlockKind

_TITLES = frozenset({"title", "ctrTitle"})
_FURNITURE = frozenset({"ftr", "dt", "sldNum", "hdr"})


class SlideShapes:
    """The shapes of one slide.

    They are read from the elements that python-pptx parsed, not from its shape objects: those
    refuse unknown shapes, and looking up inherited places through them took two thirds of the
    time.
    """

    def __init__(self, slide: Slide, places: Places) -> None:
        self._slide = slide
        self._places = places

    def pieces(self) -> list[Piece]:
        """Return the texts of all shapes, in reading order."""
        return self._read(self._slide.shapes.element)

    def _read(self, shapes: Iterable[Element]) -> list[Piece]:
        """Read shapes in order; a group is read as one shape, at its own place."""
        placed = []
        for shape in shapes:
            if pieces := self._pieces_of(shape):
                box = self._places.of(shape, self._slide)
                placed.append((box, [piece._replace(top=box.top) for piece in pieces]))
        ordered = in_reading_order(placed, lambda pair: pair[0])
        return [piece for _, pieces in ordered for piece in pieces]

    def _pieces_of(self, shape: Element) -> list[Piece]:
        if shape.tag == f"{P}grpSp":
            # Labels in drawings are no headings, however large they are set.
            return [piece._replace(size=0) for piece in self._read(shape)]
        piece = None
        if shape.tag == f"{P}graphicFrame":
            piece = self._graphic(shape)
        elif shape.tag == f"{P}sp":
            piece = _text(shape)
        return [piece] if piece is not None and piece.text else []

    def _graphic(self, frame: Element) -> Piece | None:
        data = frame.find(f"{A}graphic/{A}graphicData")
        uri = "" if data is None else data.get("uri", "")
        if uri.endswith("/table"):
            return Piece(BlockKind.TABLE, table_text(data))
        if uri.endswith(("/chart", "/chartex")):
            return Piece(BlockKind.CHART, chart_text(self._slide.part, data))
        if uri.endswith("/diagram"):
            return Piece(BlockKind.DIAGRAM, diagram_text(self._slide.part, data))
        return None


def _text(shape: Element) -> Piece | None:
    body = shape.find(f"{P}txBody")
    if body is None:
        return None
    return Piece(_kind(shape), text_of(body), size=font_size(body))


def _kind(shape: Element) -> BlockKind:
    mark = placeholder(shape)
    role = None if mark is None else mark.get("type")
    if role in _TITLES:
        return BlockKind.TITLE
    if role in _FURNITURE or shape.find(f".//{A}fld[@type='slidenum']") is not None:
        return BlockKind.FURNITURE
    return BlockKind.BODY
