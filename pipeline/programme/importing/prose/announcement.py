"""Reads an announcement from top to bottom: days, talks, speakers, slides."""

from __future__ import annotations

import re
from collections.abc import Container, Iterable, Iterator, Sequence

import msgspec

from pipeline.programme.importing.blocks import Block, Grid, Line
from pipeline.programme.importing.draft import Draft, DraftSession
from pipeline.programme.importing.entries.days import DayFinder
from pipeline.programme.importing.entries.reading import Entries, read_entries
from pipeline.programme.importing.entries.statements import (
    default_languages,
    is_for_all,
    names_slides,
)
from pipeline.programme.importing.entries.worth import worth
from pipeline.programme.importing.prose.days import Calendar
from pipeline.programme.importing.prose.header import read_header
from pipeline.programme.importing.prose.lexicon import language_of, lexicon
from pipeline.programme.importing.prose.reader import Reader
from pipeline.programme.importing.prose.sentences import sentences
from pipeline.programme.importing.tables import Table
from pipeline.records.messages import Message, message

_COUNTED = re.compile(r"(?:day|jour|dia)\s+(\d{1,2})\b", re.IGNORECASE)
#: So many letters of a sentence tell it from the others.
OPENING = 30
#: What is read line by line in a programme set as entries finds a host or a heading too many.
PREFERRED = 1.2


def read_announcement(blocks: Sequence[Block], kind: Message) -> Draft:
    """Return what an announcement in English, French or Portuguese says."""
    lines = [block.text for block in blocks if isinstance(block, Line)]
    language = language_of("\n".join(lines))
    words = lexicon(language)
    undated = Calendar((), words)
    days = (at for at, line in enumerate(lines) if undated.heading(line, None))
    header = read_header(lines, words, until=next(days, len(lines)))
    calendar = Calendar(header.days, words, by_date=_counts_dates(lines, header.days))
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
    entries = read_entries(list(_lines(blocks, DayFinder(calendar))), calendar, words)
    said = (sentence for line in lines for sentence in sentences(line))
    every = default_languages(sentence for sentence in said if is_for_all(sentence))
    spoken = reader.told(every)
    untold = [line for line in _untold(lines, spoken) if not calendar.heading(line, None)]
    apart = [part for part in reader.left_out if not any(part in line for line in untold)]
    told = Entries(sessions=spoken, left_out=(*apart, *untold))
    dated = any(one.day or one.date for one in (*told.sessions, *entries.sessions))
    is_told = worth(told.sessions, dated=dated) > PREFERRED * worth(entries.sessions, dated=dated)
    best = told if is_told else entries
    sessions = (*reader.tables, *_fresh(best.sessions, reader.tables))
    return Draft(
        kind=kind,
        event=header.event,
        elective=header.elective,
        title=header.title,
        languages=header.languages,
        days=header.days,
        year=header.year,
        coordinators=header.coordinators,
        sources=header.sources,
        sessions=sessions if header.languages else _in_own(sessions, language),
        check=tuple(reader.talks.check) if best is told else (),
        left_out=_left_out(best.left_out, header.sources.values()),
    )


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


def _lines(blocks: Sequence[Block], days: DayFinder) -> Iterator[Line]:
    """Yield the lines, and the rows of tables that have no headings."""
    for block in blocks:
        if isinstance(block, Line):
            yield block
        elif Table(speakers_needed=True).sessions(block.rows) is None:
            dated = [at for at, cell in enumerate(block.rows[0]) if days.day(cell)]
            rows = _by_day(block.rows, dated) if len(dated) > 1 else block.rows
            for row in rows:
                yield from _row(row)


def _by_day(rows: Sequence[Sequence[str]], dated: Sequence[int]) -> Iterator[tuple[str, ...]]:
    """Yield the rows of a table whose columns are days, one day after the other."""
    for at in dated:
        yield (rows[0][at],)
        for row in rows[1:]:
            yield (row[0] if dated[0] else "", row[at] if at < len(row) else "")


def _row(row: Sequence[str]) -> Iterator[Line]:
    """Yield the line of a row; cells that hold an entry each are read one below the other."""
    cells = [[" ".join(line.split()) for line in cell.split("\n") if line.strip()] for cell in row]
    if not any(len(cell) > 1 for cell in cells):
        yield Line(text="\t".join(" ".join(cell) for cell in cells), gap=True)
        return
    for cell in cells:
        for number, line in enumerate(cell):
            yield Line(text=line, gap=not number)


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
