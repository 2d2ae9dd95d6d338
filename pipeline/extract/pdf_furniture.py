"""Headers and footers: lines that repeat at the edges of most pages."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence

from pipeline.extract.pdf_page import PageText

_DIGITS = re.compile(r"\d+")
#: Headers and footers stand in this share of the page at its top and its bottom …
_MARGIN = 0.15
#: … and on at least so many pages, and this share of the pages that carry text.
_FEWEST_PAGES = 3
_MOST_PAGES = 0.6


def furniture(pages: Sequence[PageText]) -> list[frozenset[int]]:
    """Return, for each page, the indices of its lines that are headers, footers, page numbers.

    Lines are told apart by their text without digits and by which edge they stand at. The line
    that is set largest is a heading, however often it returns.
    """
    marginal = [dict(_marginal(page)) for page in pages]
    counts = Counter(key for keys in marginal for key in set(keys.values()))
    needed = max(_FEWEST_PAGES, _MOST_PAGES * sum(bool(page.lines) for page in pages))
    return [
        frozenset(index for index, key in keys.items() if counts[key] >= needed)
        for keys in marginal
    ]


def _marginal(page: PageText) -> Iterator[tuple[int, tuple[str, bool]]]:
    largest = max((line.size for line in page.lines), default=0)
    smallest = min((line.size for line in page.lines), default=0)
    for index, line in enumerate(page.lines):
        at_top = line.top <= _MARGIN * page.height
        at_bottom = line.top >= (1 - _MARGIN) * page.height
        if (at_top or at_bottom) and not smallest < line.size == largest:
            yield index, (_DIGITS.sub("0", line.text), at_top)
