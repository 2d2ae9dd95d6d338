"""Fits the coefficients of matching to labelled events."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from pipeline.match.seen import Seen, without_repeats
from pipeline.match.weights import Weights

Array = NDArray[np.float64]

#: What is believed before any data, in log odds at full strength: a speaker who is named where
#: decks are signed and whose subject fits, or a title that reads the same, is worth about seven,
#: as much as the threshold; a file's name half of that.
PRIOR = {
    "speaker": 3.0,
    "speaker-in-part": 3.0,
    "speaker-in-passing": 2.0,
    "title": 4.0,
    "title-words": 2.0,
    "title-words-inside": 1.0,
    "meaning": 4.0,
    "subject": 2.0,
    "words": 4.0,
    "agreement": 4.0,
    "affiliation": 1.0,
    "file-name-title": 4.0,
    "file-name-speaker": 4.0,
}
PRIOR_THRESHOLD = 6.0
#: Inverse variance of the prior. Cross-validated log likelihood on the development events rises
#: up to here (0.3, 1, 3, 10) and hardly beyond (30): 56 decks move a coefficient by a little.
PRECISION = 10.0
#: How often a deck belongs to a session that the programme lacks, and how much a deck of another
#: event counts, against a deck with a session.
ABSENT, FOREIGN = 0.1, 0.05

STEPS, RATE, MOMENTUM, DAMPING = 1500, 0.03, 0.9, 0.99


@dataclass(frozen=True)
class Case:
    """A deck to learn from: strengths, shape (sessions, signals), and its session or None."""

    strengths: Array
    session: int | None
    weight: float = 1.0


def cases(seen: Sequence[Seen], session: int | None) -> Iterable[Case]:
    """Yield what one labelled deck teaches: as it is, and as if its own session were missing."""
    strengths = np.stack([item.strengths for item in without_repeats(seen)], axis=1)
    yield Case(strengths, session, FOREIGN if session is None else 1.0)
    if session is not None and len(strengths) > 1:
        yield Case(np.delete(strengths, session, axis=0), None, ABSENT)


def fit(learned: Sequence[Case], signals: Sequence[str]) -> Weights:
    """Return the maximum a posteriori coefficients of the conditional logit.

    Coefficients are never negative, since every signal speaks for a session. Solved by gradient
    descent with Adam's step sizes (Kingma and Ba 2015); the problem is convex.
    """
    prior = np.array([*(PRIOR[name] for name in signals), PRIOR_THRESHOLD])
    problem = _Problem(learned)
    point, first, second = prior.copy(), np.zeros_like(prior), np.zeros_like(prior)
    for step in range(1, STEPS + 1):
        slope = problem.gradient(point) + PRECISION * (point - prior)
        first = MOMENTUM * first + (1 - MOMENTUM) * slope
        second = DAMPING * second + (1 - DAMPING) * slope**2
        size = np.sqrt(second / (1 - DAMPING**step)) + 1e-8
        point -= RATE * first / (1 - MOMENTUM**step) / size
        point[:-1] = np.maximum(point[:-1], 0.0)
    return Weights(
        threshold=round(float(point[-1]), 2),
        signals={name: round(float(value), 2) for name, value in zip(signals, point, strict=False)},
    )


class _Problem:
    """The cases stacked row on row, so that a gradient is a few array operations."""

    def __init__(self, learned: Sequence[Case]) -> None:
        lengths = np.array([len(case.strengths) for case in learned])
        self._rows = np.concatenate([case.strengths for case in learned])
        self._starts = np.concatenate([[0], lengths.cumsum()[:-1]])
        self._case = np.repeat(np.arange(len(learned)), lengths)
        self._weights = np.array([case.weight for case in learned])
        self._none = np.array([float(case.session is None) for case in learned])
        self._true = np.zeros(len(self._rows))
        for start, case in zip(self._starts, learned, strict=True):
            if case.session is not None:
                self._true[start + case.session] = 1.0

    def gradient(self, point: Array) -> Array:
        """Return the gradient of the weighed negative log likelihood."""
        scores = self._rows @ point[:-1]
        top = np.maximum(np.maximum.reduceat(scores, self._starts), point[-1])
        raised = np.exp(scores - top[self._case])
        none = np.exp(point[-1] - top)
        total = np.add.reduceat(raised, self._starts) + none
        rows = (raised / total[self._case] - self._true) * self._weights[self._case]
        return np.append(self._rows.T @ rows, ((none / total - self._none) * self._weights).sum())


def as_toml(weights: Weights, events: Mapping[str, int]) -> str:
    """Return the table as it is kept beside the matcher."""
    fitted = ", ".join(f"{name} ({count} decks)" for name, count in sorted(events.items()))
    lines = [
        "# How much each kind of evidence counts, in log odds at full strength.",
        "# Made by `elective-index evaluate CORPUS --fit`; do not edit by hand.",
        f"# Fitted to: {fitted}.",
        f"threshold = {weights.threshold}",
        "",
        "[signals]",
        *(f"{name} = {value}" for name, value in weights.signals.items()),
    ]
    return "\n".join(lines) + "\n"
