from __future__ import annotations

import pytest

from pipeline.programme.importing.languages import (
    language_tag,
    listed_languages,
    named_languages,
)


@pytest.mark.parametrize(
    ("text", "tags"),
    [
        ("en - fr - pt", ("en", "fr", "pt")),
        ("EN/FR", ("en", "fr")),
        ("PT, EN.", ("pt", "en")),
        ("[FR] [EN]", ("fr", "en")),
        ("English and French", ("en", "fr")),
        ("français, anglais, portugais", ("fr", "en", "pt")),
        ("português e inglês", ("pt", "en")),
        ("en portugais et en français", ("pt", "fr")),
        ("pt-BR | es", ("pt", "es")),
    ],
)
def test_lists_of_languages_are_read_as_codes_or_names(text: str, tags: tuple[str, ...]) -> None:
    assert listed_languages(text) == tags


@pytest.mark.parametrize("text", ["", "here", "English speakers", "room B"])
def test_what_is_no_list_of_languages_is_none(text: str) -> None:
    assert listed_languages(text) is None


def test_languages_are_found_by_name_within_a_sentence() -> None:
    sentence = "It was made available for participants in English, French and Portuguese."
    assert named_languages(sentence) == ("en", "fr", "pt")
    assert named_languages("No one is in the café at no time.") == ()


@pytest.mark.parametrize(
    ("text", "tag"), [("Français", "fr"), ("EN", "en"), ("(PT)", "pt"), ("Title", None), ("", None)]
)
def test_one_language_is_known_by_its_tag(text: str, tag: str | None) -> None:
    assert language_tag(text) == tag
