"""Compares what sessions and decks are about: by meaning across languages, and by shared words."""

from __future__ import annotations

import math
from collections import Counter
from collections.abc import Sequence

import numpy as np

from pipeline.encode import Encoder, Vectors
from pipeline.match.titles import Strengths, rarity
from pipeline.records.programme import Session, variants
from pipeline.text import words

#: Characters of an abstract that are encoded, as many as of a page.
ABSTRACT_CHARACTERS = 400


class SubjectFinder:
    """Knows what each session of a programme is about."""

    def __init__(self, sessions: Sequence[Session], encoder: Encoder) -> None:
        self._titles = _mean_vectors([list(variants(item.title)) for item in sessions], encoder)
        self._abstracts = _mean_vectors(
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
        self._texts = [sorted(set(text)) for text in texts]
        self._norms = [
            math.sqrt(sum(self._rarity[word] ** 2 for word in text)) for text in self._texts
        ]

    def near_titles(self, vectors: Vectors) -> Strengths:
        """Return how near the nearest of the vectors is to each title, above the average one."""
        return _above_average(self._titles, vectors)

    def near_abstracts(self, vectors: Vectors) -> Strengths:
        """Return how near the mean of the vectors is to each abstract, above the average one."""
        mean = vectors.mean(axis=0, keepdims=True) if len(vectors) else vectors
        return _above_average(self._abstracts, _normalized(mean))

    def shared_words(self, counts: Counter[str]) -> Strengths:
        """Return the TF-IDF cosine (Salton and Buckley 1988) of title and abstract with a deck."""
        known = {
            word: 1 + math.log(count) for word, count in counts.items() if word in self._rarity
        }
        weights = {word: self._rarity[word] * damped for word, damped in known.items()}
        norm = math.sqrt(sum(weight**2 for weight in weights.values()))
        return np.array(
            [
                sum(self._rarity[word] * weights.get(word, 0.0) for word in text)
                / max(norm * own, 1e-9)
                for text, own in zip(self._texts, self._norms, strict=True)
            ]
        )


def _mean_vectors(texts: Sequence[Sequence[str]], encoder: Encoder) -> Vectors:
    """Return one unit vector a session, the mean over the languages in which it is given."""
    flat = encoder.encode([text for group in texts for text in group])
    rows, start = [], 0
    for group in texts:
        part = flat[start : start + len(group)]
        rows.append(part.mean(axis=0) if len(part) else np.zeros(encoder.size, dtype=np.float32))
        start += len(group)
    return _normalized(np.array(rows, dtype=np.float32).reshape(len(texts), encoder.size))


def _normalized(vectors: Vectors) -> Vectors:
    norms = np.linalg.norm(vectors, axis=1, keepdims=True)
    return np.asarray(vectors / np.maximum(norms, 1e-9), dtype=np.float32)


def _above_average(known: Vectors, vectors: Vectors) -> Strengths:
    if not len(vectors) or not len(known):
        return np.zeros(len(known))
    near = (known @ vectors.T).max(axis=1)
    return np.asarray(np.maximum(near - near.mean(), 0.0), dtype=np.float64)
