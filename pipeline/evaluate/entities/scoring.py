"""Precision, recall and F1 of names, each as often as it stands."""

from __future__ import annotations

from collections import Counter
from collections.abc import Hashable
from typing import TypeVar

from pipeline.records.base import Record

Name = TypeVar("Name", bound=Hashable)


class Score(Record, frozen=True):
    """How many names there are, and which shares were found, and found right, from 0 to 1."""

    names: int
    precision: float
    recall: float
    f1: float


def score(expected: Counter[Name], found: Counter[Name]) -> Score:
    """Compare names; one counts where all that is known of it agrees."""
    right = (expected & found).total()
    return Score(
        names=expected.total(),
        precision=right / max(1, found.total()),
        recall=right / max(1, expected.total()),
        f1=2 * right / max(1, expected.total() + found.total()),
    )
