from __future__ import annotations

import pytest

from pipeline.match.speakers import TELLING, SpeakerFinder, name_words
from pipeline.match.spelling import Spellings
from pipeline.records.programme import Person, Session
from pipeline.text import words

NAMES = ("Laura Aufrère", "Corinne Vercher-Chaptal", "Gabriella D’Amico", "Abdoul Alpha Dia", "Bo")


@pytest.fixture(scope="module")
def finder() -> SpeakerFinder:
    sessions = [
        Session(id=f"s{number}", title="", speakers=(Person(name=name),))
        for number, name in enumerate(NAMES)
    ]
    return SpeakerFinder(sessions, Spellings(name_words(sessions)))


@pytest.mark.parametrize(
    ("text", "session"),
    [
        ("by Laura Aufrère, Paris", 0),
        ("LAURA AUFRERE", 0),
        ("Aufrère, Laura", 0),
        ("L. Aufrère", 0),
        ("write to laura.aufrere@example.org", 0),
        ("follow @lauraaufrere", 0),
        ("Corinne Vercher-Captal", 1),
        ("D'Amico Gabriella", 2),
        ("Abdoul Dia", 3),
        ("A. A. Dia", 3),
    ],
)
def test_a_name_is_found_in_all_its_forms(finder: SpeakerFinder, text: str, session: int) -> None:
    found = max(finder.find(words(text)), key=lambda item: item.strength)
    assert found.session == session
    assert found.strength >= TELLING


@pytest.mark.parametrize("text", ["Laura speaks", "a street named Chaptal", "Bo", "dia 3"])
def test_part_of_a_name_is_not_telling(finder: SpeakerFinder, text: str) -> None:
    assert all(item.strength < TELLING for item in finder.find(words(text)))


def test_parts_that_stand_far_apart_are_not_one_name(finder: SpeakerFinder) -> None:
    text = words("Laura wrote a long letter to a friend whose street was called Aufrère")
    assert all(item.strength < TELLING for item in finder.find(text))


def test_misspellings_are_not_looked_for_in_passing(finder: SpeakerFinder) -> None:
    text = words("Korinne Vercher-Captal")
    exact = {item.session: item.strength for item in finder.find(text, passing=True)}
    fuzzy = {item.session: item.strength for item in finder.find(text)}
    assert exact.get(1, 0.0) < TELLING <= fuzzy[1]


def test_a_word_of_somebodys_whole_name_is_no_part_of_anothers() -> None:
    sessions = [
        Session(id=f"s{number}", title="", speakers=(Person(name=name),))
        for number, name in enumerate(("Mathieu Leplatre", "Mathieu Agopian"))
    ]
    namesakes = SpeakerFinder(sessions, Spellings(name_words(sessions)))
    assert [item.session for item in namesakes.find(words("Mathieu Leplatre, Toulouse"))] == [0]
    assert {item.session for item in namesakes.find(words("Mathieu, Toulouse"))} == {0, 1}
