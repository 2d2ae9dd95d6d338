"""Reads a line of a programme: «09:30 – 10:30  Who cares? — Prof. Amara Nwosu (Lagos)»."""

from __future__ import annotations

import re
from collections.abc import Sequence

import msgspec

from pipeline.programme.importing.entries.vocabulary import HOURS
from pipeline.programme.importing.honorifics import HONORIFICS
from pipeline.programme.importing.people import listed_people
from pipeline.programme.importing.prose.lexicon import Lexicon
from pipeline.programme.importing.prose.names import is_full_name
from pipeline.programme.importing.prose.slides import split_slides
from pipeline.programme.importing.splitting import split_outside
from pipeline.records.base import Record
from pipeline.records.programme import Person

BULLET = re.compile(r"^\s*(?:[•*▪‣◦·●■–—-]|\(?(?:\d{1,2}|[IVX]{1,4}|[a-h])[.)])\s+")
TIME = re.compile(rf"^\s*[\[(]?(?:{HOURS.pattern})[\])]?\s*[:|–—-]?(?:\s+|$)", re.IGNORECASE)
_DASH = re.compile(r"\s+[–—-]\s+|\s*\|\s*|\s+//?\s+|\s{3,}|\t+")
_QUOTED = re.compile(r"^[«“\"„]\s*(?P<title>[^«»“”\"„]+?)\s*[»”\"]\s*[,.:–—-]*\s*(?P<rest>.*)$")
_BRACKETED = re.compile(r"^(?P<title>[^()]{6,}?)\s*\((?P<people>[^()]+)\)$")
_CREDIT = re.compile(r"^\s*(?:by|with|par|avec|por|com)\s+", re.IGNORECASE)
_TITLED = re.compile(rf"^(?:(?:{HONORIFICS})\s+)+\S")


class Entry(Record, frozen=True):
    """A line of a programme; `timed` where it starts with an hour, `marked` with a bullet."""

    title: str
    speakers: tuple[Person, ...] = ()
    languages: tuple[str, ...] | None = None
    timed: bool = False
    marked: bool = False


def entry_in(line: str, lexicon: Lexicon) -> Entry:
    """Return what a line of a programme says; without speakers where it names none."""
    bare = BULLET.sub("", line.strip())
    untimed = TIME.sub("", bare)
    rest, languages = split_slides(untimed.strip(), lexicon)
    entry = _credited(rest.strip(" .;,"), lexicon)
    return msgspec.structs.replace(
        entry,
        languages=languages,
        timed=untimed != bare,
        marked=bare != line.strip(),
    )


def entry_below(line: str, lexicon: Lexicon) -> Entry | None:
    """Return what a line says that stands below a title, None unless it is of people alone."""
    rest, languages = split_slides(line.strip(), lexicon)
    people = people_in(rest)
    return Entry(title="", speakers=people, languages=languages) if people else None


def people_in(text: str) -> tuple[Person, ...]:
    """Return the people that a text lists, () unless every one of them can be a person."""
    said = _CREDIT.sub("", text).strip(" .;,")
    people = listed_people(said, commas_list=False)
    titled = bool(_TITLED.match(said))
    if not people or not all(
        is_full_name(one.name) or (titled and len(one.name.split()) < 3) for one in people
    ):
        return ()
    return people


def _credited(text: str, lexicon: Lexicon) -> Entry:
    quoted = _QUOTED.match(text)
    if quoted:
        credit = lexicon.pattern(r"^(?:<talks.agents>|<talks.of>)\s+").sub("", quoted["rest"])
        people = people_in(_DASH.sub(", ", credit))
        return Entry(title=quoted["title"], speakers=people)
    bracketed = _BRACKETED.match(text)
    if bracketed and (people := people_in(bracketed["people"])):
        return Entry(title=bracketed["title"], speakers=people)
    return _by_dash(split_outside(_DASH, text)) or _by_word(text, lexicon) or Entry(title=text)


def _by_dash(parts: Sequence[str]) -> Entry | None:
    """Read «Title — Speaker (Organisation)» and «Speaker (Organisation) — Title»."""
    for at in range(1, len(parts)):
        if people := people_in(", ".join(parts[at:])):
            return Entry(title=" – ".join(parts[:at]), speakers=people)
    if len(parts) > 1 and (people := people_in(parts[0])):
        return Entry(title=" – ".join(parts[1:]).strip('«»“”" '), speakers=people)
    return None


def _by_word(text: str, lexicon: Lexicon) -> Entry | None:
    """Read «Title, by Speaker» and «Speaker (Organisation): Title»."""
    for agent in reversed(
        list(lexicon.pattern(r"(?:,\s*|\s+)(?:<talks.agents>)\s+").finditer(text))
    ):
        if people := people_in(text[agent.end() :]):
            return Entry(title=text[: agent.start()].strip(" ,"), speakers=people)
    name, colon, title = text.partition(": ")
    if colon and ("(" in name or _TITLED.match(name)) and (people := people_in(name)):
        return Entry(title=title.strip('«»“”" '), speakers=people)
    return None
