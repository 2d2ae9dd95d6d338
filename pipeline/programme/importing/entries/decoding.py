"""Finds what every piece is: the reading that explains the document best as a whole.

Pieces are read as a hidden Markov model whose states are a role and what the entry has so far
(Viterbi). What pieces of one look turned out to be is then held for more likely for all of that
look, and the document is read again: so an entry that is hard to read by its words alone is read
as its neighbours are.
"""

from __future__ import annotations

import math
from collections import Counter, defaultdict
from collections.abc import Sequence

import msgspec

from pipeline.programme.importing.entries.clues import CERTAIN, Scores
from pipeline.programme.importing.entries.order import people_stand_first
from pipeline.programme.importing.entries.pieces import Piece
from pipeline.programme.importing.entries.roles import ROLES, Role
from pipeline.records.base import Record

#: What the entry has so far: nothing, a title, people, people and where they work.
EMPTY, TITLED, NAMED, PLACED, CLOSED = STATES = range(5)
#: How often a document is read again.
ROUNDS = 4
#: So many readings of a look count as nothing seen.
SMOOTHING = 1.5
#: No look says more for a role than this.
MOST = 2.5
_AFTER = {Role.TITLE: TITLED, Role.PEOPLE: NAMED, Role.AFFILIATION: PLACED, Role.BREAK: CLOSED,
          Role.DAY: EMPTY, Role.SECTION: EMPTY}  # fmt: skip

#: How well a role follows on what the entry has, where titles stand first.
_TITLES_FIRST = {
    Role.TITLE: (0.3, -1.0, 0.4, 0.4, 0.3),
    Role.PEOPLE: (-1.0, 1.2, -0.3, -0.2, -1.5),
    Role.AFFILIATION: (-3.0, -2.5, 1.2, 0.3, -3.0),
}
#: The same where speakers stand first.
_PEOPLE_FIRST = {
    Role.TITLE: (-0.8, -1.2, 1.2, 1.2, -0.8),
    Role.PEOPLE: (0.4, 0.4, -0.3, -0.3, 0.3),
    Role.AFFILIATION: (-3.0, -2.0, 1.2, 0.3, -3.0),
}


class Reading(Record, frozen=True):
    """The role of each piece, and whether speakers stand before the titles."""

    roles: tuple[Role, ...]
    people_first: bool
    score: float


def decode(pieces: Sequence[Piece], scores: Sequence[Scores]) -> Reading:
    """Return the best reading of the pieces, which have these scores by their words."""
    readings = [_settle(pieces, scores, people_first=first) for first in (False, True)]
    whole = [one for one in readings if people_stand_first(pieces, one.roles) == one.people_first]
    if whole:
        return max(whole, key=lambda reading: reading.score)
    best = max(readings, key=lambda reading: reading.score)
    return msgspec.structs.replace(best, people_first=not best.people_first)


def _settle(pieces: Sequence[Piece], scores: Sequence[Scores], *, people_first: bool) -> Reading:
    whole = list(scores)
    for _ in range(ROUNDS):
        roles, score = _viterbi(pieces, whole, people_first=people_first)
        whole = _adapted(pieces, scores, roles)
    return Reading(roles=tuple(roles), people_first=people_first, score=score)


def _adapted(
    pieces: Sequence[Piece], scores: Sequence[Scores], roles: Sequence[Role]
) -> list[Scores]:
    """Return the scores with what the look of a piece says, as the last reading has it."""
    counts: dict[object, Counter[Role]] = defaultdict(Counter)
    for piece, role in zip(pieces, roles, strict=True):
        counts[piece.shape][role] += 1
    every = Counter(roles)
    found = []
    for piece, own in zip(pieces, scores, strict=True):
        seen = counts[piece.shape]
        number = sum(seen.values())
        added = list(own)
        for role in ROLES:
            usual = (every[role] + 0.5) / (len(pieces) + 0.5 * len(ROLES))
            here = (seen[role] + SMOOTHING * usual) / (number + SMOOTHING)
            added[role] += max(-MOST, min(MOST, math.log(here / usual)))
        found.append(added)
    return found


def _viterbi(
    pieces: Sequence[Piece], scores: Sequence[Scores], *, people_first: bool
) -> tuple[list[Role], float]:
    best: dict[tuple[Role, int], float] = {(Role.DAY, EMPTY): 0.0}
    back: list[dict[tuple[Role, int], tuple[Role, int]]] = []
    for piece, own in zip(pieces, scores, strict=True):
        reached: dict[tuple[Role, int], float] = {}
        came: dict[tuple[Role, int], tuple[Role, int]] = {}
        for before, so_far in best.items():
            for role in ROLES:
                if own[role] <= -CERTAIN:
                    continue
                value = (
                    so_far + own[role] + _follows(before, role, piece, people_first=people_first)
                )
                after = (role, _has_after(role, before[1], piece))
                if value > reached.get(after, -math.inf):
                    reached[after], came[after] = value, before
        best = reached
        back.append(came)
    state = max(best, key=lambda key: best[key])
    score = best[state]
    roles: list[Role] = []
    for came in reversed(back):
        roles.append(state[0])
        state = came[state]
    return roles[::-1], score


def _has_after(role: Role, has: int, piece: Piece) -> int:
    """Return what the entry has after a piece; a date within an entry begins no other."""
    if role is Role.DAY and (piece.at or piece.offset or piece.label):
        return has
    return _AFTER.get(role, has)


def _follows(before: tuple[Role, int], role: Role, piece: Piece, *, people_first: bool) -> float:
    """Return how well a role follows what stands before, across the bounds of lines and entries."""
    last, has = before
    score = (_PEOPLE_FIRST if people_first else _TITLES_FIRST).get(role, (0.0,) * len(STATES))[has]
    begins = piece.offset == 0 and (piece.at == 0 or last in {Role.TIME, Role.DAY})
    if role is Role.PEOPLE and has == CLOSED and piece.at:
        score += 1.5
    if last is Role.SECTION and piece.at:
        score += {Role.PEOPLE: -2.0, Role.PLACE: 1.5}.get(role, 0.0)
    if begins:
        score += _begins(role, piece, people_first=people_first)
    elif piece.at == 0 and role is Role.TITLE and has == TITLED and last is Role.TITLE:
        score -= 0.5
    if piece.at and role is last and role in {Role.PEOPLE, Role.TITLE}:
        score -= 0.3
    if role is Role.AFFILIATION and last in {Role.LANGUAGES, Role.TIME, Role.TEXT}:
        score -= 2.0
    if role is Role.PEOPLE and piece.before in {"by", "("} and last is Role.AFFILIATION:
        score -= 2.0
    if piece.before == "(":
        beside = last is Role.PEOPLE
        score += {Role.AFFILIATION: 0.5 if beside else -1.0, Role.TITLE: -1.0,
                  Role.PEOPLE: -2.0 if beside else 0.0}.get(role, 0.0)  # fmt: skip
    if role is Role.TEXT and has == EMPTY:
        score += 0.3
    return score


def _begins(role: Role, piece: Piece, *, people_first: bool) -> float:
    """Return how well a role stands first where a new entry begins, by the look of the page."""
    strong = piece.marked or piece.numbered or piece.timed
    first, second = (Role.PEOPLE, Role.TITLE) if people_first else (Role.TITLE, Role.PEOPLE)
    if role is Role.AFFILIATION:
        return -3.0 if strong else -0.6
    if role in {first, Role.BREAK}:
        return 0.4
    if role is second:
        return -0.8 if strong else -0.4
    return 0.0
