"""Words are found whatever accents and capitals they are written with."""

from __future__ import annotations

import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pipeline.page.terms import fold, terms


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("L’économie sociale à l’œuvre", ["l", "economie", "sociale", "a", "l", "oeuvre"]),
        ("INOVAÇÃO e Ações", ["inovacao", "e", "acoes"]),
        ("Straße, Århus; Łódź", ["strasse", "arhus", "lodz"]),
        ("snake_case a-b 2021", ["snake", "case", "a", "b", "2021"]),
        ("", []),
        ("— … !", []),
    ],
)
def test_text_is_cut_into_folded_words(text: str, expected: list[str]) -> None:
    assert terms(text) == expected


def test_vowel_signs_that_are_part_of_the_word_stay() -> None:
    assert "ि" in fold("हिन्दी")


@given(st.text())
def test_composed_and_decomposed_text_fold_alike(text: str) -> None:
    assert fold(unicodedata.normalize("NFC", text)) == fold(unicodedata.normalize("NFD", text))
