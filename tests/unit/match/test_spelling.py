from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st
from rapidfuzz.distance import Levenshtein

from pipeline.match.spelling import FUZZY_LENGTH, SIMILAR, Spellings

#: Few letters, so that words are often alike.
words = st.text("abcd", min_size=1, max_size=16)


@given(st.sets(words, min_size=1, max_size=40), words)
def test_it_finds_just_the_words_that_a_comparison_with_all_finds(
    known: set[str], word: str
) -> None:
    compared = [
        (other, Levenshtein.normalized_similarity(word, other, score_cutoff=SIMILAR))
        for other in sorted(known)
        if min(len(word), len(other)) >= FUZZY_LENGTH
    ]
    assert Spellings(known).like(word) == [pair for pair in compared if pair[1]]


def test_a_misspelt_and_an_inflected_word_are_found() -> None:
    spellings = Spellings(["chaptal", "cooperative", "plat"])
    assert [word for word, _ in spellings.like("captal")] == ["chaptal"]
    assert [word for word, _ in spellings.like("cooperatives")] == ["cooperative"]


def test_short_words_are_never_taken_for_others() -> None:
    assert Spellings(["dias", "plat"]).like("plat") == []
