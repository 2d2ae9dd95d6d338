"""Sheets of paper on which a PDF file shows several slides each, as hand-outs are printed."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterator, Sequence
from itertools import combinations

from pipeline.extract.layout import Box
from pipeline.extract.pdf_notes import Added
from pipeline.extract.pdf_page import Line, PageText

#: Sides that differ by less are one, in points.
_SAME = 3.0
#: A sheet shows at least two and at most nine slides of one size; together they cover this share
#: of it, and in them stands most of its text.
_FEWEST, _MOST = 2, 9
_LEAST_TOGETHER = 0.35
_TEXT_INSIDE = 0.7

Places = tuple[Box, ...]


def cut_up(pages: Sequence[PageText]) -> list[PageText]:
    """Return the slides that pages show: several if they are sheets, else each page itself.

    The sheets of a file show their slides at the same places, and the last may show fewer; where
    most pages do not, there are no sheets.
    """
    layouts = [_layout(page) for page in pages]
    usual, count = Counter(tuple(map(_rounded, layout)) for layout in layouts).most_common(1)[0]
    if not usual or 2 * count < len(pages):
        return list(pages)
    places = next(layout for layout in layouts if tuple(map(_rounded, layout)) == usual)
    return [slide for page in pages for slide in _slides(page, places)]


def _layout(page: PageText) -> Places:
    """Return the places of slides of one size on a page, by rows, then columns; () for none."""
    by_size: defaultdict[tuple[int, int], Places] = defaultdict(tuple)
    for box in page.frames:
        size = (round((box.right - box.left) / _SAME), round((box.bottom - box.top) / _SAME))
        if not any(_is_same(box, other) for other in by_size[size]):
            by_size[size] += (box,)
    layouts = [places for places in by_size.values() if _is_sheet(page, places)]
    best = max(layouts, key=_area, default=())
    return tuple(sorted(best, key=lambda box: (round(box.top / _SAME), box.left)))


def _is_sheet(page: PageText, places: Places) -> bool:
    letters = sum(len(line.text) for line in page.lines)
    inside = sum(len(line.text) for line in page.lines if _place_of(line, places) is not None)
    return (
        _FEWEST <= len(places) <= _MOST
        and _area(places) >= _LEAST_TOGETHER * page.width * page.height
        and not any(_overlap(one, other) for one, other in combinations(places, 2))
        and inside >= _TEXT_INSIDE * letters > 0
    )


def _slides(page: PageText, usual: Places) -> Iterator[PageText]:
    """Yield the slides of a sheet; what stands outside goes to the edge of the first or last."""
    places = [each for each in usual if any(_is_same(each, frame) for frame in page.frames)]
    if not places:
        yield page
        return
    lines: list[list[Line]] = [[] for _ in places]
    for line in page.lines:
        index = _place_of(line, places)
        if index is None:
            above = line.top < places[0].top
            index = 0 if above else -1
            top = 0 if above else places[-1].bottom - places[-1].top
            lines[index].append(line._replace(top=top))
        else:
            box = places[index]
            lines[index].append(line._replace(top=line.top - box.top, right=line.right - box.left))
    for index, box in enumerate(places):
        yield page._replace(
            lines=tuple(lines[index]),
            tables=tuple(
                table for table in page.tables if _holds(box, table.words[0].x, table.words[0].y)
            ),
            links=page.links if index == 0 else (),
            added=page.added if index == 0 else Added(),
            bookmark=page.bookmark if index == 0 else "",
            width=box.right - box.left,
            height=box.bottom - box.top,
        )


def _place_of(line: Line, places: Sequence[Box]) -> int | None:
    return next(
        (index for index, box in enumerate(places) if _holds(box, line.middle, line.top)), None
    )


def _holds(box: Box, x: float, y: float) -> bool:
    return box.left <= x <= box.right and box.top <= y <= box.bottom


def _overlap(one: Box, other: Box) -> bool:
    return (
        min(one.right, other.right) - max(one.left, other.left) > _SAME
        and min(one.bottom, other.bottom) - max(one.top, other.top) > _SAME
    )


def _area(places: Places) -> float:
    return sum((box.right - box.left) * (box.bottom - box.top) for box in places)


def _is_same(one: Box, other: Box) -> bool:
    return all(abs(a - b) <= _SAME for a, b in zip(one, other, strict=True))


def _rounded(box: Box) -> tuple[int, ...]:
    return tuple(round(side / _SAME) for side in box)
