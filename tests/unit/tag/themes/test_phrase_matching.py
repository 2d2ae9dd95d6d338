from __future__ import annotations

from pipeline.tag.themes.matching import PhraseMatcher
from pipeline.tag.themes.normalising import Normaliser
from pipeline.tag.themes.vocabulary import Phrase


def find(text: str, *phrases: str) -> list[str]:
    """Return what is found of the phrases, given as their tokens with spaces between them."""
    matcher = PhraseMatcher(
        Phrase(language="en", tokens=tuple(phrase.split()), concepts=(0,), needs_company=False)
        for phrase in phrases
    )
    return [text[found.start : found.end] for found in matcher.find(Normaliser("en").tokens(text))]


def test_the_longest_phrase_wins_and_hides_the_one_inside() -> None:
    text = "A social economy law for the social economy"
    assert find(text, "social economy", "social economy law") == [
        "social economy law",
        "social economy",
    ]


def test_a_longer_phrase_that_breaks_off_leaves_the_shorter_one() -> None:
    assert find("social economy lawyers", "social economy", "social economy law") == [
        "social economy"
    ]


def test_phrases_do_not_overlap() -> None:
    assert find("social economy law", "social economy", "economy law") == ["social economy"]


def test_neighbouring_phrases_are_both_found() -> None:
    assert find("Fair trade cooperatives", "fair trade", "cooperative") == [
        "Fair trade",
        "cooperatives",
    ]


def test_an_acronym_is_found_in_capitals_only() -> None:
    assert find("CARE cares, care", "CARE") == ["CARE"]


def test_a_word_in_capitals_is_still_the_word() -> None:
    assert find("FAIR TRADE", "fair trade") == ["FAIR TRADE"]


def test_the_phrase_at_the_end_is_found() -> None:
    assert find("about fair trade", "fair trade", "fair trade shop") == ["fair trade"]


def test_nothing_is_found_in_nothing() -> None:
    assert find("", "fair trade") == []
    assert find("fair trade") == []
