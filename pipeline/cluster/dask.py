"""Hands shards to a Dask cluster, and again where a worker or the scheduler is lost."""

from __future__ import annotations

import logging
import time
from collections.abc import Callable, Iterable, Iterator
from concurrent.futures import CancelledError
from itertools import islice
from queue import Empty, SimpleQueue
from threading import Lock
from typing import Any, TypeVar
from uuid import uuid4

from distributed import Client, Future, KilledWorker

from pipeline.cluster.edition import edition_here
from pipeline.cluster.plugin import StationPlugin, work
from pipeline.engine import WorkersFailedError
from pipeline.shards import Lost
from pipeline.shards.executor import AHEAD, Task
from pipeline.tag import Vocabulary

A = TypeVar("A")
R = TypeVar("R")

#: Seconds that a first answer may take, of the scheduler and then of a worker.
_FIRST_ANSWER = 10
_FIRST_WORKER = 60
#: How often a silent cluster is looked at, in seconds.
_GLANCE = 10.0
#: How often a shard is tried again that raised something; what is fetched may be in the way.
_RETRIES = 2


class ClusterError(WorkersFailedError):
    """The cluster cannot be reached; the message says what to do."""


class Cluster:
    """An executor on a Dask cluster.

    A shard whose worker is lost goes to another one; Dask itself gives up after some (its setting
    `distributed.scheduler.allowed-failures`), which makes it `Lost`. When the scheduler is lost,
    all that was not done yet is handed out again to the one that takes its place.
    """

    def __init__(
        self,
        address: str,
        vocabulary: Vocabulary,
        say: Callable[[str], None],
        patience: float = 600,
    ) -> None:
        """Connect; wait `patience` seconds for whoever is lost later, which `say` tells.

        Raises ClusterError where nobody answers.
        """
        for name in ("client", "core", "comm"):
            # What is lost is told in our own words.
            logging.getLogger(f"distributed.{name}").setLevel(logging.CRITICAL)
        self._address = address
        self._say = say
        self._patience = patience
        self._plugin = StationPlugin(vocabulary, edition_here())
        self._lock = Lock()
        self._client = self._connect(_FIRST_ANSWER)

    @property
    def slots(self) -> int:
        """How many shards are worked on at a time: the threads of all workers."""
        return max(1, self._threads())

    def run(self, shards: Iterable[Task[R]]) -> Iterator[tuple[Any, list[R] | Lost]]:
        """Yield each shard with its results; raises what a shard raises time and again."""
        remaining = iter(shards)
        running: dict[Future, Task[R]] = {}
        done: SimpleQueue[Future] = SimpleQueue()

        def submit(shard: Task[R]) -> None:
            future = self._submit(shard)
            running[future] = shard
            future.add_done_callback(done.put)

        try:
            while True:
                free = AHEAD * self.slots - len(running)
                for shard in islice(remaining, max(0, free)):
                    submit(shard)
                if not running:
                    return
                future = self._next(done)
                shard = running.pop(future)
                results = _results(future)
                if results is None:
                    submit(shard)
                else:
                    yield shard, results
        finally:
            for future in running:
                future.release()

    def close(self) -> None:
        """Leave the cluster; its workers keep their models."""
        self._client.close()

    def _submit(self, shard: Task[R]) -> Future:
        key = f"{type(shard).__name__.lower()}-{uuid4().hex}"
        return self._ask(
            lambda client: client.submit(
                work, self._plugin.name, shard, key=key, pure=False, retries=_RETRIES
            )
        )

    def _threads(self) -> int:
        threads: int = self._ask(lambda client: sum(client.nthreads().values()))
        return threads

    def _ask(self, question: Callable[[Client], A]) -> A:
        """Ask the scheduler, and its successor where it is lost meanwhile."""
        while True:
            client = self._connected()
            try:
                return question(client)
            except (OSError, RuntimeError):
                if client.status == "running":
                    raise

    def _next(self, done: SimpleQueue[Future]) -> Future:
        """Return the next future that is done; raises ClusterError where no worker is left."""
        alone_since: float | None = None
        while True:
            try:
                return done.get(timeout=_GLANCE)
            except Empty:
                if self._threads():
                    alone_since = None
                    continue
            if alone_since is None:
                alone_since = time.monotonic()
                self._say("No worker is left in the cluster; waiting for one …")
            if time.monotonic() - alone_since > self._patience:
                raise ClusterError(_no_workers(self._address))

    def _connected(self) -> Client:
        """Return a client that is connected, after a while to the scheduler's successor."""
        with self._lock:
            if self._client.status != "running":
                self._say(f"The scheduler at {self._address} is gone; waiting for it …")
                self._client.close()
                self._client = self._connect(self._patience)
            return self._client

    def _connect(self, patience: float) -> Client:
        try:
            client = Client(
                self._address, timeout=patience, name="elective-index", set_as_default=False
            )
        except (OSError, ValueError) as error:
            raise ClusterError(_no_scheduler(self._address)) from error
        try:
            client.wait_for_workers(1, timeout=max(patience, _FIRST_WORKER))
        except TimeoutError as error:
            client.close()
            raise ClusterError(_no_workers(self._address)) from error
        try:
            client.register_plugin(self._plugin, name=self._plugin.name)
        except Exception as error:
            client.close()
            raise ClusterError(
                f"The workers at {self._address} cannot run elective-index ({error}). "
                "Install it there from the same requirements, and start them again."
            ) from error
        return client


def _results(future: Future) -> list[Any] | Lost | None:
    """Return what came of a future, None where the scheduler was lost with all that it knew."""
    if future.status in ("cancelled", "lost"):
        return None
    try:
        results: list[Any] = future.result()
    except KilledWorker:
        return Lost()
    except CancelledError:
        return None
    return results


def _no_scheduler(address: str) -> str:
    return (
        f"No Dask scheduler answers at {address}. Start one with: dask scheduler. "
        "Then start workers with: dask worker ADDRESS"
    )


def _no_workers(address: str) -> str:
    return f"The scheduler at {address} has no workers. Start some with: dask worker {address}"
