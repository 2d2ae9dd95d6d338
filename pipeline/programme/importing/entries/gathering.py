"""Gathers the pieces of a programme into its entries, each with title, people and the rest."""

from __future__ import annotations

from collections.abc import Sequence

from pipeline.programme.importing.entries.days import DayFinder
from pipeline.programme.importing.entries.decoding import Reading
from pipeline.programme.importing.entries.entry import Entry
from pipeline.programme.importing.entries.order import dates_follow
from pipeline.programme.importing.entries.pieces import Piece
from pipeline.programme.importing.entries.roles import Role
from pipeline.programme.importing.entries.statements import (
    is_for_all,
    is_for_both,
    is_of_several,
    names_slides,
)
from pipeline.programme.importing.prose.days import Day


class Gatherer:
    """Walks through the pieces once; `entries` are found in order, `apart` belongs to none."""

    def __init__(self, reading: Reading, days: DayFinder) -> None:
        self.entries: list[Entry] = []
        self.apart: list[Piece] = []
        self._people_first = reading.people_first
        self._days = days
        self._day: Day | None = None
        self._day_line = -1
        self._section: Piece | None = None
        self._dates_follow = False
        self._last = self._blocks = 0
        self._break_line = -1
        self._titled: set[int] = set()
        self._named: set[int] = set()
        self._entry = Entry(None)

    def gather(self, pieces: Sequence[Piece], roles: Sequence[Role]) -> None:
        """Take all pieces with their roles."""
        self._dates_follow = dates_follow(pieces, roles)
        self._titled = {
            piece.line for piece, role in zip(pieces, roles, strict=True) if role is Role.TITLE
        }
        named = [
            piece.line for piece, role in zip(pieces, roles, strict=True) if role is Role.PEOPLE
        ]
        self._last = max(named, default=0)
        self._named = set(named)
        for piece, role in zip(pieces, roles, strict=True):
            self._take(piece, role)
        self._close()

    def _take(self, piece: Piece, role: Role) -> None:
        if role is Role.DAY:
            self._take_day(piece)
        elif role is Role.TITLE:
            self._take_title(piece)
        elif role is Role.PEOPLE:
            self._take_people(piece)
        elif role is Role.AFFILIATION and self._entry.people and not self._entry.is_break:
            self._entry.people[-1][1].append(piece)
            self._entry.take(piece)
        elif role is Role.BREAK and not self._is_kind(piece):
            self._start()
            self._entry.is_break = True
            self._break_line = piece.line
        elif role is Role.SECTION:
            self._start()
            self._section = piece
        elif role in {Role.LANGUAGES, Role.TEXT, Role.AFFILIATION}:
            self._take_rest(piece, role)

    def _is_kind(self, piece: Piece) -> bool:
        """Tell whether a break is the kind of a talk told above: «Debate with Ana Reis»."""
        told_above = bool(piece.offset and self._entry.titles) and not self._entry.people
        return told_above and piece.line in self._named

    def _take_day(self, piece: Piece) -> None:
        day = self._days.day(piece.text, self._day)
        if not day or (piece.line == self._day_line and not day.date):
            return
        beside = piece.at > 0 and self._entry.lines[-1:] == [piece.line]
        below = bool(self._entry.titles) and not self._entry.people
        below = below and bool(piece.offset or piece.label) and piece.line not in self._titled
        within = piece.label and piece.offset
        if (self._dates_follow or beside or below or within) and not self._entry.is_empty:
            self._day = self._entry.day = day
            self._entry.take(piece)
            return
        goes_on = self._day.number if self._day and not day.date else None
        self._day = Day(number=day.number or goes_on, date=day.date)
        self._day_line = piece.line
        self._section = None
        self._start()

    def _take_title(self, piece: Piece) -> None:
        entry = self._entry
        goes_on = entry.is_open_title(piece)
        begins = bool(entry.people) and _begins(piece) and not self._people_first
        if (entry.titles and not goes_on) or begins or entry.is_break:
            self._start()
        self._entry.titles.append(piece)
        self._entry.take(piece)

    def _take_people(self, piece: Piece) -> None:
        entry = self._entry
        if entry.is_break and (piece.line == self._break_line or piece.offset):
            # Whoever stands with a break hosts.
            return
        if self._people_first:
            starts = bool(entry.titles) and piece.line != entry.lines[-1]
        else:
            starts = bool(entry.people and entry.titles) and (
                _begins(piece) and (piece.line in self._titled or piece.style == "h")
            )
        if starts or entry.is_break:
            self._start()
        self._entry.people.append((piece, []))
        self._entry.take(piece)

    def _take_rest(self, piece: Piece, role: Role) -> None:
        entry = self._entry
        if piece.offset == 0 and piece.line not in entry.lines:
            entry.blocks += 1
        follows = piece.line > self._last and entry.blocks > self._blocks and bool(self.entries)
        for_all = is_for_all(piece.text) or follows or is_of_several(piece.text)
        is_told = role is Role.LANGUAGES or names_slides(piece.stated)
        if entry.is_empty or entry.is_break or (is_told and for_all):
            self.apart.append(piece)
        elif role is Role.LANGUAGES:
            both = self.entries[-1:] if is_for_both(piece.text) else []
            for one in (*both, entry):
                one.languages.append(piece)
                one.take(piece)
        else:
            entry.texts.append(piece)
            entry.take(piece)

    def _start(self) -> None:
        self._close()
        self._entry = Entry(self._day)
        self._entry.section = self._section

    def _close(self) -> None:
        self._blocks = max(self._blocks, self._entry.blocks if self._entry.people else 0)
        if self._entry.people or any(one.known or one.timed for one in self._entry.texts):
            self.entries.append(self._entry)
        elif not self._entry.is_empty:
            self.apart += (*self._entry.texts, *self._entry.languages)
            self.entries.append(self._entry)
        self._entry = Entry(self._day)
        self._entry.section = self._section


def _begins(piece: Piece) -> bool:
    return piece.at == 0 and piece.offset == 0
