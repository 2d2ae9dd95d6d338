"""How much each kind of evidence counts: a table that was fitted to labelled events."""

from __future__ import annotations

import tomllib
from collections.abc import Sequence
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from pipeline.match.seen import Seen
from pipeline.records.base import Record

TABLE = Path(__file__).with_name("weights.toml")


class Weights(Record, frozen=True):
    """Coefficients of a conditional logit (McFadden 1974) over the sessions and 'none of them'.

    A deck's odds of belonging to a session, against belonging to none, are the exponential of
    the sum of each signal's strength times its coefficient, less `threshold`.
    """

    threshold: float
    signals: dict[str, float]

    def probabilities(self, seen: Sequence[Seen]) -> NDArray[np.float64]:
        """Return the probability of each session, then that of none; they sum to 1."""
        return softmax(np.append(self.scores(seen), self.threshold))

    def scores(self, seen: Sequence[Seen]) -> NDArray[np.float64]:
        """Return the weighed sum of strengths for each session."""
        parts = [item.strengths * self.signals[item.signal] for item in seen]
        return np.asarray(np.sum(parts, axis=0), dtype=np.float64)


def softmax(scores: NDArray[np.float64]) -> NDArray[np.float64]:
    """Return exponentials that sum to 1."""
    raised = np.exp(scores - scores.max())
    return np.asarray(raised / raised.sum(), dtype=np.float64)


def load_weights(path: Path = TABLE) -> Weights:
    """Return the table; it is shipped with the program, so a broken one is a bug."""
    table = tomllib.loads(path.read_text(encoding="utf-8"))
    return Weights(threshold=table["threshold"], signals=table["signals"])


def naive_sum(signals: Sequence[str]) -> Weights:
    """Return what a first idea would be: title, speaker and meaning added up, nothing learned."""
    naive = {"title", "speaker", "meaning"}
    return Weights(threshold=0.0, signals={name: float(name in naive) for name in signals})
