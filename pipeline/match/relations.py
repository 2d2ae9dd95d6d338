"""Finds decks that are one deck: the same text, another version, a translation."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import partial
from itertools import groupby
from operator import itemgetter

import numpy as np

from pipeline.encode import Vectors
from pipeline.match.deck import DeckView
from pipeline.match.recall import Recall, anew
from pipeline.records.decks import UNDETERMINED

#: Mean similarity of aligned pages from which two decks are one. On 114 decks (the development
#: events, the corpus of single decks and the sample) translations and versions of one deck have
#: 0.60 or more, all other pairs 0.51 or less.
SAME_DECK = 0.57
#: Share of common words from which two decks in one language may be versions of one. Of the same
#: decks, versions have 0.52 or more, all other pairs 0.14 or less.
SAME_WORDS = 0.3
#: How many pages a page may have moved. Translators add a page or drop one.
SHIFT = 2
#: A deck that is this much longer is another deck, whatever they share.
SHORTER = 0.5
#: Similarity of the mean pages below which no pair reached SAME_DECK; spares the alignment.
WORTH_ALIGNING = 0.5
#: How many decks, most similar first, a deck is aligned with. All that are one deck hang together
#: by their nearest, however many they are; no deck of the 114 had one outside its nearest two.
NEIGHBOURS = 8
#: Rows of the pairwise comparison that are held at once.
BLOCK = 512


def related(
    decks: Sequence[DeckView],
    neighbours: int = NEIGHBOURS,
    recall: Recall[list[bool]] = anew,
) -> Iterator[tuple[int, int]]:
    """Yield pairs of decks that are one deck in some sense, as ascending positions.

    Not every pair is told, but decks that are one are connected by those that are. `recall` may
    give what was found out before of a deck and those that are near it.
    """
    means = np.array([_mean(deck.page_vectors) for deck in decks])
    for one, others in _near(means, neighbours):
        near = [decks[other] for other in others]
        asked = [deck.content for deck in (decks[one], *near)]
        same = recall(asked, partial(_are_one, decks[one], near))
        yield from ((one, other) for other, is_one in zip(others, same, strict=True) if is_one)


def _are_one(deck: DeckView, others: Sequence[DeckView]) -> list[bool]:
    """Tell of each of the others whether it is one with a deck."""
    pages = deck.page_vectors
    return [
        alignment(pages, other.page_vectors) >= SAME_DECK and _in_words(deck, other)
        for other in others
    ]


def _in_words(one: DeckView, other: DeckView) -> bool:
    """Tell whether decks that mean the same also share words, as versions in one language do.

    Two notes of a page on one subject mean much the same and are not one.
    """
    if one.language != other.language or one.language == UNDETERMINED.tag:
        return True
    first, second = one.words, other.words
    return len(first & second) >= SAME_WORDS * len(first | second)


def _near(means: Vectors, neighbours: int) -> Iterator[tuple[int, list[int]]]:
    """Yield each row with the later ones that are near it, or that it is near of."""
    pairs: set[tuple[int, int]] = set()
    for start in range(0, len(means), BLOCK):
        near = means[start : start + BLOCK] @ means.T
        rows = np.arange(len(near))
        near[rows, start + rows] = 0.0
        if len(means) > neighbours:
            last = -np.partition(-near, neighbours - 1, axis=1)[:, neighbours - 1]
            near[near < last[:, None]] = 0.0
        for row, column in np.argwhere(near >= WORTH_ALIGNING):
            one, other = sorted((start + int(row), int(column)))
            pairs.add((one, other))
    for one, group in groupby(sorted(pairs), key=itemgetter(0)):
        yield one, [other for _, other in group]


def alignment(one: Vectors, other: Vectors) -> float:
    """Return the mean similarity of pages that stand at like positions, 0 for unlike lengths.

    Takes one unit vector a page, shape (pages, size). Sentence vectors are near each other across
    languages, so this holds for translations too.
    """
    lengths = len(one), len(other)
    if min(lengths) < SHORTER * max(lengths) or not min(lengths):
        return 0.0
    near = one @ other.T
    return min(_along(near), _along(near.T))


def _along(near: Vectors) -> float:
    """Return the mean over rows of the best column near the same relative position."""
    rows, columns = near.shape
    step = (columns - 1) / max(rows - 1, 1)
    middles = np.rint(np.arange(rows) * step)
    beside = np.abs(np.arange(columns) - middles[:, None]) <= SHIFT
    best = np.where(beside, near, -1.0).max(axis=1)[near.any(axis=1)]
    return float(best.mean()) if len(best) else 0.0


def _mean(vectors: Vectors) -> Vectors:
    total = vectors.sum(axis=0)
    return np.asarray(total / max(float(np.linalg.norm(total)), 1e-9), dtype=np.float32)
