from __future__ import annotations

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pipeline.text import LONGEST_SLUG, fold, slug, words


@pytest.mark.parametrize(
    ("spelling", "other"),
    [
        ("AUFRÈRE", "Aufrère"),
        ("Aufrère", "Aufrere"),
        ("Aufre\N{COMBINING GRAVE ACCENT}re", "Aufrère"),
        ("Straße", "STRASSE"),
        ("œuvre", "Oeuvre"),
        ("Łódź", "lodz"),
        ("ＳＳＥ", "sse"),
        ("𝐂𝐨𝐨𝐩𝐂𝐲𝐜𝐥𝐞", "CoopCycle"),
        ("CoopCycle™", "coopcycletm"),
        ("ﬁnance", "finance"),
    ],
)
def test_spellings_of_one_thing_fold_to_the_same(spelling: str, other: str) -> None:
    assert fold(spelling) == fold(other)


def test_different_words_stay_different() -> None:
    assert fold("Captal") != fold("Chaptal")
    assert fold("cote") == fold("côté")
    assert fold("日本") == "日本"


@given(st.text())
def test_folding_twice_changes_nothing(text: str) -> None:
    assert fold(fold(text)) == fold(text)


def test_words_end_at_apostrophes_hyphens_and_underscores() -> None:
    assert words("Gabriella D’Amico") == ["gabriella", "d", "amico"]
    assert words("Vercher-Chaptal_TAPAS (2021)") == ["vercher", "chaptal", "tapas", "2021"]
    assert words(" … \n") == []


@pytest.mark.parametrize("start", range(0, 0x11000, 0x1000))
def test_words_are_the_same_whether_a_text_is_folded_whole_or_word_by_word(start: int) -> None:
    for number in range(start, start + 0x1000):
        text = f"à{chr(number)}b {chr(number)} "
        assert words(text) == re.findall(r"[^\W_]+", fold(text)), hex(number)


@given(st.text())
def test_a_slug_is_an_id_whatever_the_text(text: str) -> None:
    made = slug(text)
    assert re.fullmatch(r"([a-z0-9]+(-[a-z0-9]+)*)?", made)
    assert len(made) <= LONGEST_SLUG


@given(st.text())
def test_a_slug_is_its_own_slug(text: str) -> None:
    assert slug(slug(text)) == slug(text)


def test_a_long_slug_is_cut_between_words() -> None:
    assert slug("word " * 20) == "-".join(["word"] * 12)
