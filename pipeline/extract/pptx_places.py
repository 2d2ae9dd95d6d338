"""Where shapes stand on a slide; placeholders inherit it from the layout and the master."""

from __future__ import annotations

from lxml.etree import _Element as Element
from pptx.slide import Slide

from pipeline.extract.layout import Box
from pipeline.extract.pptx_text import A, P

NOWHERE = Box(0, 0, 0, 0)
_TRANSFORMS = {
    f"{P}sp": f"{P}spPr/{A}xfrm",
    f"{P}grpSp": f"{P}grpSpPr/{A}xfrm",
    f"{P}graphicFrame": f"{P}xfrm",
}


def placeholder(shape: Element) -> Element | None:
    """Return the element that makes a shape a placeholder, None where it is none."""
    return shape.find(f"{P}nvSpPr/{P}nvPr/{P}ph")


class Places:
    """The boxes of shapes, in EMU. Those of each layout and master are looked up once."""

    def __init__(self) -> None:
        self._inherited: dict[str, dict[str, Box]] = {}

    def of(self, shape: Element, slide: Slide) -> Box:
        """Return the box of a shape, of zero size at the top left corner where none is stated."""
        own = _own(shape)
        mark = placeholder(shape) if own is None else None
        if own is not None or mark is None:
            return own or NOWHERE
        layout = slide.slide_layout
        for part, key in (
            (layout, mark.get("idx", "0")),
            (layout, mark.get("type", "body")),
            (layout.slide_master, mark.get("type", "body")),
        ):
            if box := self._places_on(part.part.partname, part.element).get(key):
                return box
        return NOWHERE

    def _places_on(self, name: str, element: Element) -> dict[str, Box]:
        """Return the places of placeholders by index, and of the first of each type by type."""
        if name not in self._inherited:
            places = self._inherited[name] = {}
            for shape in element.iter(f"{P}sp"):
                mark, box = placeholder(shape), _own(shape)
                if mark is not None and box is not None:
                    places.setdefault(mark.get("type", "body"), box)
                    places.setdefault(mark.get("idx", "0"), box)
        return self._inherited[name]


def _own(shape: Element) -> Box | None:
    transform = shape.find(_TRANSFORMS[shape.tag])
    if transform is None:
        return None
    offset, extent = transform.find(f"{A}off"), transform.find(f"{A}ext")
    if offset is None or extent is None:
        return None
    try:
        left, top = int(offset.get("x")), int(offset.get("y"))
        return Box(left, top, left + int(extent.get("cx")), top + int(extent.get("cy")))
    except (TypeError, ValueError):
        return None
