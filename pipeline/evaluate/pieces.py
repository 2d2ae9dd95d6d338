"""Words of two readings of one page, held against each other however they were cut."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator

#: A word may stand in so many pieces; words set with gaps between all letters have more.
_MOST_PIECES = 24
_LIGATURES = ("fi", "fl", "ff", "ffi", "ffl")
_MOST_TORN = 3


def compare(found: list[str], readings: Iterable[list[str]]) -> tuple[int, int]:
    """Return how many words the union of some readings has, and how many of them were found.

    A word that a reading has whole may be found in pieces, and the other way round: what counts is
    that the pieces, put together, are the same letters. A ligature that a reading lost, and tore
    the word there or cut it short, may be found.
    """
    expected: Counter[str] = Counter()
    hits: Counter[str] = Counter()
    for reading in readings:
        expected |= Counter(reading)
        hits |= Counter(found) + _otherwise_cut(reading, found)
    return expected.total(), (expected & hits).total()


def _otherwise_cut(reading: list[str], found: list[str]) -> Counter[str]:
    """Return the words of a reading that were found in other pieces, each found word used once."""
    lacking = Counter(reading) - Counter(found)
    spare = Counter(found) - Counter(reading)
    credit: Counter[str] = Counter()
    for run in _runs(reading):
        if any(lacking[word] > credit[word] for word in run):
            whole = next((word for word in _wholes(run) if spare[word] > 0), None)
            if whole is not None:
                spare[whole] -= 1
                credit.update(run)
    for run in _runs(found):
        if lacking[whole := "".join(run)] > credit[whole] and any(spare[word] > 0 for word in run):
            spare.subtract(run)
            credit[whole] += 1
    return credit


def _wholes(run: list[str]) -> Iterator[str]:
    """Yield what a run of words may be pieces of."""
    if len(run) > 1:
        yield "".join(run)
    if len(run) <= _MOST_TORN:
        for tie in _LIGATURES:
            yield tie.join(run)
            yield f"{tie}{run[0]}"
            yield f"{run[0]}{tie}"


def _runs(texts: list[str]) -> Iterator[list[str]]:
    """Yield the words in a row, the longest rows first."""
    for length in range(_MOST_PIECES, 0, -1):
        for start in range(len(texts) - length + 1):
            yield texts[start : start + length]
