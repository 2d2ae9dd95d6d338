from __future__ import annotations

import pytest
from told_index import AUFRERE, DIA, deck, make_index, session

from pipeline.report.letters import Letter, letters


def only(*sessions: object, decks: tuple[object, ...] = ()) -> Letter:
    (letter,) = letters(make_index(*decks, sessions=list(sessions)))  # type: ignore[arg-type]
    return letter


def test_each_speaker_of_whom_slides_are_missing_gets_one_letter() -> None:
    one = session("one", speakers=[AUFRERE, DIA])
    two = session("two")
    done = session("three", speakers=[DIA], expected=[])
    written = letters(make_index(sessions=[one, two, done]))
    assert [letter.speaker.name for letter in written] == ["Laura Aufrère", "Abdoul Dia"]
    assert "Title of one" in written[0].text
    assert "Title of two" in written[0].text
    assert "Title of three" not in written[1].text


def test_nobody_is_written_to_where_nothing_is_missing() -> None:
    assert letters(make_index(deck("a.pdf"), sessions=[session("one", expected=[])])) == []


@pytest.mark.parametrize(
    ("language", "greeting", "wanted", "day"),
    [
        ("en", "Dear Laura Aufrère,", "Portuguese", "22 November 2021"),
        ("fr", "Bonjour Laura Aufrère,", "portugais", "22 novembre 2021"),
        ("pt", "Olá, Laura Aufrère,", "português", "22 de novembro de 2021"),
    ],
)
def test_a_letter_is_in_the_language_that_the_programme_states(
    language: str, greeting: str, wanted: str, day: str
) -> None:
    speaker = {**AUFRERE, "language": language}
    letter = only(session("one", speakers=[speaker], expected=["pt"]))
    assert letter.language == language
    assert letter.text.startswith(greeting)
    assert wanted in letter.text
    assert day in letter.text


def test_a_letter_is_in_the_language_of_the_decks_that_are_there() -> None:
    there = deck("a.pdf")
    letter = only(session("d1-aufrere", there, expected=["en", "fr", "pt"]), decks=(there,))
    assert letter.language == "fr"
    assert "français" in letter.text
    assert "anglais et portugais" in letter.text


def test_without_decks_a_letter_is_in_the_first_language_expected() -> None:
    assert only(session("one", expected=["pt", "fr"])).language == "pt"


def test_a_speaker_of_another_language_is_written_to_in_english() -> None:
    letter = only(session("one", expected=["ar"]))
    assert letter.language == "en"
    assert "Arabic" in letter.text
    assert only(session("one", speakers=[{**AUFRERE, "language": "es"}])).language == "en"


def test_a_letter_says_what_is_there_and_what_is_not_yet() -> None:
    there = deck("a.pdf")
    speaker = {**AUFRERE, "language": "en"}
    one = session("d1-aufrere", there, speakers=[speaker], expected=["en", "fr", "pt"])
    letter = only(one, decks=(there,))
    assert "the slides in French, but not yet in English and Portuguese." in letter.text
