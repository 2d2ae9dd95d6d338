"""Finds what every piece is: the reading that explains the document best as a whole.

Pieces are read as a log-linear chain whose states are a role and what the entry has so far
(Viterbi). What pieces of one look turned out to be is then held for more likely for all of that
look, and the document is read again: so an entry that is hard to read by its words alone is read
as its neighbours are.
"""

from __future__ import annotations

from collections.abc import Sequence

import msgspec
import numpy as np

from pipeline.programme.importing.entries.order import people_stand_first
from pipeline.programme.importing.entries.pieces import Piece
from pipeline.programme.importing.entries.roles import ROLES, Role
from pipeline.programme.importing.entries.weights import (
    BEGINS,
    BELOW,
    BESIDE,
    BRACKETED,
    CLOSED,
    CREDITED,
    EMPTY,
    NAMED,
    NEVER,
    PLACED,
    STATES,
    TITLED,
    Scores,
    Weights,
)
from pipeline.records.base import Record

#: How often a document is read again.
ROUNDS = 4
#: So many readings of a look count as nothing seen.
SMOOTHING = 1.5
#: No look says more for a role than this.
MOST = 2.5
#: What the entry has after roles that settle it.
_AFTER: dict[Role, int] = {
    Role.TITLE: TITLED,
    Role.PEOPLE: NAMED,
    Role.AFFILIATION: PLACED,
    Role.BREAK: CLOSED,
    Role.DAY: EMPTY,
    Role.SECTION: EMPTY,
}
_WITHIN: dict[Role, int] = {role: state for role, state in _AFTER.items() if role is not Role.DAY}


class Reading(Record, frozen=True):
    """The role of each piece, and whether speakers stand before the titles."""

    roles: tuple[Role, ...]
    people_first: bool
    score: float


def decode(pieces: Sequence[Piece], scores: Scores, weights: Weights) -> Reading:
    """Return the best reading of pieces, which have these scores (piece, role) by their clues."""
    readings = [_settle(pieces, scores, weights, people_first=first) for first in (False, True)]
    whole = [one for one in readings if people_stand_first(pieces, one.roles) == one.people_first]
    if whole:
        return max(whole, key=lambda reading: reading.score)
    best = max(readings, key=lambda reading: reading.score)
    return msgspec.structs.replace(best, people_first=not best.people_first)


def _settle(
    pieces: Sequence[Piece], scores: Scores, weights: Weights, *, people_first: bool
) -> Reading:
    moves = moves_between(pieces, weights, people_first=people_first)
    roles, score = _best(pieces, scores, moves)
    for _ in range(ROUNDS - 1):
        roles, score = _best(pieces, scores + looks(pieces, roles), moves)
    return Reading(roles=roles, people_first=people_first, score=score)


def looks(pieces: Sequence[Piece], roles: Sequence[Role], *, of_others: bool = False) -> Scores:
    """Return what the look of each piece says for each role, as a reading has it.

    With `of_others` pieces do not count for themselves.
    """
    one_hot = np.eye(len(ROLES))[list(roles)]
    shapes: dict[object, int] = {}
    of = np.array([shapes.setdefault(piece.shape, len(shapes)) for piece in pieces])
    seen = np.zeros((len(shapes), len(ROLES)))
    np.add.at(seen, of, one_hot)
    here = seen[of] - (one_hot if of_others else 0.0)
    usual = (one_hot.sum(axis=0) + 0.5) / (len(pieces) + 0.5 * len(ROLES))
    share = (here + SMOOTHING * usual) / (here.sum(axis=1, keepdims=True) + SMOOTHING)
    said: Scores = np.clip(np.log(share / usual), -MOST, MOST)
    return said


def moves_between(pieces: Sequence[Piece], weights: Weights, *, people_first: bool) -> list[Scores]:
    """Return for each piece how well a role follows (last role, what the entry has, role)."""
    order = int(people_first)
    made: dict[object, Scores] = {}
    found = []
    for piece in pieces:
        place, strong = place_of(piece), is_strong(piece)
        key = (place, strong, piece.offset == 0, piece.at == 0)
        if key not in made:
            follows = np.zeros((len(ROLES), 1, len(ROLES)))
            for last in ROLES:
                begins = starts(piece, last)
                follows[last, 0] = weights.follows[last, BEGINS if begins else place]
                follows[last, 0] += weights.begins[order, int(strong)] if begins else 0.0
            made[key] = follows + weights.entry[order]
        found.append(made[key])
    return found


def starts(piece: Piece, last: Role) -> bool:
    """Tell whether an entry begins with a piece that follows this role."""
    return piece.offset == 0 and (piece.at == 0 or last in {Role.TIME, Role.DAY})


def place_of(piece: Piece) -> int:
    """Return how a piece stands to the one before it where no entry begins."""
    if piece.before == "(":
        return BRACKETED
    if piece.before == "by":
        return CREDITED
    return BESIDE if piece.at else BELOW


def is_strong(piece: Piece) -> bool:
    """Tell whether the look of a piece says that an entry begins."""
    return piece.marked or piece.numbered or piece.timed


def settles(piece: Piece) -> dict[Role, int]:
    """Return what the entry has after a role; a date within an entry begins no other."""
    return _WITHIN if piece.at or piece.offset or piece.label else _AFTER


def _best(
    pieces: Sequence[Piece], scores: Scores, moves: Sequence[Scores]
) -> tuple[tuple[Role, ...], float]:
    """Return the best roles and their score (Viterbi over last role and state of the entry)."""
    best = np.full((len(ROLES), len(STATES)), NEVER)
    best[Role.DAY, EMPTY] = 0.0
    back = []
    for piece, own, move in zip(pieces, scores, moves, strict=True):
        came = best[:, :, None] + move
        last = came.argmax(axis=0)
        value = came.max(axis=0) + own
        reached = np.full_like(best, NEVER)
        before = np.zeros((*best.shape, 2), dtype=int)
        after = settles(piece)
        for role in ROLES:
            if own[role] <= NEVER:
                continue
            if role in after:
                has = int(value[:, role].argmax())
                reached[role, after[role]] = value[has, role]
                before[role, after[role]] = last[has, role], has
            else:
                reached[role] = value[:, role]
                before[role, :, 0], before[role, :, 1] = last[:, role], range(len(STATES))
        best = reached
        back.append(before)
    state = np.unravel_index(best.argmax(), best.shape)
    roles: list[Role] = []
    for before in reversed(back):
        roles.append(ROLES[int(state[0])])
        state = tuple(before[state])
    return tuple(reversed(roles)), float(best.max())
