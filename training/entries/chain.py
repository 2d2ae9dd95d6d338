"""Fits the weights of a log-linear chain of roles to texts whose roles are known (a CRF)."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

import numpy as np
import numpy.typing as npt

from pipeline.programme.importing.entries.clues import Clues
from pipeline.programme.importing.entries.decoding import (
    is_strong,
    looks,
    place_of,
    settles,
    starts,
)
from pipeline.programme.importing.entries.pieces import Piece
from pipeline.programme.importing.entries.roles import ROLES, Role
from pipeline.programme.importing.entries.weights import (
    BEGINS,
    NEVER,
    ORDERS,
    PERSON,
    PLACES,
    STATES,
    Table,
    begins_clue,
    entry_clue,
    follows_clue,
)

#: Steps of the fit, and how far one goes at first; more change nothing in the second decimal.
ROUNDS, STEP = 120, 0.1
Array = npt.NDArray[np.float64]
_L, _H, _R = len(ROLES), len(STATES), len(ROLES)


class Example(NamedTuple):
    """A text whose roles are known; `people_first` tells the order of its entries."""

    pieces: Sequence[Piece]
    clues: Sequence[Clues]
    roles: Sequence[Role]
    people_first: bool


class _Chain(NamedTuple):
    """An example as arrays over its pieces."""

    clues: Array  # (piece, clue)
    fixed: Array  # (piece, role): what is not fitted
    moves: npt.NDArray[np.int64]  # (order, piece, last, has, 3): clues of a move
    after: npt.NDArray[np.int64]  # (piece, has, role): what the entry has then
    gold: npt.NDArray[np.int64]  # (piece, 3): last, has, role
    order: int


def fit(examples: Sequence[Example], start: Table, *, hold: float) -> dict[str, dict[str, float]]:
    """Return the weights that make the roles of examples likely, held to those of `start`.

    `hold` is the precision of the Gaussian around the start, the same for every weight. What the
    look of a page says is taken from the roles of all other pieces.
    """
    names = sorted({*start, *(clue for one in examples for own in one.clues for clue in own.names)})
    number = {name: at for at, name in enumerate(names)}
    chains = [_chain(one, number) for one in examples]
    first = np.array(
        [[start.get(name, {}).get(role.name, 0.0) for role in ROLES] for name in names]
    )
    found = first.copy()
    mean, square = np.zeros_like(found), np.zeros_like(found)
    for turn in range(1, ROUNDS + 1):
        gradient = hold * (first - found) + sum(_slope(chain, found) for chain in chains)
        # Adam (Kingma and Ba 2015), with a step that shrinks to nothing.
        mean = 0.9 * mean + 0.1 * gradient
        square = 0.99 * square + 0.01 * gradient**2
        step = STEP * (1 - turn / (ROUNDS + 1))
        found += step * (mean / (1 - 0.9**turn)) / (np.sqrt(square / (1 - 0.99**turn)) + 1e-6)
    return {
        name: {role.name: float(found[at, role]) for role in ROLES} for name, at in number.items()
    }


def _chain(one: Example, number: dict[str, int]) -> _Chain:
    count = len(one.pieces)
    seen = np.zeros((count, len(number)))
    fixed = looks(one.pieces, one.roles, of_others=True)
    after = np.empty((count, _H, _R), dtype=int)
    after[:] = np.arange(_H)[:, None]
    gold = np.zeros((count, 3), dtype=int)
    last, has = int(Role.DAY), 0
    for at, (piece, clues, role) in enumerate(zip(one.pieces, one.clues, one.roles, strict=True)):
        if piece.known is not None:
            fixed[at] = np.where([each is piece.known for each in ROLES], 0.0, NEVER)
        else:
            seen[at, [number[name] for name in clues.names]] = 1.0
            seen[at, number[PERSON]] = clues.person
            fixed[at, list(clues.never)] = NEVER
        for each, state in settles(piece).items():
            after[at, :, each] = state
        gold[at] = last, has, role
        last, has = int(role), int(after[at, has, role])
    moves = np.array([[_moves(piece, order, number) for piece in one.pieces] for order in ORDERS])
    return _Chain(seen, fixed, moves, after, gold, int(one.people_first))


def _moves(piece: Piece, order: str, number: dict[str, int]) -> npt.NDArray[np.int64]:
    """Return the numbers of the clues of moves to a piece (last, has, 3), -1 for none."""
    found = np.full((_L, _H, 3), -1)
    for last in ROLES:
        begins = starts(piece, last)
        place = PLACES[BEGINS if begins else place_of(piece)]
        found[last, :, 0] = number[follows_clue(last, place)]
        if begins:
            found[last, :, 1] = number[begins_clue(order, is_strong(piece))]
        found[last, :, 2] = [number[entry_clue(order, state)] for state in STATES]
    return found


def _slope(chain: _Chain, weights: Array) -> Array:
    """Return the gradient of the log-likelihood of the roles and the order of entries."""
    padded = np.vstack([weights, np.zeros(_R)])
    own = (chain.clues @ weights + chain.fixed)[:, None, None, :]
    both = [_shares(padded[moves].sum(axis=3) + own, chain.after) for moves in chain.moves]
    wholes = np.array([whole for whole, _ in both])
    of_order = np.exp(wholes - np.logaddexp(*wholes))
    slope, padded = np.zeros_like(weights), np.zeros_like(padded)
    last, has, role = chain.gold.T
    for order, (_, shares) in enumerate(both):
        surplus = -of_order[order] * shares
        if order == chain.order:
            surplus[np.arange(len(role)), last, has, role] += 1.0
        slope += chain.clues.T @ surplus.sum(axis=(1, 2))
        for kind in range(3):
            np.add.at(padded, chain.moves[order][..., kind].ravel(), surplus.reshape(-1, _R))
    return slope + padded[:-1]


def _shares(steps: Array, after: npt.NDArray[np.int64]) -> tuple[float, Array]:
    """Return the logarithm of the sum over all readings, and how likely each move is.

    `steps` and the second are of (piece, last, has, role); forward and backward.
    """
    count, roles = len(steps), np.arange(_R)
    ahead = np.full((count + 1, _L, _H), NEVER)
    ahead[0, Role.DAY, 0] = 0.0
    for at in range(count):
        reach = _logsum(ahead[at][:, :, None] + steps[at], axis=0)
        for has in range(_H):
            to = roles, after[at, has]
            ahead[at + 1][to] = np.logaddexp(ahead[at + 1][to], reach[has])
    behind = np.zeros((count + 1, _L, _H))
    onward = np.zeros((count, _H, _R))
    for at in range(count - 1, -1, -1):
        onward[at] = behind[at + 1][roles[None, :], after[at]]
        behind[at] = _logsum(steps[at] + onward[at], axis=2)
    whole = float(behind[0, Role.DAY, 0])
    shares = ahead[:-1, :, :, None] + steps + onward[:, None] - whole
    return whole, np.exp(np.minimum(shares, 0.0))


def _logsum(values: Array, axis: int) -> Array:
    """Return the logarithm of the sum over an axis."""
    top = values.max(axis=axis, keepdims=True)
    summed: Array = np.log(np.exp(values - top).sum(axis=axis, keepdims=True)) + top
    return summed.squeeze(axis)
