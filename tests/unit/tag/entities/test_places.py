from __future__ import annotations

from pipeline.tag.entities.lexicon import is_ordinary
from pipeline.tag.entities.places import ORDINARY, named_places, place_named


def test_the_names_that_are_ordinary_words_are_those_that_the_dictionary_says_are() -> None:
    assert {name for _, name in named_places() if is_ordinary(name, "en")} == ORDINARY


def test_a_name_that_is_an_ordinary_word_names_no_place() -> None:
    assert place_named("Wake") is None
    assert place_named("Lisboa") == place_named("Lisbonne") == place_named("LISBON")
