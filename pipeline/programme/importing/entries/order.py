"""Tells what stands first in the entries of a programme: the title or who speaks."""

from __future__ import annotations

from collections.abc import Sequence

from pipeline.programme.importing.entries.pieces import Piece
from pipeline.programme.importing.entries.roles import Role

#: How far apart two pieces are, by what begins between them.
_LINE, _SPACE, _ITEM, _HOUR, _DAY = 1, 2, 3, 4, 6


def people_stand_first(pieces: Sequence[Piece], roles: Sequence[Role]) -> bool:
    """Tell whether people are nearer to the title below them than to the one above.

    Titles and people take turns all the way down, so that their order alone does not tell which
    belong together; the look of the page does.
    """
    apart: dict[Role, list[int]] = {Role.TITLE: [], Role.PEOPLE: []}
    last: Role | None = None
    between = 0
    for piece, role in zip(pieces, roles, strict=True):
        between = max(between, _begins(piece, role))
        if role in apart:
            if last is not None and last is not role:
                apart[last].append(between)
            last, between = role, 0
        elif role in {Role.BREAK, Role.SECTION}:
            last = None
    below, above = (_mean(apart[role]) for role in (Role.TITLE, Role.PEOPLE))
    return above < below


def _begins(piece: Piece, role: Role) -> int:
    """Return how much begins with a piece."""
    if role is Role.DAY and not (piece.at or piece.offset or piece.label):
        return _DAY
    if piece.at:
        return 0
    if piece.timed or piece.numbered:
        return _HOUR
    if piece.marked:
        return _ITEM
    return _SPACE if piece.gap else _LINE


def _mean(numbers: Sequence[int]) -> float:
    return sum(numbers) / len(numbers) if numbers else float(_DAY)


def dates_follow(pieces: Sequence[Piece], roles: Sequence[Role]) -> bool:
    """Tell whether the dates of a document stand below or after what they date."""
    days = [piece for piece, role in zip(pieces, roles, strict=True) if role is Role.DAY]
    inside = [piece for piece in days if piece.offset > 0 or piece.at > 0]
    core = [role for role in roles if role in {Role.DAY, Role.PEOPLE}]
    titles = sum(role is Role.TITLE for role in roles)
    ends = core[-1:] == [Role.DAY]
    return ends and len(inside) * 2 > len(days) and len(inside) * 3 > titles
