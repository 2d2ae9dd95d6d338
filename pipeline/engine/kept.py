"""Keeps pools of workers ready between runs, since some take seconds to load their models."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from threading import Lock
from typing import Any, Protocol, TypeVar

from pipeline.engine.outcomes import Limits, Outcome
from pipeline.engine.pool import Pool

T = TypeVar("T")
R = TypeVar("R")


class RunOver(Protocol):
    """What runs one function over many items, as `run_over` does."""

    def __call__(
        self,
        items: Iterable[T],
        make: Callable[[], Callable[[T], R]],
        *,
        workers: int,
        limits: Limits,
        preload: tuple[str, ...] = (),
    ) -> Iterator[Outcome[T, R]]:
        """Yield the outcome of every item, in the order in which they are done."""


class KeptPools:
    """Pools that are lent to one run after the other, to several runs at a time.

    A run gets an idle pool that was made with equal arguments, else a new one.
    """

    def __init__(self, most: int) -> None:
        """Keep so many idle pools; the one that has been idle longest gives way."""
        self._most = most
        self._idle: list[Pool[Any, Any]] = []
        self._lock = Lock()

    def run_over(
        self,
        items: Iterable[T],
        make: Callable[[], Callable[[T], R]],
        *,
        workers: int,
        limits: Limits,
        preload: tuple[str, ...] = (),
    ) -> Iterator[Outcome[T, R]]:
        """Yield the outcome of every item, as `run_over` does."""
        pool = self._take((make, workers, limits, preload))
        try:
            yield from pool.run(items)
        finally:
            self._give_back(pool)

    def close(self) -> None:
        """End the workers: of idle pools now, of those that are lent when they come back."""
        self._most = 0
        self._drop_surplus()

    def _take(self, asked: tuple[Any, int, Limits, tuple[str, ...]]) -> Pool[Any, Any]:
        with self._lock:
            for pool in self._idle:
                if pool.asked == asked:
                    self._idle.remove(pool)
                    return pool
        make, workers, limits, preload = asked
        return Pool(make, workers=workers, limits=limits, preload=preload)

    def _give_back(self, pool: Pool[Any, Any]) -> None:
        with self._lock:
            self._idle.append(pool)
        self._drop_surplus()

    def _drop_surplus(self) -> None:
        with self._lock:
            count = max(0, len(self._idle) - self._most)
            surplus, self._idle = self._idle[:count], self._idle[count:]
        for pool in surplus:
            pool.close()
