"""Ruled grids on PDF pages: the rules from pdfium, the cells from pdfplumber."""

from __future__ import annotations

import ctypes
from collections.abc import Iterable, Sequence
from typing import Any, NamedTuple

import pypdfium2 as pdfium
import pypdfium2.raw as pdfium_c
from pdfplumber.table import Table as Lattice
from pdfplumber.table import TableFinder

from pipeline.extract.layout import Box

#: A page with fewer path objects has no table: none of 31 tables on 1,280 pages was lost.
_FEWEST_PATHS = 6
#: Pages with more objects, or where more rules may cross, are drawings; pdfplumber's time grows
#: with the square of the crossings.
_MOST_OBJECTS = 4000
_MOST_CROSSINGS = 2000
#: A line has two segments, a rectangle five; what has more is a drawing.
_MOST_SEGMENTS = 6
#: Thinner paths are rules, in points; others are boxes with four sides.
_THIN = 3.0
#: A box that covers this share of the page is its background.
_BACKGROUND = 0.9
#: Rules closer than this are one, in points: pdfplumber's own tolerance.
_SNAP = 3.0

Sides = tuple[float, float, float, float]


class Rule(NamedTuple):
    """An upright or level line: where it stands, from where to where it reaches, in points."""

    place: float
    start: float
    end: float


class Grid(NamedTuple):
    """The cells of a grid, row by row; None where a cell is merged into another."""

    box: Box
    rows: tuple[tuple[Box | None, ...], ...]


class _RuledPage(NamedTuple):
    """As much of a pdfplumber page as its table finder looks at."""

    edges: list[dict[str, Any]]


def find_grids(page: pdfium.PdfPage) -> list[Grid]:
    """Return the ruled grids of two rows and two columns or more, topmost first.

    pdfplumber gets the rules that pdfium found instead of the file: parsing it a second time
    costs 15 ms a page and may hang on damaged files. Boxes are in points, y from the top of the
    page down.
    """
    upright, level = _rules(_paths(page), page.get_bbox())
    if len(upright) * len(level) > _MOST_CROSSINGS or not _cross(upright, level):
        return []
    edges = [_edge(rule, "v") for rule in upright] + [_edge(rule, "h") for rule in level]
    grids = (_grid(lattice) for lattice in TableFinder(_RuledPage(edges)).tables)  # type: ignore[arg-type]
    return [grid for grid in grids if len(grid.rows) > 1 and len(grid.rows[0]) > 1]


def _paths(page: pdfium.PdfPage) -> list[pdfium_c.FPDF_PAGEOBJECT]:
    count = pdfium_c.FPDFPage_CountObjects(page)
    if not _FEWEST_PATHS <= count <= _MOST_OBJECTS:
        return []
    objects = (pdfium_c.FPDFPage_GetObject(page, index) for index in range(count))
    path = pdfium_c.FPDF_PAGEOBJ_PATH
    paths = [item for item in objects if pdfium_c.FPDFPageObj_GetType(item) == path]
    if len(paths) < _FEWEST_PATHS:
        return []
    return [item for item in paths if pdfium_c.FPDFPath_CountSegments(item) <= _MOST_SEGMENTS]


def _rules(paths: Iterable[pdfium_c.FPDF_PAGEOBJECT], page: Sides) -> tuple[list[Rule], list[Rule]]:
    """Return the upright and the level rules that paths draw, the sides of boxes included."""
    upright: list[Rule] = []
    level: list[Rule] = []
    top = page[3]
    for left, low, right, high in dict.fromkeys(map(_sides, paths)):
        upper, lower = top - high, top - low
        if right - left <= _THIN:
            upright.append(Rule((left + right) / 2, upper, lower))
        elif lower - upper <= _THIN:
            level.append(Rule((upper + lower) / 2, left, right))
        elif (right - left) * (high - low) < _BACKGROUND * (page[2] - page[0]) * (top - page[1]):
            upright += [Rule(left, upper, lower), Rule(right, upper, lower)]
            level += [Rule(upper, left, right), Rule(lower, left, right)]
    return _joined(upright), _joined(level)


def _sides(path: pdfium_c.FPDF_PAGEOBJECT) -> Sides:
    """Return left, bottom, right and top of a path in PDF space, to half a point."""
    sides = [ctypes.c_float() for _ in range(4)]
    pdfium_c.FPDFPageObj_GetBounds(path, *sides)
    left, low, right, high = (round(side.value * 2) / 2 for side in sides)
    return left, low, right, high


def _joined(rules: list[Rule]) -> list[Rule]:
    """Join rules that stand at one place, give or take, where they touch or overlap."""
    joined: list[Rule] = []
    for cluster in _clusters(sorted(rules)):
        place = cluster[0].place
        for rule in sorted(cluster, key=lambda rule: rule.start):
            last = joined[-1] if joined else None
            if last is not None and last.place == place and rule.start <= last.end + _SNAP:
                joined[-1] = last._replace(end=max(last.end, rule.end))
            else:
                joined.append(rule._replace(place=place))
    return joined


def _clusters(rules: Sequence[Rule]) -> list[list[Rule]]:
    clusters: list[list[Rule]] = []
    for rule in rules:
        if clusters and rule.place - clusters[-1][-1].place <= _SNAP:
            clusters[-1].append(rule)
        else:
            clusters.append([rule])
    return clusters


def _cross(upright: Sequence[Rule], level: Sequence[Rule]) -> bool:
    """Tell whether two rules cross, as those between four cells do; boxes only have corners."""
    return any(
        across.start + _SNAP < down.place < across.end - _SNAP
        and down.start + _SNAP < across.place < down.end - _SNAP
        for down in upright
        for across in level
    )


def _edge(rule: Rule, orientation: str) -> dict[str, Any]:
    """Return a rule in the form of pdfplumber."""
    if orientation == "v":
        x0, top, x1, bottom = rule.place, rule.start, rule.place, rule.end
    else:
        x0, top, x1, bottom = rule.start, rule.place, rule.end, rule.place
    return {
        "orientation": orientation,
        "x0": x0,
        "x1": x1,
        "top": top,
        "bottom": bottom,
        "doctop": top,
        "width": x1 - x0,
        "height": bottom - top,
    }


def _grid(lattice: Lattice) -> Grid:
    rows = tuple(
        tuple(None if cell is None else Box(*cell) for cell in row.cells) for row in lattice.rows
    )
    return Grid(Box(*lattice.bbox), rows)
