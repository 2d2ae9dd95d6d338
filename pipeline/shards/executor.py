"""Runs shards, knowing nothing of what they do."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from concurrent.futures import FIRST_COMPLETED, Future, ThreadPoolExecutor, wait
from dataclasses import dataclass
from itertools import islice
from typing import Any, Protocol, TypeVar

from pipeline.shards.station import Station

R = TypeVar("R")
#: What does some work at a station: a shard, to those who do not know what it is.
Task = Callable[[Station], list[R]]

#: Shards handed out for each that is worked on, so that no slot waits for the next.
AHEAD = 2


@dataclass(frozen=True)
class Lost:
    """What became of a shard whose machine was lost with it, time and again."""


class Executor(Protocol):
    """What runs shards; several threads may have it run theirs at the same time."""

    @property
    def slots(self) -> int:
        """How many shards are worked on at a time."""

    def run(self, shards: Iterable[Task[R]]) -> Iterator[tuple[Any, list[R] | Lost]]:
        """Yield each shard with its results, in the order in which they are done."""


class Threads:
    """Runs shards at one station, each in a thread; its worker processes do the work."""

    def __init__(self, station: Station, slots: int) -> None:
        """Work on so many shards at a time."""
        self.slots = slots
        self._station = station
        self._pool = ThreadPoolExecutor(slots, thread_name_prefix="shard")

    def run(self, shards: Iterable[Task[R]]) -> Iterator[tuple[Any, list[R] | Lost]]:
        """Yield each shard with its results; raises what a shard raises."""
        remaining = iter(shards)
        running: dict[Future[list[R]], Task[R]] = {}
        try:
            while True:
                for shard in islice(remaining, AHEAD * self.slots - len(running)):
                    running[self._pool.submit(shard, self._station)] = shard
                if not running:
                    return
                done, _ = wait(running, return_when=FIRST_COMPLETED)
                for future in done:
                    yield running.pop(future), future.result()
        finally:
            for future in running:
                future.cancel()

    def close(self) -> None:
        """Work on no further shards, and end the workers of the station."""
        self._pool.shutdown(wait=False, cancel_futures=True)
        self._station.close()
