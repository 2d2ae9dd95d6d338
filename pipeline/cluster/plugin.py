"""What runs on the workers of a cluster."""

from __future__ import annotations

import hashlib
import multiprocessing
import pickle
from collections.abc import Callable
from pathlib import Path
from threading import Lock
from typing import Any

from distributed import Worker, WorkerPlugin, get_worker

from pipeline.cluster.edition import Edition, differences, edition_here
from pipeline.engine import WorkersFailedError
from pipeline.shards import Station
from pipeline.tag import Vocabulary


class StationPlugin(WorkerPlugin):  # type: ignore[misc]
    """Gives a worker a station, made with its first shard and kept until the worker ends."""

    idempotent = True

    def __init__(self, vocabulary: Vocabulary, edition: Edition) -> None:
        """Work with this vocabulary, on machines of this edition only."""
        self._vocabulary = vocabulary
        self._edition = edition

    @property
    def name(self) -> str:
        """A name for all stations that do the same."""
        content = pickle.dumps((self._vocabulary, self._edition))
        return f"elective-index-{hashlib.sha256(content).hexdigest()[:16]}"

    def setup(self, worker: Worker) -> None:
        """Remember the worker; a mismatch is told by the first shard, so that others may work."""
        self._worker = worker
        self._lock = Lock()
        self._station: Station | None = None

    def teardown(self, worker: Worker) -> None:  # noqa: ARG002 - the one that it was set up for
        """End the processes of the station."""
        if self._station:
            self._station.close()

    @property
    def station(self) -> Station:
        """The station of this worker; raises WorkersFailedError on a machine of another edition."""
        with self._lock:
            if self._station is None:
                if differs := ", ".join(differences(self._edition, edition_here())):
                    raise WorkersFailedError(
                        f"The worker {self._worker.address} has {differs}. "
                        "Set it up from the same requirements, and start it again."
                    )
                # Under a nanny a worker is a daemon, which may not start processes.
                multiprocessing.current_process().daemon = False
                slots = self._worker.state.nthreads
                scratch = Path(self._worker.local_directory, "elective-index")
                self._station = Station(self._vocabulary, slots=slots, scratch=scratch)
            return self._station


def work(plugin: str, shard: Callable[[Station], list[Any]]) -> list[Any]:
    """Return the results of a shard, at the station of the worker that runs this."""
    return shard(get_worker().plugins[plugin].station)
