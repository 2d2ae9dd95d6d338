"""Compares the titles of the programme with the headings and words of a deck."""

from __future__ import annotations

import math
from collections import Counter
from collections.abc import Collection, Sequence

import numpy as np
from numpy.typing import NDArray
from rapidfuzz import fuzz, process
from rapidfuzz.distance import Levenshtein

from pipeline.match.deck import Heading
from pipeline.records.programme import Session, variants
from pipeline.text import words

Strengths = NDArray[np.float64]

#: Words shorter than this weigh less: most of them are articles and prepositions, in any language.
FULL_WEIGHT_LENGTH = 5
#: Normalized similarity from which a word counts as inflected or misspelt.
SIMILAR = 0.8
#: Token-sort ratio of two unrelated titles; what lies below says nothing.
CHANCE_RATIO = 0.5


def rarity(texts: Sequence[Collection[str]]) -> dict[str, float]:
    """Return the inverse document frequency of each word, weighed by its length."""
    frequency = Counter(word for text in texts for word in set(text))
    return {
        word: math.log((len(texts) + 1) / (count + 0.5)) * min(len(word) / FULL_WEIGHT_LENGTH, 1)
        for word, count in frequency.items()
    }


class TitleFinder:
    """Knows the titles of a programme, in every language in which they are given."""

    def __init__(self, sessions: Sequence[Session]) -> None:
        self._size = len(sessions)
        titles = [
            (number, words(text))
            for number, session in enumerate(sessions)
            for text in variants(session.title)
        ]
        self._session = np.array([number for number, _ in titles], dtype=np.intp)
        self._texts = [" ".join(title) for _, title in titles]
        self._rarity = rarity([title for _, title in titles])
        self._words = sorted(self._rarity)
        column = {word: number for number, word in enumerate(self._words)}
        self._weights = np.zeros((len(titles), len(self._words)))
        for row, (_, title) in enumerate(titles):
            for word in title:
                self._weights[row, column[word]] = self._rarity[word]
        self._weights /= np.maximum(self._weights.sum(axis=1, keepdims=True), 1e-9)

    def alike(self, headings: Sequence[Heading]) -> tuple[Strengths, NDArray[np.intp]]:
        """Return how much the most similar heading resembles each session's title, and which.

        Strengths lie from 0 (as alike as unrelated titles) to 1 (the same words).
        """
        if not headings or not self._texts:
            return np.zeros(self._size), np.zeros(self._size, dtype=np.intp)
        queries = [heading.text for heading in headings]
        ratios = process.cdist(self._texts, queries, scorer=fuzz.token_sort_ratio) / 100
        strengths, which = np.zeros(self._size), np.zeros(self._size, dtype=np.intp)
        for row, session in enumerate(self._session):
            best = int(ratios[row].argmax())
            strength = max((ratios[row, best] - CHANCE_RATIO) / (1 - CHANCE_RATIO), 0.0)
            if strength > strengths[session]:
                strengths[session], which[session] = strength, best
        return strengths, which

    def contained(self, text: Collection[str], *, fuzzy: bool) -> Strengths:
        """Return which share of each title's words the text holds, rare words counting more."""
        held = np.array([float(word in text) for word in self._words])
        if fuzzy and text:
            held = np.maximum(held, self._inflected(text))
        return self._best(self._weights @ held)

    def _inflected(self, text: Collection[str]) -> Strengths:
        long = [word for word in sorted(text) if len(word) >= FULL_WEIGHT_LENGTH]
        if not long or not self._words:
            return np.zeros(len(self._words))
        similarity = process.cdist(
            self._words, long, scorer=Levenshtein.normalized_similarity, score_cutoff=SIMILAR
        )
        lengths = np.array([len(word) >= FULL_WEIGHT_LENGTH for word in self._words])
        return np.asarray(similarity.max(axis=1) * lengths, dtype=np.float64)

    def _best(self, by_title: Strengths) -> Strengths:
        """Return the best of each session's titles."""
        strengths = np.zeros(self._size)
        np.maximum.at(strengths, self._session, by_title)
        return strengths
