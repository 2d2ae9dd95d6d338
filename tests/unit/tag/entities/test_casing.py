from __future__ import annotations

import pytest

from pipeline.tag.entities.casing import Casing, in_capitals
from pipeline.tag.entities.segments import Segment


def read(text, *others, language="en"):
    deck = [Segment(1, language, each) for each in (text, *others)]
    return Casing(deck).read(deck[0])


@pytest.mark.parametrize(
    ("text", "language", "cased"),
    [
        ("WHO PAYS FOR HIGHER DIKES AND WALLS?", "en", "Who pays for higher dikes and walls?"),
        ("TRIODOS BANK, NETHERLANDS", "en", "Triodos Bank, Netherlands"),
        ("ACCÈS AU FINANCEMENT, OCDE", "fr", "Accès au Financement, Ocde"),
        ("IRINA POPESCU: ENFERMAGEM", "pt", "Irina Popescu: enfermagem"),
    ],
)
def test_capitals_are_read_as_a_sentence_and_short_ones_as_a_name(text, language, cased):
    assert read(text, language=language) == cased


def test_a_word_is_written_as_elsewhere_in_the_deck():
    assert read("GRANTS OF THE CIVICA FUND", "We thank the Civica Fund") == (
        "Grants of the Civica Fund"
    )
    assert read("MEMBERS OF RIPESS DECIDE", "the RIPESS network") == "Members of RIPESS Decide"


@pytest.mark.parametrize("text", ["FAO, ILO", "Access to Finance", "SSE", "in Rome"])
def test_other_texts_stay_as_they_are(text):
    assert not in_capitals(text)
    assert read(text) == text
