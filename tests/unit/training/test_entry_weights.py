"""What clues say for roles is learnt from announcements of which the sessions are listed."""

from __future__ import annotations

import tomllib
from pathlib import Path

from pipeline.programme.importing.entries.clues import clues_of
from pipeline.programme.importing.entries.decoding import decode
from pipeline.programme.importing.entries.pieces import Piece
from pipeline.programme.importing.entries.roles import Role
from pipeline.programme.importing.entries.weights import Weights
from training.entries.__main__ import written
from training.entries.by_hand import by_hand
from training.entries.chain import Example, fit
from training.entries.examples import examples_in

TEXT = "Day 1\n\n10:00 Food — Ana Reis (Coop)\n11:00 Water — Rui Dias and Eva Luz (Agua)\n"
LISTED = """a.txt:
  - {day: 1, title: Food, speakers: [Ana Reis], languages: []}
  - {day: 1, title: Water, speakers: [Rui Dias, Eva Luz], languages: []}
"""


def example(folder: Path, listed: str) -> list[Example]:
    (folder / "a.txt").write_text(TEXT, encoding="utf-8")
    (folder / "expected.yaml").write_text(listed, encoding="utf-8")
    return list(examples_in(folder, Weights(by_hand())))


def test_roles_are_those_that_give_the_sessions_listed(tmp_path: Path) -> None:
    (one,) = example(tmp_path, LISTED)
    told = [
        (piece.text, role)
        for piece, role in zip(one.pieces, one.roles, strict=True)
        if role in {Role.TITLE, Role.PEOPLE}
    ]
    assert told == [
        ("Food", Role.TITLE),
        ("Ana Reis", Role.PEOPLE),
        ("Water", Role.TITLE),
        ("Rui Dias and Eva Luz", Role.PEOPLE),
    ]


def test_nothing_is_learnt_from_a_text_that_no_reading_explains(tmp_path: Path) -> None:
    assert example(tmp_path, LISTED.replace("Ana Reis", "Mia Lem")) == []


def test_fitted_weights_read_the_examples_as_they_are() -> None:
    pieces = [Piece(text=f"Green Light {name}", line=at, gap=True) for at, name in enumerate("AB")]
    clues = clues_of(pieces, lambda _: False)
    roles = (Role.SECTION, Role.PLACE)
    start = by_hand()
    before = Weights(start)
    assert decode(pieces, before.scores(pieces, clues), before).roles != roles
    pieces[1] = Piece(text="Green Light B", line=1, marked=True)
    clues = clues_of(pieces, lambda _: False)
    after = Weights(fit([Example(pieces, clues, roles, people_first=False)], start, hold=0.01))
    assert decode(pieces, after.scores(pieces, clues), after).roles == roles


def test_where_nothing_is_to_be_learnt_weights_stay_as_they_were() -> None:
    start = {clue: row for clue, row in by_hand().items() if row}
    fitted = fit([], start, hold=1.0)
    assert tomllib.loads(written(fitted)) == tomllib.loads(written(start))
