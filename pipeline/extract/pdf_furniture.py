"""Headers and footers: lines that repeat at the edges of most pages."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from enum import Enum
from typing import NamedTuple

from pipeline.extract.pdf_page import Line, PageText

_DIGITS = re.compile(r"\d+")
#: Headers and footers stand in this share of the page at its top and its bottom.
_MARGIN = 0.15


class _Place(Enum):
    """Where a marginal line stands, with the fewest pages and the share of pages that it takes.

    Below the text little else repeats; above it titles do, and the largest line of a page is its
    title unless it stands on nearly all of them. Looked at on 97 slide PDFs.
    """

    TOP = (3, 0.6)
    BOTTOM = (4, 0.25)
    LARGEST = (5, 0.8)


class _Key(NamedTuple):
    """What the repetitions of a line have in common; page numbers and dates do not count."""

    text: str
    place: _Place


def furniture(pages: Sequence[PageText]) -> list[frozenset[int]]:
    """Return, for each page, the indices of its lines that are headers, footers, page numbers."""
    marginal = [dict(_marginal(page)) for page in pages]
    counts = Counter(key for keys in marginal for key in set(keys.values()))
    with_text = sum(bool(page.lines) for page in pages)
    repeated = {key for key, count in counts.items() if _is_repeated(key, count, with_text)}
    return [frozenset(index for index, key in keys.items() if key in repeated) for keys in marginal]


def _is_repeated(key: _Key, count: int, pages: int) -> bool:
    fewest, share = key.place.value
    return count >= fewest and count >= share * pages


def _marginal(page: PageText) -> Iterator[tuple[int, _Key]]:
    sizes = [line.size for line in page.lines]
    for index, line in enumerate(page.lines):
        at_top = line.top <= _MARGIN * page.height
        if at_top or line.top >= (1 - _MARGIN) * page.height:
            yield index, _Key(_DIGITS.sub("0", line.text), _place(line, at_top, sizes))


def _place(line: Line, at_top: bool, sizes: Sequence[float]) -> _Place:
    if not at_top:
        return _Place.BOTTOM
    return _Place.LARGEST if min(sizes) < line.size == max(sizes) else _Place.TOP
