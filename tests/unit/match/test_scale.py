"""Looking only where it is promising finds what looking everywhere finds."""

from __future__ import annotations

from dataclasses import replace

import numpy as np
import pytest

from benchmarks.electives import Elective, make_elective
from benchmarks.matching import accuracy
from pipeline.match import Matcher, know, observe, place
from pipeline.match.components import components
from pipeline.match.relations import related
from pipeline.match.spelling import Spellings
from pipeline.match.titles import TitleFinder, title_words
from pipeline.match.weights import load_weights

EVERYTHING = 1_000_000


@pytest.fixture(scope="module")
def elective() -> Elective:
    return make_elective(decks=120, sessions=60)


@pytest.mark.parametrize("compared", [8, 16, 64])
def test_comparing_few_titles_judges_decks_as_comparing_all(
    elective: Elective, compared: int
) -> None:
    sessions = elective.programme.sessions
    spellings = Spellings(title_words(sessions))
    known = know(elective.programme, elective.encoder)
    chances = [
        [
            load_weights().probabilities(seen)
            for seen in observe(
                elective.decks,
                replace(known, titles=TitleFinder(sessions, spellings, compared=count)),
            )
        ]
        for count in (compared, EVERYTHING)
    ]
    few, all_ = np.array(chances)
    assert (few.argmax(axis=1) == all_.argmax(axis=1)).all()
    assert np.abs(few.max(axis=1) - all_.max(axis=1)).max() < 0.02


@pytest.mark.parametrize("neighbours", [4, 8])
def test_aligning_a_deck_with_its_nearest_gathers_what_aligning_all_gathers(
    elective: Elective, neighbours: int
) -> None:
    count = len(elective.decks)
    few = components(count, related(elective.decks, neighbours))
    assert few == components(count, related(elective.decks, EVERYTHING))


def test_decks_are_judged_alike_whatever_is_judged_beside_them(elective: Elective) -> None:
    matcher = Matcher(elective.programme, elective.encoder)
    together = place(elective.decks, matcher, {})
    family = [deck for deck in elective.decks if elective.presentations[deck.path] == 0]
    for path, alone in place(family, matcher, {}).items():
        assert alone.match.session_id == together[path].match.session_id
        assert alone.match.confidence == pytest.approx(together[path].match.confidence, abs=1e-4)


def test_made_up_decks_are_gathered_and_few_are_accepted_wrongly(elective: Elective) -> None:
    placements = place(elective.decks, Matcher(elective.programme, elective.encoder), {})
    _, precision, recall, gathered = accuracy(elective, placements)
    assert precision >= 0.99
    assert recall >= 0.9
    assert gathered >= 0.99
