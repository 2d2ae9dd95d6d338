"""Tells whether the columns of a table are rooms or tracks, whose cells hold an entry each."""

from __future__ import annotations

from collections.abc import Sequence

from pipeline.programme.importing.entries.parting import Parter
from pipeline.programme.importing.entries.people import could_be_people


def has_parallel_columns(rows: Sequence[Sequence[str]]) -> bool:
    """Tell whether cells of two columns or more name both a talk and who gives it."""
    parter = Parter(())
    return sum(any(_is_entry(cell, parter) for cell in column) for column in _columns(rows)) > 1


def _columns(rows: Sequence[Sequence[str]]) -> list[list[str]]:
    width = max(map(len, rows), default=0)
    return [[row[at] for row in rows if at < len(row)] for at in range(1, width)]


def _is_entry(cell: str, parter: Parter) -> bool:
    pieces = parter.parts(" ".join(cell.split()))
    named = [could_be_people(piece.text) for piece in pieces]
    return any(named) and not all(named)
