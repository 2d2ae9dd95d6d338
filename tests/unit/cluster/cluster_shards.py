"""Shards that do to a worker what may happen to it, and a cluster of processes to run them."""

from __future__ import annotations

import os
import signal
import socket
import subprocess
import sys
import time
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Any

HERE = Path(__file__).parent
ROOT = HERE.parents[2]


@dataclass(frozen=True)
class Naming:
    """Says where it ran, after a while."""

    items: tuple[str, ...]
    seconds: float = 0.0

    def __call__(self, station: object) -> list[str]:
        time.sleep(self.seconds)
        return [item.upper() for item in self.items]


@dataclass(frozen=True)
class Killing:
    """Ends the process of the worker that runs it."""

    items: tuple[str, ...]

    def __call__(self, station: object) -> list[str]:
        os.kill(os.getpid(), signal.SIGKILL)
        return []


@dataclass(frozen=True)
class Failing:
    """Raises."""

    items: tuple[str, ...]

    def __call__(self, station: object) -> list[str]:
        raise ValueError("no such page")


class DaskCluster:
    """A scheduler and workers in processes of their own, each of which can be killed."""

    def __init__(self, folder: Path, environment: Mapping[str, str]) -> None:
        self._port = free_port()
        self._environment = environment
        self.address = f"tcp://127.0.0.1:{self._port}"
        self._folder = folder
        self._scheduler: subprocess.Popen[bytes] | None = None
        self._workers: list[subprocess.Popen[bytes]] = []

    def start_scheduler(self) -> None:
        self._scheduler = self._start(
            "distributed.cli.dask_scheduler",
            *("--host", "127.0.0.1", "--port", str(self._port), "--no-show"),
        )
        wait_for(self._port)

    def start_worker(self) -> None:
        self._workers.append(
            self._start(
                "distributed.cli.dask_worker",
                *(self.address, "--nthreads", "1", "--local-directory", str(self._folder)),
            )
        )

    def kill_scheduler(self) -> None:
        assert self._scheduler
        _kill(self._scheduler)

    def kill_worker(self) -> None:
        _kill(self._workers.pop())

    def close(self) -> None:
        for process in (*self._workers, self._scheduler):
            if process and process.poll() is None:
                _kill(process)

    def _start(self, module: str, *arguments: str) -> subprocess.Popen[bytes]:
        environment = {
            **os.environ,
            **self._environment,
            "PYTHONPATH": os.pathsep.join([str(ROOT), str(HERE), os.environ.get("PYTHONPATH", "")]),
            "DASK_DISTRIBUTED__SCHEDULER__ALLOWED_FAILURES": "0",
        }
        return subprocess.Popen(
            [sys.executable, "-m", module, *arguments, "--no-dashboard"],
            env=environment,
            stdout=subprocess.DEVNULL,
            stderr=subprocess.DEVNULL,
            start_new_session=True,
        )


@contextmanager
def dask_cluster(
    folder: Path, workers: int, environment: Mapping[str, str] | None = None
) -> Iterator[DaskCluster]:
    """Yield a cluster whose workers are starting; whoever connects waits for them."""
    cluster = DaskCluster(folder, environment or {})
    try:
        cluster.start_scheduler()
        for _ in range(workers):
            cluster.start_worker()
        yield cluster
    finally:
        cluster.close()


def free_port() -> int:
    with socket.create_server(("127.0.0.1", 0)) as server:
        port: int = server.getsockname()[1]
    return port


def wait_for(port: int) -> None:
    """Return once somebody answers at a port of this machine."""
    deadline = time.monotonic() + 120
    while True:
        try:
            socket.create_connection(("127.0.0.1", port)).close()
        except ConnectionRefusedError:
            assert time.monotonic() < deadline
            time.sleep(0.05)
        else:
            return


def _kill(process: subprocess.Popen[Any]) -> None:
    os.killpg(process.pid, signal.SIGKILL)
    process.wait()
