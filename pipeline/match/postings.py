"""Adds up what words weigh in many texts at once, looking only where the words stand."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Mapping, Sequence

import numpy as np
from numpy.typing import NDArray


class Postings:
    """An inverted index: for each word the texts that hold it, and what it weighs there."""

    def __init__(self, texts: Sequence[Mapping[str, float]]) -> None:
        """Take the weight of each word in each text."""
        found: dict[str, list[tuple[int, float]]] = defaultdict(list)
        for row, text in enumerate(texts):
            for word, weight in text.items():
                found[word].append((row, weight))
        self._size = len(texts)
        self._column = {word: column for column, word in enumerate(found)}
        flat = [pair for column in found.values() for pair in column]
        self._rows = np.array([row for row, _ in flat], dtype=np.intp)
        self._weights = np.array([weight for _, weight in flat])
        self._lengths = np.array([len(column) for column in found.values()], dtype=np.intp)
        self._starts = np.cumsum(self._lengths) - self._lengths

    def known(self, words: Collection[str]) -> set[str]:
        """Return those of the words that stand in one of the texts."""
        return self._column.keys() & words

    def total(self, strengths: Mapping[str, float]) -> NDArray[np.float64]:
        """Return the sum over words of strength times weight, one number a text."""
        held = self.known(strengths)
        if not held:
            return np.zeros(self._size)
        columns = np.fromiter(map(self._column.__getitem__, held), np.intp, len(held))
        given = np.fromiter(map(strengths.__getitem__, held), np.float64, len(held))
        order = np.argsort(columns)
        return self._sum(columns[order], given[order])

    def _sum(
        self, columns: NDArray[np.intp], strengths: NDArray[np.float64]
    ) -> NDArray[np.float64]:
        lengths = self._lengths[columns]
        before = np.cumsum(lengths) - lengths
        places = np.arange(lengths.sum()) + np.repeat(self._starts[columns] - before, lengths)
        weights = self._weights[places] * np.repeat(strengths, lengths)
        total = np.bincount(self._rows[places], weights=weights, minlength=self._size)
        return np.asarray(total, dtype=np.float64)
