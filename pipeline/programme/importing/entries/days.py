"""Tells whether a piece of a line is a day, and which: «TERÇA (03/09)», «Day 2: Finance»."""

from __future__ import annotations

import re
from datetime import date

from pipeline.programme.importing.dates import find_days, short_weekdays, weekdays
from pipeline.programme.importing.entries.vocabulary import HOURS, listed
from pipeline.programme.importing.prose.days import Calendar, Day
from pipeline.text import fold

#: Day and month without the year.
_SHORT = re.compile(r"\b(\d{1,2})[/.](\d{1,2})(?:[/.](?:\d{4}|\d{2}))?\b(?!\s*h)")
_WEEKDAY = re.compile(r"(?:([2-6])\s?\.?\s?[ªa]\.?(?:[\s-]feira)?|[^\W\d_]+(?:-feira| feira)?)\.?")
#: Beside a day these words say nothing: parts of it, articles, a place.
_BESIDE = frozenset(listed("beside_day"))
#: What stands between a weekday and what the day is about: «Monday: finance».
_THEN = frozenset(":–—")
#: A weekday of no more letters is abbreviated.
_ABBREVIATED = 4
#: A line with more words than this beside its date is no heading.
MOST_BESIDE = 3


class DayFinder:
    """Finds days in pieces; knows the days of the event."""

    def __init__(self, calendar: Calendar) -> None:
        self._calendar = calendar

    def day(self, text: str, before: Day | None = None) -> Day | None:
        """Return the day that a piece is, None where it is anything else or more."""
        said = text.strip(" *#•_=–—->:.()[]|")
        if not said or len(said.split()) > 12:
            return None
        return self._weekday(said) or self._short(said) or self._heading(said, before)

    def _heading(self, said: str, before: Day | None) -> Day | None:
        day = self._calendar.heading(said, before)
        if day is None or (day.date and not day.number and _much_beside(said)):
            return None
        return day

    def _weekday(self, said: str) -> Day | None:
        """Return the day of «Lundi 15», «2.ª feira, 8», «Thursday»."""
        match = _WEEKDAY.match(said)
        number = _weekday_number(match) if match else None
        if match and match.group() == said and not said.isupper() and len(said) <= _ABBREVIATED:
            # «Sun» and «Mar» alone are words.
            return None
        if match is None or number is None:
            return None
        after = said[match.end() :].lstrip()
        rest = (
            []
            if after[:1] in _THEN
            else [
                word
                for word in re.findall(r"[\w/.-]+", fold(said[match.end() :]))
                if word not in _BESIDE
            ]
        )
        on = [when for when in self._calendar.days if date.fromisoformat(when).weekday() == number]
        rest = [re.sub(r"^(\d{1,2})(?:st|nd|rd|th|er|o)$", r"\1", word) for word in rest]
        if rest and rest[0].isdigit() and len(rest) == 1:
            # The number counts: people err in weekdays.
            on = [when for when in self._calendar.days if int(when[8:]) == int(rest[0])]
        elif rest:
            return None
        if not self._calendar.days and not rest and (nth := self._calendar.nth(number)):
            return Day(number=nth)
        if len(on) == 1:
            return Day(number=self._calendar.days.index(on[0]) + 1, date=on[0])
        return None

    def _short(self, said: str) -> Day | None:
        """Return the day of «03/09», with a weekday beside it or alone."""
        match = _SHORT.search(said)
        if not match:
            return None
        beside = (said[: match.start()] + " " + said[match.end() :]).strip(" ,.()-–—")
        if "/" in match.group():
            beside = HOURS.sub("", beside).strip(" ,.()-–—")
        named = _WEEKDAY.fullmatch(beside)
        if beside and not (named and _weekday_number(named) is not None):
            return None
        dom, month = int(match[1]), int(match[2])
        if month > 12:
            dom, month = month, dom
        if not (1 <= month <= 12 and 1 <= dom <= 31):
            return None
        for number, when in enumerate(self._calendar.days, 1):
            if when[5:] == f"{month:02}-{dom:02}":
                return Day(number=number, date=when)
        if not beside and "/" not in match.group():
            return None
        return Day(date=f"--{month:02}-{dom:02}")


def _weekday_number(match: re.Match[str]) -> int | None:
    if match[1]:
        return int(match[1]) - 2
    word = fold(match.group()).strip(".").replace(" feira", "-feira")
    return weekdays().get(word, short_weekdays().get(word)) if len(word) > 2 else None


def _much_beside(said: str) -> bool:
    """Tell whether more stands beside a date than a weekday, an hour, a place or two."""
    days = find_days(said)
    rest = said[: days[0].start] + " " + said[days[0].end :] if days else said
    words = [
        word
        for word in re.findall(r"[^\W\d_]+", fold(rest))
        if word not in _BESIDE and word not in weekdays()
    ]
    return len(words) > 3
