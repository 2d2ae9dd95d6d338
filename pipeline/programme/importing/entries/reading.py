"""Reads an announcement that sets its programme as entries."""

from __future__ import annotations

from collections.abc import Sequence

import msgspec

from pipeline.programme.importing.blocks import Line
from pipeline.programme.importing.draft import DraftSession
from pipeline.programme.importing.entries.clues import Clues, clues_of
from pipeline.programme.importing.entries.cutting import pieces_of
from pipeline.programme.importing.entries.days import DayFinder
from pipeline.programme.importing.entries.decoding import Reading, decode
from pipeline.programme.importing.entries.gathering import Gatherer
from pipeline.programme.importing.entries.pieces import Piece
from pipeline.programme.importing.entries.roles import Role
from pipeline.programme.importing.entries.sessions import session_of
from pipeline.programme.importing.entries.sharing import with_languages
from pipeline.programme.importing.entries.speakers import commas_list_people
from pipeline.programme.importing.entries.statements import is_more
from pipeline.programme.importing.entries.weights import shipped
from pipeline.programme.importing.prose.days import Calendar
from pipeline.programme.importing.prose.lexicon import Lexicon
from pipeline.records.base import Record
from pipeline.records.messages import message

#: What frames the entries and is no part of one.
_FRAME = frozenset({Role.DAY, Role.TIME, Role.PLACE})
#: What has more lines is no announcement, and would take minutes.
MOST_LINES = 2000
AS_NEIGHBOURS = message("Title and speakers are read as those of the entries around it.")


class Entries(Record, frozen=True):
    """The sessions of a programme set as entries, and the lines of which none is made."""

    sessions: tuple[DraftSession, ...]
    left_out: tuple[str, ...] = ()


class Page(Record, frozen=True):
    """The lines of an announcement, their pieces and the clues of each."""

    lines: tuple[Line, ...]
    days: DayFinder
    lexicon: Lexicon
    pieces: tuple[Piece, ...]
    clues: tuple[Clues, ...]

    def gathered(self, reading: Reading) -> Gatherer:
        """Return the entries that pieces with these roles make."""
        gatherer = Gatherer(reading, self.days)
        gatherer.gather(self.pieces, reading.roles)
        return gatherer


def page_of(lines: Sequence[Line], calendar: Calendar, lexicon: Lexicon) -> Page:
    """Cut lines into pieces; what has too many lines to be an announcement has none."""
    days = DayFinder(calendar)
    pieces = pieces_of(lines) if len(lines) <= MOST_LINES else []
    clues = clues_of(pieces, lambda text: days.day(text) is not None)
    return Page(
        lines=tuple(lines), days=days, lexicon=lexicon, pieces=tuple(pieces), clues=tuple(clues)
    )


def read_entries(page: Page) -> Entries:
    """Return what a page says that are the entries of a programme."""
    if not page.pieces:
        return Entries(sessions=())
    weights = shipped()
    own = weights.scores(page.pieces, page.clues)
    reading = decode(page.pieces, own, weights)
    gatherer = page.gathered(reading)
    dated = any(entry.day for entry in gatherer.entries)
    apart = list(gatherer.apart)
    sessions: list[DraftSession] = []
    more: list[bool] = []
    roles = list(zip(page.pieces, reading.roles, strict=True))
    used = {piece.line for piece, _ in roles}
    doubtful = {
        piece.line
        for (piece, role), scores in zip(roles, own, strict=True)
        if role in {Role.TITLE, Role.PEOPLE} and scores[role] < 0
    }
    used -= {piece.line for piece, role in roles if role not in _FRAME}
    named = (piece.text for piece, role in roles if role is Role.PEOPLE)
    lists = commas_list_people(named)
    for entry in gatherer.entries:
        session = (
            session_of(entry, page.lines, page.lexicon, commas_list=lists)
            if entry.day or not dated
            else None
        )
        if session is None:
            apart += (*entry.texts, *entry.languages)
        else:
            if doubtful.intersection(entry.lines):
                check = (*session.check, AS_NEIGHBOURS)
                session = msgspec.structs.replace(session, check=check)
            sessions.append(session)
            more.append(any(is_more(piece.text) for piece in entry.languages))
            used.update(entry.lines)
    rest = (line.text for number, line in enumerate(page.lines) if number not in used)
    return Entries(sessions=with_languages(sessions, more, apart), left_out=tuple(rest))
