"""Reads an announcement from top to bottom: days, talks, speakers, slides."""

from __future__ import annotations

import re
from collections.abc import Container, Iterable, Iterator, Sequence

import msgspec

from pipeline.programme.importing.blocks import Block, Grid, Line
from pipeline.programme.importing.draft import Draft, DraftSession
from pipeline.programme.importing.entries.days import DayFinder
from pipeline.programme.importing.entries.general import default_languages
from pipeline.programme.importing.entries.reading import Entries, Page, page_of, read_entries
from pipeline.programme.importing.entries.statements import (
    is_for_all,
    names_slides,
)
from pipeline.programme.importing.entries.worth import worth
from pipeline.programme.importing.prose.days import Calendar, weekdays_told
from pipeline.programme.importing.prose.header import Header, read_header
from pipeline.programme.importing.prose.layout import entry_lines, programme_blocks
from pipeline.programme.importing.prose.lexicon import Lexicon, language_of, lexicon
from pipeline.programme.importing.prose.reader import Reader
from pipeline.programme.importing.prose.sentences import sentences
from pipeline.programme.importing.prose.surnames import with_full_names
from pipeline.records.messages import Message, message

_COUNTED = re.compile(r"(?:day|jour|dia)\s+(\d{1,2})\b", re.IGNORECASE)
#: So many letters of a sentence tell it from the others.
OPENING = 30
#: What is read line by line in a programme set as entries finds a host or a heading too many.
PREFERRED = 1.2


def read_announcement(blocks: Sequence[Block], kind: Message) -> Draft:
    """Return what an announcement in English, French or Portuguese says."""
    lines = [block.text for block in blocks if isinstance(block, Line)]
    language, words, header, calendar = _frame(lines)
    blocks = programme_blocks(blocks, calendar)
    reader = Reader(words, calendar, header.title or "")
    for person in header.coordinators:
        reader.talks.set_apart(person.name)
    for block in blocks:
        if isinstance(block, Grid):
            reader.read_table(block)
        elif reader.has_begun or block.text not in header.sources.values():
            reader.read_line(block)
        else:
            reader.read_day(block.text)
    entries = read_entries(_page(blocks, calendar, words))
    speakers = {person.name for talk in reader.talks for person in talk.people}
    every = default_languages(_of_all(lines, speakers))
    spoken = reader.told(every)
    untold = [line for line in _untold(lines, spoken) if not calendar.heading(line, None)]
    apart = [part for part in reader.left_out if not any(part in line for line in untold)]
    told = Entries(sessions=spoken, left_out=(*apart, *untold))
    dated = any(one.day or one.date for one in (*told.sessions, *entries.sessions))
    is_told = worth(told.sessions, dated=dated) > PREFERRED * worth(entries.sessions, dated=dated)
    best = told if is_told else entries
    called = with_full_names(best.sessions, lines, words)
    sessions = (*reader.tables, *_fresh(called, reader.tables))
    return Draft(
        kind=kind,
        event=header.event,
        elective=header.elective,
        title=header.title,
        languages=header.languages,
        days=header.days or header.unyeared,
        year=header.year,
        coordinators=header.coordinators,
        sources=header.sources,
        sessions=sessions if header.languages else _in_own(sessions, language),
        check=tuple(reader.talks.check) if best is told else (),
        left_out=_left_out(best.left_out, header.sources.values()),
    )


def announced_page(blocks: Sequence[Block]) -> Page:
    """Return the page of an announcement as it is read by its entries."""
    _, words, _, calendar = _frame([block.text for block in blocks if isinstance(block, Line)])
    return _page(programme_blocks(blocks, calendar), calendar, words)


def _page(blocks: Sequence[Block], calendar: Calendar, words: Lexicon) -> Page:
    return page_of(list(entry_lines(blocks, DayFinder(calendar))), calendar, words)


def _frame(lines: Sequence[str]) -> tuple[str, Lexicon, Header, Calendar]:
    """Return the language of an announcement, its words, what its head says and its days."""
    language = language_of("\n".join(lines))
    words = lexicon(language)
    undated = Calendar((), words)
    days = (at for at, line in enumerate(lines) if undated.heading(line, None))
    header = read_header(lines, words, until=next(days, len(lines)))
    calendar = Calendar(
        header.days,
        words,
        by_date=_counts_dates(lines, header.days),
        weekdays=() if header.days else weekdays_told(lines),
    )
    return language, words, header, calendar


def _of_all(lines: Iterable[str], speakers: Iterable[str]) -> Iterator[str]:
    """Yield the sentences on the slides of all talks; beside a speaker they must say so."""
    for line in lines:
        is_beside = any(name in line for name in speakers)
        for sentence in sentences(line):
            if is_for_all(sentence, strictly=is_beside):
                yield sentence


def _counts_dates(lines: Iterable[str], days: Sequence[str]) -> bool:
    """Tell whether headings such as «Dia 23» count days of the month."""
    told = (_COUNTED.match(line.strip(" *#•_=–—->")) for line in lines)
    numbers = {int(match[1]) for match in told if match}
    return any(number > len(days) for number in numbers) and numbers <= {
        int(day[8:]) for day in days
    }


def _left_out(lines: Iterable[str], used: Container[str]) -> tuple[str, ...]:
    """Return the lines of which nothing is in the draft."""
    rest = (
        line for line in lines if line not in used and not (is_for_all(line) and names_slides(line))
    )
    return tuple(dict.fromkeys(rest))


def _untold(lines: Iterable[str], sessions: Sequence[DraftSession]) -> Iterator[str]:
    """Yield the lines of which no sentence is told of a session."""
    told = " ".join(text for one in sessions for text in (*one.sources, str(one.abstract)))
    for line in lines:
        if not any(said[:OPENING] in told for said in sentences(line)):
            yield line


def _in_own(sessions: Sequence[DraftSession], language: str) -> tuple[DraftSession, ...]:
    """Give sessions of which no languages are told that of the announcement itself."""
    remark = message("No language is named; that of the announcement was taken.")
    return tuple(
        session
        if session.languages is not None
        else msgspec.structs.replace(
            session, languages=(language,), inferred=(*session.inferred, remark)
        )
        for session in sessions
    )


def _fresh(
    sessions: Sequence[DraftSession], listed: Sequence[DraftSession]
) -> Iterator[DraftSession]:
    """Yield the sessions of which no table tells."""
    names = {person.name for session in listed for person in session.speakers}
    dated = any(session.day or session.date for session in listed)
    for item in sessions:
        is_dated = bool(item.day or item.date)
        if not {one.name for one in item.speakers} & names and (is_dated or not dated):
            yield item
