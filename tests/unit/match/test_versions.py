from __future__ import annotations

from collections.abc import Callable

import pytest

from pipeline.match import DeckView
from pipeline.match.relations import SAME_DECK, alignment, related
from pipeline.match.versions import newest_first, same_text, why_newer

from .texts import BAKERY, PLATEFORMES, PLATFORMS

MakeDeck = Callable[..., DeckView]


@pytest.mark.parametrize(
    ("older", "newer", "why"),
    [
        ("talk_draft.pptx", "talk.pptx", "its name says so"),
        ("talk.pptx", "talk FINAL.pptx", "its name says so"),
        ("talk v2.pptx", "talk v10.pptx", "its name has the higher version number"),
        ("talk 2021-11-02.pptx", "talk 2021-11-20.pptx", "its name has the later date"),
    ],
)
def test_names_tell_versions_apart(make_deck: MakeDeck, older: str, newer: str, why: str) -> None:
    decks = [make_deck(older, PLATFORMS), make_deck(newer, PLATFORMS)]
    first, second = newest_first(decks)
    assert (first.path, second.path) == (newer, older)
    assert why_newer(first, second) == why


def test_the_date_of_saving_tells_versions_apart(make_deck: MakeDeck) -> None:
    old = make_deck("b.pptx", PLATFORMS, modified="2021-11-01T10:00:00Z")
    new = make_deck("a.pptx", PLATFORMS, modified="2021-11-02T10:00:00Z")
    assert newest_first([old, new])[0].path == "a.pptx"


def test_the_same_words_page_by_page_are_the_same_text(make_deck: MakeDeck) -> None:
    pages = make_deck("a", PLATFORMS).page_words
    assert same_text(pages, make_deck("b", PLATFORMS).page_words)
    assert not same_text(pages, make_deck("b", PLATFORMS[:-1]).page_words)
    assert not same_text([frozenset()] * 2, [frozenset()] * 2)


def test_translations_align_and_other_decks_do_not(make_deck: MakeDeck) -> None:
    english, french = make_deck("a", PLATFORMS), make_deck("b", PLATEFORMES, language="fr")
    assert alignment(english.page_vectors, french.page_vectors) >= SAME_DECK
    assert alignment(french.page_vectors, english.page_vectors) == pytest.approx(
        alignment(english.page_vectors, french.page_vectors)
    )
    assert alignment(english.page_vectors, make_deck("c", BAKERY).page_vectors) < SAME_DECK


def test_a_deck_without_text_is_like_no_other(make_deck: MakeDeck) -> None:
    empty = make_deck("a", ["", "", ""]).page_vectors
    assert alignment(empty, empty) == 0.0


def test_a_short_deck_is_not_part_of_a_long_one(make_deck: MakeDeck) -> None:
    pages = make_deck("a", PLATFORMS).page_vectors
    assert alignment(pages[:1], pages) == 0.0


NOTE = (
    "Notes\nCorinne proposes alternative platforms and public procurement with social impact.\n"
    "To be discussed."
)
OTHER_NOTE = (
    "Notes from the meeting\nCorinne said we should look at social innovation and at platforms "
    "for local food."
)


def test_two_notes_on_one_subject_are_no_versions_of_each_other(make_deck: MakeDeck) -> None:
    notes = make_deck("a", [NOTE]), make_deck("b", [OTHER_NOTE])
    assert alignment(*(note.page_vectors for note in notes)) >= SAME_DECK
    assert list(related(notes)) == []


def test_versions_and_translations_are_one_deck(make_deck: MakeDeck) -> None:
    draft, final = make_deck("a", PLATFORMS), make_deck("b", [*PLATFORMS[:-1], "Thank you"])
    french = make_deck("c", PLATEFORMES, language="fr")
    assert list(related([draft, final, french])) == [(0, 1), (0, 2), (1, 2)]
