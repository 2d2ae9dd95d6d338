"""Finds the known words of which a word may be an inflection or a misspelling."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from functools import cache
from itertools import pairwise

from rapidfuzz.distance import Levenshtein

#: Words shorter than this are compared exactly: one letter's difference makes another word.
FUZZY_LENGTH = 5
#: Normalized Levenshtein similarity from which a word is a misspelling: Captal, Chaptal (0.857).
SIMILAR = 0.8
#: Letters for which one may differ, at that similarity.
LETTERS_A_SLIP = 5


class Spellings:
    """Knows words and finds those that are like another word.

    Of two words that differ by so many letters, one cut into one part more shares a part with the
    other, at nearly the same place (Pass-Join: Li, Deng, Wang and Feng 2011). So only words that
    share a part are compared.
    """

    def __init__(self, known: Iterable[str]) -> None:
        self._parts: dict[tuple[int, int], list[_Part]] = {}
        for word in sorted({word for word in known if len(word) >= FUZZY_LENGTH}):
            size = len(word)
            for slips in range(size // LETTERS_A_SLIP, size // (LETTERS_A_SLIP - 1) + 1):
                parts = self._parts.setdefault((size, slips), _cut(size, slips + 1))
                for start, stop, holding in parts:
                    holding.setdefault(word[start:stop], []).append(word)
        #: Returns the known words that are like a word, itself included, with their similarity.
        self.like: Callable[[str], list[Likeness]] = cache(self._like)

    def _like(self, word: str) -> list[Likeness]:
        if len(word) < FUZZY_LENGTH:
            return []
        similar = [
            (known, Levenshtein.normalized_similarity(word, known, score_cutoff=SIMILAR))
            for known in self._sharing(word)
        ]
        return sorted((known, similarity) for known, similarity in similar if similarity)

    def _sharing(self, word: str) -> set[str]:
        """Return the known words of like length that share a part with a word."""
        size, sharing = len(word), set[str]()
        for length in range(size - size // LETTERS_A_SLIP, size + size // (LETTERS_A_SLIP - 1) + 1):
            slips = max(length, size) // LETTERS_A_SLIP
            for start, stop, holding in self._parts.get((length, slips), ()):
                for here in range(max(start - slips, 0), start + slips + 1):
                    sharing.update(holding.get(word[here : here + stop - start], ()))
        return sharing


#: A known word and its similarity, from 0 to 1.
Likeness = tuple[str, float]
#: Where a part of words starts and stops, and the words that hold each such part.
_Part = tuple[int, int, dict[str, list[str]]]


def _cut(length: int, parts: int) -> list[_Part]:
    """Cut words of a length into parts of nearly equal length."""
    edges = [number * length // parts for number in range(parts + 1)]
    return [(start, stop, {}) for start, stop in pairwise(edges)]
