"""Tells which day a line or sentence speaks of: «Day 2», «O segundo dia», «Jeudi 12 octobre»."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from contextlib import suppress
from datetime import date
from itertools import pairwise

from pipeline.programme.importing.dates import find_days, find_weekday, in_year, weekdays
from pipeline.programme.importing.prose.lexicon import Lexicon
from pipeline.programme.importing.prose.sentences import sentences
from pipeline.records.base import Record
from pipeline.text import fold

#: The day is told near the beginning of a sentence, within so many characters.
NEAR = 60
#: Before a date with which a sentence opens stand no more characters: «A 26 de junho».
OPENING = 10
#: A line that names a day and has no more words than this is a heading.
HEADING_WORDS = 12
_DATED = re.compile(
    r"(?:(?:on|le|no|em)\s+)?(?:dia\s+)?[^,.:]{0,30}?\d[^,.:]{0,25}(?:[,:]|\s[–—-]\s)",
    re.IGNORECASE,
)


#: A weekday that heads a line: «SATURDAY - come hungry», «Samedi :».
_HEADED = re.compile(r"([^\W\d_]+(?:-feira)?)\.?(?:\s*$|[’']s\b|\s+[–—-]\s|\s*:)")


#: A day that is counted in another language than that of most of the text.
_DAY_COUNTED = re.compile(r"(?:day|jour|journee|dia)\s+(\d{1,2})(?=\s*$|\s*[:(–—-]\s)")
#: «Quinta-feira, a partir das 14h30», «Monday from 2 pm».
_FROM = re.compile(r",?\s+(?:a partir d[aeo]s?|from|à partir de|dès|das)\s+\d.*$", re.IGNORECASE)
#: What follows the date on which a talk is given.
_GIVEN = re.compile(r"^,?\s+(?:by|par|por|pel[ao]|is a|est une?|é uma?)\s")
#: What stands before a weekday on which something is.
_ON = frozenset(["on", "the", "le", "no", "na"])


class Day(Record, frozen=True):
    """A day of the event: its number, its date, or both."""

    number: int | None = None
    date: str | None = None


class Calendar:
    """Knows the days of an event, so that «the last day» and «on Tuesday» can be told."""

    def __init__(
        self,
        days: Sequence[str],
        lexicon: Lexicon,
        *,
        by_date: bool = False,
        weekdays: Sequence[int] = (),
    ) -> None:
        """Take «dia 2» for the second of the month where `by_date`, else for the second day.

        `weekdays` are those of an event whose dates are not known, in order.
        """
        self.days = tuple(days)
        self._weekdays = tuple(weekdays)
        self._by_date = by_date
        self._lexicon = lexicon

    def heading(self, line: str, before: Day | None) -> Day | None:
        """Return the day that a line announces as a heading, None where it is no heading."""
        line = _FROM.sub("", line.strip(" *#•_=–—-"))
        if len(line.split()) > HEADING_WORDS or line.endswith("."):
            return None
        number = self._number(line, before, start=True)
        if not number and (counted := _DAY_COUNTED.match(fold(line))):
            number = self._counted(int(counted[1]))
        headed = _HEADED.match(line)
        if not number and headed and (weekday := weekdays().get(fold(headed[1]))) is not None:
            number = self.nth(weekday)
        when = self._date(line) or (self._on(headed[1]) if headed else None)
        if not (number or when) and line.endswith(":") and (day := self._weekday(line, None)):
            return day
        return Day(number=number or self._index(when), date=when) if number or when else None

    def spoken(self, sentence: str, before: Day | None) -> Day | None:
        """Return the day that a sentence of running text starts to speak of."""
        number = self._number(sentence[:NEAR], before, start=False)
        if number:
            return Day(number=number, date=self._at(number))
        if day := self._dated(sentence):
            return day
        if opening := _DATED.match(sentence):
            when = self._date(opening.group())
            return Day(number=self._index(when), date=when) if when else None
        return self._weekday(sentence, before)

    def _dated(self, sentence: str) -> Day | None:
        """Return the day of «A 26 de junho …», or «… will be given on Tuesday 20 October by …»."""
        first = next(iter(find_days(sentence[: 2 * NEAR])), None)
        if first is None or len(first.days) != 1:
            return None
        when = self._date(sentence[: first.end])
        opens = first.start <= OPENING and when in self.days
        said = sentence[first.start : first.end]
        given = find_weekday(said) is not None and _GIVEN.search(sentence[first.end :])
        return Day(number=self._index(when), date=when) if when and (opens or given) else None

    def _number(self, text: str, before: Day | None, *, start: bool) -> int | None:
        current = before.number if before and before.number else 0
        anchor = r"^(?:\w+\s+)?" if start else r"\b"
        for at, ordinal in enumerate(self._lexicon.ordinals, 1):
            if self._lexicon.pattern(
                rf"{anchor}(?:(?:{ordinal})\s+(?:<days.day>|<days.part>)|(?:<days.day>)\s+(?:{ordinal}))\b"
            ).search(text):
                return at
        if self._lexicon.pattern(rf"{anchor}(?:<days.last>)\s+(?:<days.day>)\b").search(text):
            return len(self.days) or current + 1
        if self._lexicon.pattern(
            rf"{anchor}(?:(?:<days.next>)\s+(?:<days.day>)|(?:<days.day>)\s+(?:<days.next>))\b"
        ).search(text):
            return current + 1
        if self._lexicon.pattern(rf"{anchor}(?:<days.morrow>)\b").search(text):
            return current + 1
        names = "|".join(sorted(self._lexicon.numbers, key=len, reverse=True))
        if minuted := self._lexicon.pattern(rf"^aos\s+({names})\s+dias\b").match(text):
            return self._counted(self._named(minuted[1]))
        told = self._lexicon.pattern(
            rf"{anchor}(?:<days.day>)\s*(?:n[.o°º]*\s*)?(\d{{1,2}}|{names})(?!\s*(?:h\b|\d|/|<months>))"
            .replace("<months>", r"de\s")
        ).search(text)  # fmt: skip
        if not told:
            return None
        return self._counted(int(told[1]) if told[1].isdigit() else self._named(told[1]))

    def _counted(self, number: int) -> int:
        """Return which day a number means; «dia 23» of three days is the one of that date."""
        dates = [date.fromisoformat(day).day for day in self.days]
        is_date = number > len(dates) or self._by_date
        return dates.index(number) + 1 if is_date and number in dates else number

    def _named(self, word: str) -> int:
        names = enumerate(self._lexicon.numbers, 1)
        return next(at for at, name in names if re.fullmatch(fold(name), fold(word)))

    def _date(self, line: str) -> str | None:
        """Return the one date that a heading gives; or that of the weekday which it is."""
        found = find_days(line)
        if len(found) == 1 and len(found[0].days) == 1:
            month, day = found[0].days[0]
            told = found[0].year or (int(self.days[0][:4]) if self.days else None)
            when = in_year(month, day, () if found[0].year else self.days, told) if told else None
            return when.isoformat() if when else f"--{month:02}-{day:02}"
        words = re.findall(r"[^\W\d_]+(?:-feira)?", line)
        return self._on(line) if len(words) == 1 else None

    def _weekday(self, sentence: str, before: Day | None) -> Day | None:
        """Return the day of a weekday right at the start: «On Tuesday morning, …»."""
        opening = re.findall(r"[^\W\d_][\w-]*", sentence[:NEAR])
        named = [*opening[:2], *(word for on, word in pairwise(opening) if fold(on) in _ON)]
        weekday = next((word for word in named if fold(word) in weekdays()), None)
        if weekday is None:
            return None
        when = self._on(weekday)
        number = self._index(when) or self.nth(weekdays()[fold(weekday)])
        day = Day(number=number, date=when) if number else None
        return None if day == before else day

    def nth(self, weekday: int) -> int | None:
        """Return which day of an event without dates a weekday is, Monday as 0."""
        return self._weekdays.index(weekday) + 1 if weekday in self._weekdays else None

    def _on(self, text: str) -> str | None:
        weekday = find_weekday(text)
        with suppress(ValueError):
            return next(
                (day for day in self.days if date.fromisoformat(day).weekday() == weekday), None
            )
        return None

    def _index(self, when: str | None) -> int | None:
        return self.days.index(when) + 1 if when in self.days and when else None

    def _at(self, number: int) -> str | None:
        return self.days[number - 1] if 0 < number <= len(self.days) else None


def weekdays_told(lines: Iterable[str]) -> tuple[int, ...]:
    """Return the weekdays that head lines or begin sentences, from the first one on."""
    first = (
        re.findall(r"[^\W\d_]+(?:-feira)?", said)[:6] for line in lines for said in sentences(line)
    )
    named = [
        day
        for words in first
        if (day := next((weekdays()[fold(one)] for one in words if fold(one) in weekdays()), None))
        is not None
    ]
    return tuple(sorted(set(named), key=lambda day: (day - named[0]) % 7))
