from __future__ import annotations

import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pipeline.extract.text import clean, one_line


@pytest.mark.parametrize(
    ("raw", "cleaned"),
    [
        ("e\u0301conomie", "économie"),
        ("con\ufb01ance et e\ufb03cacité", "confiance et efficacité"),
        ("non\u00a0marchand\u2009: oui", "non marchand : oui"),
        ("écono\u00admie", "économie"),
        ("zero\u200bwidth\ufeff", "zerowidth"),
        ("Post-\u00ad\u2010doc", "Post-doc"),
        ("non\u2011marchand", "non-marchand"),
        ("first\vsecond\r\nthird\rfourth", "first\nsecond\nthird\nfourth"),
        ("a\x00b\x07c", "abc"),
        ("  spaces   inside  \n\n\n  and lines ", "spaces inside\nand lines"),
        ("• one\n▪ two\n  ➢ three", "one\ntwo\nthree"),
        ("\uf0b7 symbol font", "symbol font"),
        ("§ Wingdings\n§ 3 of the law", "Wingdings\n§ 3 of the law"),
        ("key\tvalue", "key\tvalue"),
        ("- a dash stays", "- a dash stays"),
        ("¿Qué?\n¡Hola!", "¿Qué?\n¡Hola!"),
        ("👩‍🌾 farmer", "👩‍🌾 farmer"),
    ],
)
def test_text_is_cleaned(raw, cleaned):
    assert clean(raw) == cleaned


def test_one_line_holds_neither_tabs_nor_line_ends():
    assert one_line(" Food\tpolicy \n in Rome ") == "Food policy in Rome"


@given(st.text())
def test_clean_text_is_composed_and_stays_as_it_is(raw):
    cleaned = clean(raw)

    assert unicodedata.is_normalized("NFC", cleaned)
    assert clean(cleaned) == cleaned


@given(st.text(alphabet=st.characters(categories=["L", "N", "P"], max_codepoint=0x17F)))
def test_letters_are_never_lost(raw):
    kept = [char for char in unicodedata.normalize("NFC", raw) if char.isalnum()]

    assert [char for char in clean(raw) if char.isalnum()] == kept
