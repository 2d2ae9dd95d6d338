"""What was found out before is taken over only where nothing that it depends on has changed."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pytest

from benchmarks.electives import Elective, make_elective
from pipeline.kept import recalling
from pipeline.match import DeckView, Judgement, Matcher, place
from pipeline.records.decisions import Decision, Decisions
from pipeline.records.matches import Placement
from pipeline.store import Store

Decks = list[DeckView]


@pytest.fixture(scope="module")
def elective() -> Elective:
    return make_elective(decks=60, sessions=15)


@pytest.fixture
def store(tmp_path: Path) -> Store:
    return Store(tmp_path, "version-1")


def placed(
    elective: Elective, decks: Decks, store: Store, decisions: Decisions | None = None
) -> dict[str, Placement]:
    judged = recalling(store, "judgement", Judgement)
    related = recalling(store, "related", list[bool])
    matcher = Matcher(elective.programme, elective.encoder, recall=judged)
    return place(decks, matcher, {}, decisions, related)


def other_content(deck: DeckView, elective: Elective) -> DeckView:
    other = elective.decks[-1]
    return replace(other, path=deck.path, sha256="f" * 64)


CHANGES: dict[str, Callable[[Elective], Decks]] = {
    "nothing": lambda elective: elective.decks,
    "a file is gone": lambda elective: elective.decks[1:],
    "half of the files are gone": lambda elective: elective.decks[::2],
    "a file is renamed": lambda elective: [
        replace(elective.decks[0], path="zz/final version 9.pptx"),
        *elective.decks[1:],
    ],
    "a file has other content": lambda elective: [
        other_content(elective.decks[0], elective),
        *elective.decks[1:],
    ],
    "a deck is in another language": lambda elective: [
        replace(elective.decks[0], language="xx"),
        *elective.decks[1:],
    ],
    "a file has come": lambda elective: [
        *elective.decks,
        replace(elective.decks[7], path="copy of it.pptx", sha256="e" * 64),
    ],
}


@pytest.mark.parametrize("change", CHANGES)
def test_decks_are_placed_as_if_nothing_had_been_placed_before(
    elective: Elective, store: Store, tmp_path: Path, change: str
) -> None:
    decks = CHANGES[change](elective)
    placed(elective, elective.decks, store)
    again = placed(elective, decks, store)
    assert again == placed(elective, decks, Store(tmp_path / "empty", "version-1"))


def test_a_decision_is_heard_whatever_was_found_out_before(
    elective: Elective, store: Store
) -> None:
    placed(elective, elective.decks, store)
    deck = elective.decks[0]
    decision = Decision(path=deck.path, session="s-9", language=None, supersedes=None)
    again = placed(elective, elective.decks, store, {deck.sha256: decision})
    assert again[deck.path].match.session_id == "s-9"


def test_only_families_that_changed_are_judged_again(elective: Elective, store: Store) -> None:
    placed(elective, elective.decks, store)
    made: list[object] = []

    def watched(made_of: object, judge: Callable[[], Judgement]) -> Judgement:
        def heard() -> Judgement:
            made.append(made_of)
            return judge()

        return recalling(store, "judgement", Judgement)(made_of, heard)

    matcher = Matcher(elective.programme, elective.encoder, recall=watched)
    place(elective.decks, matcher, {})
    assert made == []
    place([replace(elective.decks[0], path="renamed.pptx"), *elective.decks[1:]], matcher, {})
    assert len(made) == 1
