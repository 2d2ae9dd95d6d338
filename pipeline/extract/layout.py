"""The order in which boxes on a page are read, and which of them heads the page."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from typing import NamedTuple, TypeVar

Item = TypeVar("Item")

#: Boxes may overlap by this share of their size on each side and still count as apart: text
#: boxes are drawn larger than their text.
_SLACK = 0.15
#: A heading is at most this long, in characters and in lines, and starts in the upper part of
#: the page.
_LONGEST_HEADING = 150
_MOST_LINES = 5
_UPPER_PART = 0.6
#: A text alone on a page is a heading only if it is no longer than this, in characters.
_LONGEST_ALONE = 100
#: How much larger than the running text a heading is set.
_LARGER = 1.1
#: Something to read: two letters in a row that are not part of an address.
_ADDRESS = re.compile(r"\S*(?:://|@|\bwww\.|\w\.\w+/)\S*")
_WORD = re.compile(r"[^\W\d_]{2}")


class Box(NamedTuple):
    """A rectangle in any unit, x from left to right and y from top to bottom."""

    left: float
    top: float
    right: float
    bottom: float


class Heading(NamedTuple):
    """A text that may head a page: where it starts, how large it is set (0: not known)."""

    text: str
    top: float
    size: float


def in_reading_order(items: Sequence[Item], box_of: Callable[[Item], Box]) -> list[Item]:
    """Sort items by rows, then columns: the recursive XY cut of Nagy and Seth (1984).

    White space across the page parts rows before white space down the page parts columns. Items
    that no white space parts are sorted by top, then left.
    """
    placed = [(box_of(item), item) for item in items]
    return [item for _, item in _cut(placed, axis=1, uncut=False)]


def _cut(placed: list[tuple[Box, Item]], axis: int, uncut: bool) -> list[tuple[Box, Item]]:
    if len(placed) < 2:
        return placed
    bands = _bands(placed, axis)
    if len(bands) > 1:
        return [pair for band in bands for pair in _cut(band, 1 - axis, uncut=False)]
    if uncut:
        return sorted(placed, key=lambda pair: (pair[0].top, pair[0].left))
    return _cut(placed, 1 - axis, uncut=True)


def _bands(placed: list[tuple[Box, Item]], axis: int) -> list[list[tuple[Box, Item]]]:
    """Part the items where no box, less its slack, stands across the axis (0: x, 1: y)."""
    bands: list[list[tuple[Box, Item]]] = []
    reached = float("-inf")
    for pair in sorted(placed, key=lambda pair: pair[0][axis]):
        slack = _SLACK * (pair[0][axis + 2] - pair[0][axis])
        if bands and pair[0][axis] + slack < reached:
            bands[-1].append(pair)
        else:
            bands.append([pair])
        reached = max(reached, pair[0][axis + 2] - slack)
    return bands


def heading_of(candidates: Sequence[Heading], page_height: float) -> int | None:
    """Return the index of the text that heads a page: the largest short one in the upper part.

    Where nothing stands in the upper part, the topmost text counts as standing there. No text
    heads the page unless it is set larger than all other words, or is the only one.
    """
    worded = [index for index, text in enumerate(candidates) if _has_words(text.text)]
    lowest = max(_UPPER_PART * page_height, min((candidates[i].top for i in worded), default=0))
    eligible = [i for i in worded if candidates[i].top <= lowest and _is_short(candidates[i].text)]
    if not eligible:
        return None
    best = min(eligible, key=lambda index: (-candidates[index].size, candidates[index].top))
    others = [candidates[index].size for index in worded if index != best]
    if not others:
        return best if len(candidates[best].text) <= _LONGEST_ALONE else None
    return best if candidates[best].size >= _LARGER * max(others) else None


def _has_words(text: str) -> bool:
    return _WORD.search(_ADDRESS.sub("", text)) is not None


def _is_short(text: str) -> bool:
    return len(text) <= _LONGEST_HEADING and text.count("\n") < _MOST_LINES
