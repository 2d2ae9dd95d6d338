"""An entry of a programme that is being put together."""

from __future__ import annotations

from pipeline.programme.importing.entries.pieces import Piece
from pipeline.programme.importing.prose.days import Day


class Entry:
    """An entry that is being put together; its pieces by their role, in order."""

    def __init__(self, day: Day | None) -> None:
        self.day = day
        self.titles: list[Piece] = []
        self.people: list[tuple[Piece, list[Piece]]] = []
        self.languages: list[Piece] = []
        self.texts: list[Piece] = []
        self.lines: list[int] = []
        self.section: Piece | None = None
        self.is_break = False
        self.blocks = 0

    @property
    def is_empty(self) -> bool:
        """Whether nothing is known of the entry that names it."""
        return not (self.titles or self.people)

    def is_open_title(self, piece: Piece) -> bool:
        """Tell whether a piece goes on with the title: on its line, or small below it."""
        if not self.titles:
            return False
        if any(one.line == piece.line and one.at > self.titles[-1].at for one, _ in self.people):
            # Two rooms side by side on one line: the second title has its own speakers.
            return False
        below = piece.at == 0 and piece.text[:1].islower() and self.lines[-1:] == [piece.line - 1]
        return piece.line == self.titles[-1].line or (below and not self.people)

    def untitled(self) -> Piece | None:
        """Take out what stands beside people who have told where they work: it may be the title."""
        for piece, places in () if self.titles else self.people:
            told = [place for place in places if place.before not in {"(", ","}]
            if told and (len(places) > 1 or "," in piece.text or "(" in piece.text):
                places.remove(told[-1])
                return told[-1]
        return None

    def take(self, piece: Piece) -> None:
        """Note that a piece belongs to the entry."""
        if piece.line not in self.lines:
            self.lines.append(piece.line)
