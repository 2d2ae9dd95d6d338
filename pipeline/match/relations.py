"""Finds decks that are one deck: the same text, another version, a translation."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

import numpy as np

from pipeline.encode import Vectors
from pipeline.match.deck import DeckView

#: Mean similarity of aligned pages from which two decks are one. On 114 decks (the development
#: events, the corpus of single decks and the sample) translations and versions of one deck have
#: 0.60 or more, all other pairs 0.51 or less.
SAME_DECK = 0.57
#: How many pages a page may have moved. Translators add a page or drop one.
SHIFT = 2
#: A deck that is this much longer is another deck, whatever they share.
SHORTER = 0.5
#: Similarity of the mean pages below which no pair reached SAME_DECK; spares the alignment.
WORTH_ALIGNING = 0.5
#: Rows of the pairwise comparison that are held at once.
BLOCK = 512


def related(decks: Sequence[DeckView]) -> Iterator[tuple[int, int]]:
    """Yield the pairs of decks that are one deck in some sense, as ascending positions."""
    means = np.array([_mean(deck.page_vectors) for deck in decks])
    for start in range(0, len(decks), BLOCK):
        near = means[start : start + BLOCK] @ means.T
        for row, column in np.argwhere(near >= WORTH_ALIGNING):
            one, other = start + int(row), int(column)
            if one < other and alignment(decks[one], decks[other]) >= SAME_DECK:
                yield one, other


def alignment(one: DeckView, other: DeckView) -> float:
    """Return the mean similarity of pages that stand at like positions, 0 for unlike lengths.

    Sentence vectors are near each other across languages, so this holds for translations too.
    """
    lengths = len(one.page_vectors), len(other.page_vectors)
    if min(lengths) < SHORTER * max(lengths) or not min(lengths):
        return 0.0
    near = one.page_vectors @ other.page_vectors.T
    return min(_along(near), _along(near.T))


def _along(near: Vectors) -> float:
    """Return the mean over rows of the best column near the same relative position."""
    rows, columns = near.shape
    step = (columns - 1) / max(rows - 1, 1)
    best = []
    for row in np.flatnonzero(np.abs(near).sum(axis=1)):
        middle = round(row * step)
        best.append(near[row, max(middle - SHIFT, 0) : middle + SHIFT + 1].max())
    return float(np.mean(best)) if best else 0.0


def _mean(vectors: Vectors) -> Vectors:
    total = vectors.sum(axis=0)
    return np.asarray(total / max(float(np.linalg.norm(total)), 1e-9), dtype=np.float32)
