"""Compares what sessions and decks are about: by meaning across languages, and by shared words."""

from __future__ import annotations

import math
from collections import Counter
from collections.abc import Mapping, Sequence

import numpy as np

from pipeline.encode import Encoder, Vectors
from pipeline.match.postings import Postings
from pipeline.match.titles import Strengths, rarity
from pipeline.records.programme import Session, variants
from pipeline.text import words

#: Characters of an abstract that are encoded, as many as of a page.
ABSTRACT_CHARACTERS = 400


class SubjectFinder:
    """Knows what each session of a programme is about."""

    def __init__(self, sessions: Sequence[Session], encoder: Encoder) -> None:
        # Of columns that lie side by side a product with few rows takes two thirds of the time.
        self._titles = _columns([list(variants(item.title)) for item in sessions], encoder)
        self._abstracts = _columns(
            [
                [text[:ABSTRACT_CHARACTERS] for text in variants(item.abstract or item.title)]
                for item in sessions
            ],
            encoder,
        )
        texts = [
            words(" ".join([*variants(item.title), *variants(item.abstract)])) for item in sessions
        ]
        self._rarity = rarity(texts)
        self._words = Postings([_unit({word: self._rarity[word] for word in t}) for t in texts])

    def near_titles(self, vectors: Sequence[Vectors]) -> list[Strengths]:
        """Return how near the nearest of each deck's vectors is to each title.

        A list with one item a deck, above the average title.
        """
        return _above_average(self._titles, vectors)

    def near_abstracts(self, vectors: Sequence[Vectors]) -> list[Strengths]:
        """Return how near the mean of each deck's vectors is to each abstract.

        A list with one item a deck, above the average abstract.
        """
        means = [rows.mean(axis=0, keepdims=True) if len(rows) else rows for rows in vectors]
        return _above_average(self._abstracts, [_normalized(mean) for mean in means])

    def shared_words(self, counts: Counter[str]) -> Strengths:
        """Return the TF-IDF cosine (Salton and Buckley 1988) of title and abstract with a deck."""
        return self._words.total(
            _unit(
                {
                    word: self._rarity[word] * (1 + math.log(counts[word]))
                    for word in self._words.known(counts)
                }
            )
        )


def _unit(weights: Mapping[str, float]) -> dict[str, float]:
    """Return weights whose squares sum to 1, to the same digit in whatever order they come."""
    norm = max(math.sqrt(math.fsum(weight * weight for weight in weights.values())), 1e-9)
    return {word: weight / norm for word, weight in weights.items()}


def _columns(texts: Sequence[Sequence[str]], encoder: Encoder) -> Vectors:
    """Return one unit vector a session, the mean over the languages in which it is given.

    Shape (size, sessions).
    """
    flat = encoder.encode([text for group in texts for text in group])
    rows, start = [], 0
    for group in texts:
        part = flat[start : start + len(group)]
        rows.append(part.mean(axis=0) if len(part) else np.zeros(encoder.size, dtype=np.float32))
        start += len(group)
    vectors = _normalized(np.array(rows, dtype=np.float32).reshape(len(texts), encoder.size))
    return np.ascontiguousarray(vectors.T)


def _normalized(vectors: Vectors) -> Vectors:
    norms = np.linalg.norm(vectors, axis=1, keepdims=True)
    return np.asarray(vectors / np.maximum(norms, 1e-9), dtype=np.float32)


def _above_average(known: Vectors, vectors: Sequence[Vectors]) -> list[Strengths]:
    """Compare the vectors of many decks at once, which costs little more than those of one."""
    near = np.concatenate([np.zeros((0, len(known)), np.float32), *vectors]) @ known
    ends = np.cumsum([len(rows) for rows in vectors])
    return [_best_row(rows) for rows in np.split(near, ends[:-1])]


def _best_row(near: Vectors) -> Strengths:
    """Return the highest value of each column above the mean of these, never below 0."""
    if not near.size:
        return np.zeros(near.shape[1])
    best = near.max(axis=0)
    return np.asarray(np.maximum(best - best.mean(), 0.0), dtype=np.float64)
