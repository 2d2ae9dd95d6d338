"""Remembers what was found out before, if somebody keeps it."""

from __future__ import annotations

from collections.abc import Callable
from typing import TypeVar

T = TypeVar("T")

#: Gives a value by all that it is made of, beside what is settled already, or makes it.
Recall = Callable[[object, Callable[[], T]], T]


def anew(_: object, make: Callable[[], T]) -> T:
    """Make every value, remembering none."""
    return make()
