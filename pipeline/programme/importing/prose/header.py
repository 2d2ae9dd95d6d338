"""Reads what an announcement says of the event as a whole, above its first day."""

from __future__ import annotations

import re
from collections.abc import Sequence

import msgspec

from pipeline.programme.importing.dates import Days, find_days
from pipeline.programme.importing.entries.statements import names_slides
from pipeline.programme.importing.labels import label
from pipeline.programme.importing.languages import listed_languages, named_languages
from pipeline.programme.importing.people import listed_people
from pipeline.programme.importing.prose.headlines import names_of_event
from pipeline.programme.importing.prose.lexicon import Lexicon
from pipeline.programme.importing.prose.mentions import Mention, mentions
from pipeline.programme.importing.prose.sentences import sentences
from pipeline.programme.importing.prose.slides import slides_in
from pipeline.records.base import Record
from pipeline.records.programme import Person


class Header(Record, frozen=True):
    """What is known of the event; `sources` maps a field to the line it was understood from.

    `unyeared` are its days as `--MM-DD` where no year is told.
    """

    event: str | None = None
    elective: int | str | None = None
    title: str | None = None
    languages: tuple[str, ...] = ()
    days: tuple[str, ...] = ()
    unyeared: tuple[str, ...] = ()
    year: int | None = None
    coordinators: tuple[Person, ...] = ()
    sources: dict[str, str] = msgspec.field(default_factory=dict)


def read_header(lines: Sequence[str], lexicon: Lexicon, *, until: int) -> Header:
    """Return what the lines say of the event; headlines are the first, `until` the first day."""
    said = [sentence for line in lines for sentence in sentences(line)]
    sources: dict[str, str] = {}
    told = _told_days(said, lexicon)
    days, year = _days(told, said, sources), _year(said)
    event, number, title = names_of_event(lines[:until], said, lexicon, sources)
    return Header(
        event=event,
        elective=number,
        title=title,
        languages=_languages(said, lexicon, sources),
        days=days,
        unyeared=() if days or year else _unyeared(told),
        year=year,
        coordinators=_coordinators(said, lexicon, sources),
        sources=sources,
    )


def _languages(said: Sequence[str], lexicon: Lexicon, sources: dict[str, str]) -> tuple[str, ...]:
    told = lexicon.pattern(r"(?<!\w)(?:<headings.languages>|<headings.elective>)(?!\w)")
    for line in said:
        if slides_in(line, lexicon) or names_slides(line):
            continue
        known = label(line)
        if known and known.field == "event_languages":
            listed = listed_languages(known.value) or named_languages(known.value)
        else:
            listed = named_languages(line) if told.search(line) else _bracketed(line)
        if listed:
            sources["languages"] = line
            return listed
    return ()


def _bracketed(line: str) -> tuple[str, ...]:
    """Return the languages of a line with dates: «Liège, 14 novembre (français, néerlandais)»."""
    parts = [part for part in re.split(r"\s*[()|•·;]\s*|\s+[–—-]\s+", line) if part]
    listed = (listed_languages(part) for part in parts) if find_days(line) else ()
    return next(filter(None, listed), ())


def _told_days(said: Sequence[str], lexicon: Lexicon) -> list[tuple[Days, str]]:
    """Return the days that sentences name, with the sentence."""
    published = lexicon.pattern(r"^\W*(?:<headings.published>)\b")
    return [(days, line) for line in said if not published.search(line) for days in find_days(line)]


def _unyeared(told: Sequence[tuple[Days, str]]) -> tuple[str, ...]:
    several = (days.days for days, _ in told if len(days.days) > 1)
    return tuple(f"--{month:02}-{day:02}" for month, day in next(several, ()))


def _days(
    found: Sequence[tuple[Days, str]], said: Sequence[str], sources: dict[str, str]
) -> tuple[str, ...]:
    """Return the first days of several that the text names together, else the first alone."""
    several = [pair for pair in found if len(pair[0].days) > 1]
    year = next((days.year for days, _ in found if days.year), None) or _year(said)
    for days, line in several or found[:1]:
        if dates := days.resolve(year):
            sources["start"] = line
            return tuple(day.isoformat() for day in dates)
    return ()


def _year(said: Sequence[str]) -> int | None:
    years = (int(year) for line in said for year in re.findall(r"\b(?:19|20)\d\d\b", line))
    return next(years, None)


def _coordinators(
    said: Sequence[str], lexicon: Lexicon, sources: dict[str, str]
) -> tuple[Person, ...]:
    """Return whoever coordinates; where nobody does, whoever moderates."""
    labelled = {known.value: line for line in said if (known := label(line))
                and known.field == "coordinators"}  # fmt: skip
    # Where several are named, each leads a part.
    if len(labelled) == 1:
        ((value, line),) = labelled.items()
        sources["coordinators"] = line
        return listed_people(value.strip(" ."), commas_list=False)
    for pattern in (
        r"(?<!\w)(?:<hosting.coordination>)(?!\w)",
        r"(?<!\w)(?:<hosting.verbs>)(?!\w)",
    ):
        for line in said:
            if not lexicon.pattern(pattern).search(line):
                continue
            people = [one for one in mentions(line, lexicon) if " " in one.name]
            agents = [one for one in people if _is_agent(line, one, lexicon)]
            people = agents or [one for one in people if one.introduced]
            if people:
                sources["coordinators"] = line
                return tuple(Person(name=one.name, affiliation=one.affiliation) for one in people)
    return ()


def _is_agent(line: str, person: Mention, lexicon: Lexicon) -> bool:
    return bool(lexicon.pattern(r"\b(?:<talks.agents>)\s*$").search(line[: person.start]))
