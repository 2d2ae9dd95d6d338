"""Which styles of a Word document are headings."""

from __future__ import annotations

from collections.abc import Iterable

from lxml.etree import _Element as Element

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
VAL = f"{W}val"

#: The outline level of body text; those of headings are below (ECMA-376 part 1, 17.3.1.20).
_BODY_LEVEL = 9
#: A style that is based on more than so many others is based on itself.
_LONGEST_CHAIN = 20


def heading_styles(styles: Iterable[Element]) -> frozenset[str]:
    """Return the ids of the styles that make a paragraph a heading, by themselves or by a base."""
    by_id = {style.get(f"{W}styleId", ""): style for style in styles}
    return frozenset(name for name in by_id if _makes_heading(name, by_id))


def outline_level(properties: Element | None) -> int | None:
    """Return the outline level that paragraph properties state, None where they state none."""
    level = None if properties is None else properties.find(f"{W}outlineLvl")
    stated = "" if level is None else level.get(VAL, "")
    return int(stated) if stated.isdecimal() else None


def is_heading_level(level: int | None) -> bool:
    """Tell whether an outline level is one of headings."""
    return level is not None and level < _BODY_LEVEL


def _makes_heading(name: str, by_id: dict[str, Element]) -> bool:
    for _ in range(_LONGEST_CHAIN):
        if name not in by_id:
            return False
        style = by_id[name]
        level = outline_level(style.find(f"{W}pPr"))
        if level is not None:
            return is_heading_level(level)
        if _stated(style, "name").lower() == "title":
            return True
        name = _stated(style, "basedOn")
    return False


def _stated(style: Element, what: str) -> str:
    found = style.find(f"{W}{what}")
    return "" if found is None else str(found.get(VAL, ""))
