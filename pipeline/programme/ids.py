"""Makes ids for sessions that have none."""

from __future__ import annotations

from collections.abc import Iterable
from itertools import count


def distinct(wanted: Iterable[tuple[str, bool]]) -> list[str]:
    """Return one id each, no two the same.

    An id that was given (True) stays as it is; one that was made gets -2, -3 … where it is taken,
    so that ids depend on the programme alone.
    """
    pairs = list(wanted)
    taken = {name for name, given in pairs if given}
    names = []
    for name, given in pairs:
        free = name if given else _free(name, taken)
        taken.add(free)
        names.append(free)
    return names


def _free(name: str, taken: set[str]) -> str:
    if name not in taken:
        return name
    return next(name_n for n in count(2) if (name_n := f"{name}-{n}") not in taken)
