"""What an item may take, and what becomes of it."""

from __future__ import annotations

from dataclasses import dataclass
from enum import Enum
from typing import Generic, TypeVar

T = TypeVar("T")
R = TypeVar("R")


class Failure(Enum):
    """How an item can fail by no fault of the caller."""

    TIMEOUT = "timeout"
    CRASHED = "crashed"
    OUT_OF_MEMORY = "out-of-memory"


@dataclass(frozen=True)
class Outcome(Generic[T, R]):
    """What became of one item: a value, or a failure with its detail.

    `seconds` is the wall time that the function took; what failed says nothing about it.
    """

    item: T
    value: R | None = None
    failure: Failure | None = None
    detail: str = ""
    seconds: float = 0.0


@dataclass(frozen=True)
class Limits:
    """What one item may take: wall-clock seconds, and bytes of memory (0: no limit).

    The memory comes on top of what a worker holds when it is ready for its first item.
    """

    seconds: float = 120.0
    memory: int = 0


class WorkersFailedError(RuntimeError):
    """No worker could make its function; the message says why."""
