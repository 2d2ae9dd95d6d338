"""What every clue says for every role, from `weights.toml`."""

from __future__ import annotations

import tomllib
from collections.abc import Iterable, Mapping, Sequence
from functools import cache
from importlib.resources import files

import numpy as np
import numpy.typing as npt

from pipeline.programme.importing.entries.clues import Clues
from pipeline.programme.importing.entries.pieces import Piece
from pipeline.programme.importing.entries.roles import ROLES, Role

Scores = npt.NDArray[np.float64]
#: For each clue the weights of roles, by their names; others are 0.
Table = Mapping[str, Mapping[str, float]]

#: The table that comes with the reader.
FILE = "weights.toml"

#: What the entry has so far: nothing, a title, people, people and where they work; or it is over.
STATES = ("nothing", "a title", "people", "affiliations", "an end")
EMPTY, TITLED, NAMED, PLACED, CLOSED = range(len(STATES))
#: What stands first in entries.
ORDERS = ("titles first", "people first")
#: How a piece stands to the one before it.
PLACES = ("entry begins", "line below", "in brackets", "credited", "beside")
BEGINS, BELOW, BRACKETED, CREDITED, BESIDE = range(len(PLACES))
#: A role that a piece cannot have.
NEVER = -1e6
#: The clue whose value is how well a piece names people.
PERSON = "person"


class Weights:
    """Weights by clue and role, as tables to look up."""

    def __init__(self, table: Table) -> None:
        self._by_clue = {
            clue: np.array([row.get(role.name, 0.0) for role in ROLES])
            for clue, row in table.items()
        }
        self.entry = self._stack([[entry_clue(o, s) for s in STATES] for o in ORDERS])
        self.follows = self._stack([[follows_clue(r, p) for p in PLACES] for r in ROLES])
        self.begins = self._stack([[begins_clue(o, s) for s in (False, True)] for o in ORDERS])

    def scores(self, pieces: Sequence[Piece], clues: Sequence[Clues]) -> Scores:
        """Return the score of each piece for each role, by its clues alone."""
        return np.array([self._of(*one) for one in zip(pieces, clues, strict=True)])

    def _of(self, piece: Piece, clues: Clues) -> Scores:
        if piece.known is not None:
            return np.where([role is piece.known for role in ROLES], 0.0, NEVER)
        scores = sum(map(self._row, clues.names), np.zeros(len(ROLES)))
        scores += clues.person * self._row(PERSON)
        scores[list(clues.never)] = NEVER
        return scores

    def _row(self, clue: str) -> Scores:
        return self._by_clue.get(clue, _NOTHING)

    def _stack(self, clues: Iterable[Iterable[str]]) -> Scores:
        return np.array([[self._row(clue) for clue in row] for row in clues])


_NOTHING = np.zeros(len(ROLES))


def entry_clue(order: str, state: str) -> str:
    """Name the clue of what the entry has."""
    return f"{order}, entry has {state}"


def follows_clue(last: Role, place: str) -> str:
    """Name the clue of the role before."""
    return f"after {last.name}, {place}"


def begins_clue(order: str, strong: bool) -> str:
    """Name the clue of an entry that begins; strongly with an hour, a number, a bullet."""
    return f"{order}, entry begins {'strongly' if strong else 'weakly'}"


@cache
def shipped() -> Weights:
    """Return the weights that come with the reader."""
    text = files(__package__).joinpath(FILE).read_text(encoding="utf-8")
    return Weights(tomllib.loads(text))
