"""Compares the titles of the programme with the headings and words of a deck."""

from __future__ import annotations

import math
from collections import Counter
from collections.abc import Collection, Iterable, Mapping, Sequence

import numpy as np
from numpy.typing import NDArray
from rapidfuzz import fuzz, process

from pipeline.match.clues import Heading
from pipeline.match.postings import Postings
from pipeline.match.spelling import Spellings
from pipeline.records.programme import Session, variants
from pipeline.text import words

Strengths = NDArray[np.float64]

#: Words shorter than this weigh less: most of them are articles and prepositions, in any language.
FULL_WEIGHT_LENGTH = 5
#: Token-sort ratio of two unrelated titles; what lies below says nothing.
CHANCE_RATIO = 0.5
#: How many titles are compared with headings letter by letter: those of which the cover holds most
#: words or means most. With 8, no deck of the development events is placed otherwise.
COMPARED = 64


def rarity(texts: Sequence[Collection[str]]) -> dict[str, float]:
    """Return the inverse document frequency of each word, weighed by its length."""
    frequency = Counter(word for text in texts for word in dict.fromkeys(text))
    return {
        word: math.log((len(texts) + 1) / (count + 0.5)) * min(len(word) / FULL_WEIGHT_LENGTH, 1)
        for word, count in frequency.items()
    }


def title_words(sessions: Sequence[Session]) -> set[str]:
    """Return all words of the titles of a programme."""
    return {word for item in sessions for text in variants(item.title) for word in words(text)}


class TitleFinder:
    """Knows the titles of a programme, in every language in which they are given."""

    def __init__(
        self, sessions: Sequence[Session], spellings: Spellings, compared: int = COMPARED
    ) -> None:
        self._size = len(sessions)
        self._compared = compared
        titles = [
            (number, words(text))
            for number, session in enumerate(sessions)
            for text in variants(session.title)
        ]
        self._session = np.array([number for number, _ in titles], dtype=np.intp)
        self._texts = [_sorted(title) for _, title in titles]
        rare = rarity([title for _, title in titles])
        self._words = Postings([_shares(title, rare) for _, title in titles])
        self._spellings = spellings

    def alike(
        self, headings: Sequence[Heading], on_cover: Strengths, meaning: Strengths
    ) -> tuple[Strengths, NDArray[np.intp]]:
        """Return how much the most similar heading resembles each session's title, and which.

        Strengths lie from 0 (as alike as unrelated titles) to 1 (the same words). `on_cover` and
        `meaning` tell which titles are promising: shape (titles), as `contained` returns it, and
        shape (sessions).
        """
        strengths, which = np.zeros(self._size), np.zeros(self._size, dtype=np.intp)
        if not headings or not self._texts:
            return strengths, which
        rows = _highest(on_cover + meaning[self._session], self._compared)
        queries = [_sorted(heading.text.split()) for heading in headings]
        ratios = process.cdist([self._texts[row] for row in rows], queries, scorer=fuzz.ratio) / 100
        best = ratios.argmax(axis=1)
        above = (ratios.max(axis=1) - CHANCE_RATIO) / (1 - CHANCE_RATIO)
        order = np.argsort(-above, kind="stable")[::-1]
        sessions = self._session[rows[order]]
        strengths[sessions], which[sessions] = np.maximum(above[order], 0.0), best[order]
        return strengths, which

    def contained(self, text: Collection[str], *, fuzzy: bool) -> Strengths:
        """Return which share of each title's words the text holds, rare words counting more.

        Shape (titles), which may be more or fewer than sessions.
        """
        held = dict.fromkeys(text, 1.0)
        if fuzzy:
            for word in text:
                for known, similarity in self._spellings.like(word):
                    if similarity > held.get(known, 0.0):
                        held[known] = similarity
        return self._words.total(held)

    def of_sessions(self, by_title: Strengths) -> Strengths:
        """Return the best of each session's titles."""
        strengths = np.zeros(self._size)
        np.maximum.at(strengths, self._session, by_title)
        return strengths


def _highest(values: Strengths, count: int) -> NDArray[np.intp]:
    """Return the positions of the highest values, ascending."""
    if len(values) <= count:
        return np.arange(len(values))
    return np.sort(np.argpartition(-values, count)[:count])


def _sorted(title: Iterable[str]) -> str:
    """Return the words in alphabetical order, so that their order makes no difference."""
    return " ".join(sorted(title))


def _shares(title: Collection[str], weight: Mapping[str, float]) -> dict[str, float]:
    """Return which share of a title each of its words makes up, so that they sum to 1."""
    total = math.fsum(weight[word] for word in set(title))
    return {word: weight[word] / max(total, 1e-9) for word in title}
