"""Cuts days and hours off the ends of a piece."""

from __future__ import annotations

import re

from pipeline.programme.importing.dates import find_days, find_weekday
from pipeline.programme.importing.entries import vocabulary
from pipeline.programme.importing.entries.labelled import Again
from pipeline.programme.importing.entries.pieces import Piece
from pipeline.programme.importing.entries.roles import Role
from pipeline.text import fold

_WEEKDAY = re.compile(r"(?P<day>[^\W\d_]+(?:-feira)?)\.?,?\s+(?:at\s+|à\s+|às\s+)?")
#: No more characters than this stand before the day with which a line begins: a weekday.
_BEFORE_DAY = 14
#: What stands between a day or an hour and the rest.
_BETWEEN = " ,.:;)]–—-"
#: A text of more words is none that ends with its hour.
_LONGEST = 30


def dated(text: str, before: str, again: Again) -> list[Piece] | None:
    """Cut off the day with which a text begins."""
    end = _day_ends(text)
    if not 0 < end < len(text):
        return None
    return [*again(text[:end], before), *again(text[end:].lstrip(_BETWEEN), ",")]


def timed_first(text: str, before: str, again: Again) -> list[Piece] | None:
    """Cut off the hour with which a text begins; a part of the day stands for one by itself."""
    if vocabulary.PART_OF_DAY.fullmatch(fold(text)):
        return [Piece(text=text, line=0, before=before, known=Role.TIME)]
    hours = vocabulary.HOURS.match(text)
    if not hours:
        return None
    time = Piece(text=hours.group(), line=0, before=before, known=Role.TIME)
    return [time, *again(text[hours.end() :].lstrip(_BETWEEN), "t")]


def timed_last(text: str, before: str, again: Again) -> list[Piece] | None:
    """Cut off the hour with which a text ends."""
    end = len(text.rstrip(" .)"))
    hours = next((one for one in vocabulary.HOURS.finditer(text) if one.end() == end), None)
    if not hours or not hours.start() or len(text.split()) >= _LONGEST:
        return None
    head = text[: hours.start()]
    if head[-1] not in " ,(" or is_open(head):
        return None
    time = Piece(text=hours.group(), line=0, before="t", known=Role.TIME)
    return [*again(head.rstrip(" ,;:(–—-"), before), time]


def is_open(text: str) -> bool:
    """Tell whether a bracket is opened in a text and not closed."""
    return sum(map(text.count, "([")) > sum(map(text.count, ")]"))


def _day_ends(text: str) -> int:
    """Return where the day ends with which a text begins, 0 where it begins with none."""
    named = _WEEKDAY.match(text)
    is_weekday = named and find_weekday(named["day"]) is not None
    if named and is_weekday and vocabulary.HOURS.match(text[named.end() :]):
        return named.end()
    days = find_days(text)
    if not days or days[0].start > _BEFORE_DAY:
        return 0
    above = text[: days[0].start]
    if above.strip() and find_weekday(above) is None:
        return 0
    aside = re.match(r"\s*\([^()]*\)", text[days[0].end :])
    is_weekday = aside and find_weekday(aside.group()) is not None
    return days[0].end + (aside.end() if aside and is_weekday else 0)
