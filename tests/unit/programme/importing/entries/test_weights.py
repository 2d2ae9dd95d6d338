"""Weights of clues are a table that anybody can read."""

from __future__ import annotations

import tomllib
from importlib.resources import files

from pipeline.programme.importing.entries import weights
from pipeline.programme.importing.entries.clues import clues_of
from pipeline.programme.importing.entries.decoding import decode
from pipeline.programme.importing.entries.pieces import Piece
from pipeline.programme.importing.entries.roles import ROLES, Role
from pipeline.programme.importing.entries.weights import NEVER, Weights, shipped

PIECES = [
    Piece(text="Seeds of the commons", line=0, before='"'),
    Piece(text="Ana Reis", line=0, at=1, before="by"),
    Piece(text="English, French", line=1, known=Role.LANGUAGES),
]


def test_the_weights_that_come_with_the_reader_name_known_roles_only() -> None:
    text = files(weights.__package__).joinpath(weights.FILE).read_text(encoding="utf-8")
    names = {role.name for role in ROLES}
    assert all(set(row) <= names for row in tomllib.loads(text).values())


def test_a_clue_without_weights_says_nothing() -> None:
    clues = clues_of(PIECES[:1], lambda _: False)
    scores = Weights({}).scores(PIECES[:1], clues)[0]
    assert set(scores) == {0.0, NEVER}
    assert scores[Role.DAY] == NEVER


def test_what_is_known_of_a_piece_is_not_asked_for() -> None:
    scores = shipped().scores(PIECES, clues_of(PIECES, lambda _: False))
    assert [role for role in ROLES if scores[2][role] > NEVER] == [Role.LANGUAGES]


def test_weights_decide_what_a_piece_is() -> None:
    clues = clues_of(PIECES, lambda _: False)
    table = Weights({"any": {"TEXT": 1.0}, "parted by by": {"PEOPLE": 5.0}})
    reading = decode(PIECES, table.scores(PIECES, clues), table)
    assert reading.roles == (Role.TEXT, Role.PEOPLE, Role.LANGUAGES)
