"""Finds what hangs together: the connected components of a relation."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable


def components(count: int, pairs: Iterable[tuple[int, int]]) -> list[list[int]]:
    """Return the numbers below `count` that pairs connect, each list ascending, by first member."""
    leader = list(range(count))

    def root(number: int) -> int:
        while leader[number] != number:
            leader[number] = leader[leader[number]]
            number = leader[number]
        return number

    for one, other in pairs:
        low, high = sorted((root(one), root(other)))
        leader[high] = low
    groups: dict[int, list[int]] = defaultdict(list)
    for number in range(count):
        groups[root(number)].append(number)
    return list(groups.values())
