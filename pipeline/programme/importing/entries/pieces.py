"""A piece of a line: what stands between the marks that part it."""

from __future__ import annotations

from pipeline.programme.importing.entries.roles import Role
from pipeline.records.base import Record


class Piece(Record, frozen=True):
    """A piece of a line, with all that its place on the page tells.

    `before` is the mark that parts it from the piece before, `at` its number in the line.
    `offset` counts the lines since the entry began, by the look of the page: by an hour, a
    bullet, a number or space above. `known` is its role where a label says it.
    """

    text: str
    line: int
    at: int = 0
    before: str = ""
    label: str = ""
    known: Role | None = None
    marked: bool = False
    numbered: bool = False
    timed: bool = False
    gap: bool = False
    style: str = ""
    offset: int = 0

    @property
    def stated(self) -> str:
        """The piece as a statement on slides, with the label that it had."""
        return f"Slides: {self.text}" if self.label == Role.LANGUAGES.name else self.text

    @property
    def shape(self) -> tuple[object, ...]:
        """What pieces of one kind have in common where a person sets them alike."""
        mark = self.label or self.before
        return (min(self.at, 3), mark, self.style, min(self.offset, 4), self.marked, self.timed)
