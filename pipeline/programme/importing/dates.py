"""Finds days in what people write: lists and ranges, in English, French or Portuguese."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping, Sequence
from contextlib import suppress
from datetime import date, timedelta
from functools import cache

from babel.dates import get_day_names, get_month_names

from pipeline.programme.importing.languages import WRITTEN
from pipeline.records.base import Record
from pipeline.text import fold

#: The month that parts two school years.
SUMMER = 7
#: A range longer than this (in days) is no course but something else.
LONGEST = 60

_NUMBER = r"\d{1,2}(?:st|nd|rd|th|er|\.?[o°])?(?!\s?[:h]|\.\d\d\b(?!\.))"
_TO = r"\s*[-–—]\s*|\s+(?:to|until|through|au|à|a|ao|até)\s+(?:o\s+)?"
_AND = r"\s*[,&]\s*(?:(?:and|et|e)\s+)?|\s+(?:and|et|e)\s+"
_ISO = r"(?P<iso>\d{4}-\d{2}-\d{2})"
_SLASHED = rf"(?P<d>\d{{1,2}}(?:(?:{_TO}|{_AND})\d{{1,2}})*)[/.](?P<m>\d{{1,2}})[/.](?P<y>\d{{4}})"
#: «12 November (Thursday)»: what may stand in brackets after a day.
_BESIDE = r"(?:\s*\([^()\d]{,20}\))?"
#: A year with all days, for counting them where a text names no year.
_ANY_YEAR = 2024
#: «Day 1, 14 June»: the first number is no date.
_DAY_NUMBER = re.compile(r"\b(?:day|jour|journee|dia)\s*\d{1,2}\s*(?=[,:;(|–—-])")
_BETWEEN = re.compile(r"(?:between|entre)\s+(?:os\s+dias\s+|le\s+)?$", re.IGNORECASE)


class Days(Record, frozen=True):
    """Days that a text names together; `year` is None where it does not say.

    `began` is the year of the first days where it is another than that of the last.
    """

    start: int
    end: int
    days: tuple[tuple[int, int], ...]
    year: int | None
    began: int | None = None

    def resolve(self, year: int | None = None) -> tuple[date, ...]:
        """Return the dates, in the given year where the text has none; () if none is known."""
        wanted = self.year or year
        found = []
        for month, day in self.days if wanted else ():
            is_before = self.began is not None and (month, day) >= self.days[0]
            with suppress(ValueError):
                found.append(date((self.began if is_before else wanted) or 0, month, day))
        return tuple(found)


@cache
def _months() -> dict[str, int]:
    return _by_name(dict.fromkeys(("wide", "abbreviated"), get_month_names))


@cache
def weekdays() -> dict[str, int]:
    """Return the number of each weekday's name, folded; Monday is 0."""
    names = _by_name({"wide": get_day_names})
    # Portuguese drops «-feira» as often as not.
    return names | {name.removesuffix("-feira"): day for name, day in names.items()}


@cache
def short_weekdays() -> dict[str, int]:
    """Return the number of each weekday's abbreviation, folded, which may be another word."""
    return _by_name({"abbreviated": get_day_names})


def _by_name(widths: dict[str, Callable[..., Mapping[int, str]]]) -> dict[str, int]:
    return {
        fold(name).strip("."): number
        for width, names in widths.items()
        for locale in WRITTEN
        for number, name in names(width, locale=locale).items()
    }


@cache
def _pattern() -> re.Pattern[str]:
    month = "|".join(sorted(_months(), key=len, reverse=True))
    named = {*weekdays(), *short_weekdays()}
    weekday = "|".join(map(re.escape, sorted(named, key=len, reverse=True)))
    number = rf"(?:(?:(?:le|the|o)\s+)?(?:{weekday})\.?,?\s+)?(?:the\s+)?{_NUMBER}"
    many = rf"{number}(?:(?:{_TO}|{_AND}){number})*"
    year = r"(?:,?\s*(?:de\s+|of\s+)?(?P<{}>\d{{4}})\b)?"
    return re.compile(
        rf"\b{_ISO}\b|\b{_SLASHED}\b"
        rf"|\b(?P<days>{many})\s+(?:de\s+|of\s+)?(?P<month>{month})\b\.?{year.format('year')}"
        rf"|\b(?P<month2>{month})\b\.?\s+(?P<days2>{many})\b{year.format('year2')}",
        re.IGNORECASE,
    )


