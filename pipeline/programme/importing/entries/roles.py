"""What a piece of a programme can be."""

from __future__ import annotations

from enum import IntEnum


class Role(IntEnum):
    """The part that a piece plays in a programme; values index tables of scores."""

    DAY = 0
    TIME = 1
    TITLE = 2
    PEOPLE = 3
    AFFILIATION = 4
    LANGUAGES = 5
    PLACE = 6
    BREAK = 7
    SECTION = 8
    CHAIR = 9
    TEXT = 10


ROLES = tuple(Role)