def find_days(text: str) -> list[Days]:
    """Return every mention of days, in the order of the text; ranges over months are one."""
    flat = _DAY_NUMBER.sub(lambda day: " " * len(day.group()), _same_length_fold(text))
    found = [days for match in _pattern().finditer(flat) if (days := _read(match, flat))]
    joined: list[Days] = []
    for days in found:
        before = joined[-1] if joined else None
        between = flat[before.end : days.start] if before else ""
        if before and re.fullmatch(rf"{_BESIDE},?(?:{_TO})", between, re.IGNORECASE):
            joined[-1] = _span(before, days)
        elif before and re.fullmatch(rf"{_BESIDE},?\s+(?:and|et|e|&)\s+", between, re.IGNORECASE):
            joined[-1] = _both(before, days)
        else:
            joined.append(days)
    return joined


def _same_length_fold(text: str) -> str:
    folded = [fold(char) for char in text]
    return "".join(new if len(new) == 1 else old for old, new in zip(text, folded, strict=True))


def _read(match: re.Match[str], text: str) -> Days | None:
    parts = match.groupdict()
    if parts["iso"]:
        year, month, day = map(int, parts["iso"].split("-"))
        return Days(start=match.start(), end=match.end(), days=((month, day),), year=year)
    words = parts["d"] or parts["days"] or parts["days2"]
    if parts["d"]:
        month, first = int(parts["m"]), int(re.findall(r"\d+", words)[0])
        month, words = (month, words) if month <= 12 else (first, str(month))
    else:
        month = _months()[(parts["month"] or parts["month2"]).strip(".")]
    listed = parts["y"] or parts["year"] or parts["year2"]
    numbers = [int(number) for number in re.findall(r"\d{1,2}", words)]
    is_range = len(numbers) == 2 and (
        re.search(rf"\d(?:\D{{0,3}}?)(?:{_TO})", words) or _BETWEEN.search(text[: match.start()])
    )
    if is_range and numbers[0] < numbers[1]:
        numbers = list(range(numbers[0], numbers[1] + 1))
    return Days(
        start=match.start(),
        end=match.end(),
        days=tuple((month, number) for number in numbers),
        year=int(listed) if listed else None,
    )


def in_year(month: int, day: int, days: Sequence[str], year: int) -> date | None:
    """Return a date in the year in which it is within the days of an event, else in the year."""
    found = []
    for one in dict.fromkeys((year, *(int(known[:4]) for known in days))):
        with suppress(ValueError):
            found.append(date(one, month, day))
    within = (when for when in found if days and days[0] <= when.isoformat() <= days[-1])
    first = found[0] if found else None
    begins = date.fromisoformat(days[0]) if days else None
    if first and begins and first.month <= SUMMER < begins.month:
        # A series that began in autumn goes on in the year after.
        with suppress(ValueError):
            first = first.replace(year=first.year + 1)
    return next(within, first)


def _span(first: Days, last: Days) -> Days:
    year = last.year or first.year
    # «12 November to 7 January 2026» begins the year before.
    began = year - 1 if year and first.year is None and first.days > last.days else None
    starts, ends = first.resolve(began or year or _ANY_YEAR), last.resolve(year or _ANY_YEAR)
    days = (*first.days, *last.days)
    if starts and ends and timedelta() < ends[-1] - starts[0] < timedelta(LONGEST):
        between = (ends[-1] - starts[0]).days
        dates = [starts[0] + timedelta(step) for step in range(between + 1)]
        days = tuple((day.month, day.day) for day in dates)
    return Days(start=first.start, end=last.end, days=days, year=year, began=began)


def _both(first: Days, last: Days) -> Days:
    year = last.year or first.year
    return Days(start=first.start, end=last.end, days=(*first.days, *last.days), year=year)


def find_weekday(text: str) -> int | None:
    """Return the first weekday that the text names, Monday as 0."""
    words = re.findall(r"[^\W\d_]+(?:-feira)?", fold(text))
    # «segunda» and «terça» are ordinals too; alone they are no weekdays.
    names = (weekdays().get(word) for word in words if word not in {"segunda", "terca", "quarta"})
    return next((day for day in names if day is not None), None)
