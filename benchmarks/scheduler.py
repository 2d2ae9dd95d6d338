"""What the scheduler of a cluster does for a task, with a stage that only waits.

    .venv/bin/python -m benchmarks.scheduler [--tasks 20000] [--seconds 0] [--threads 64]

A task stands for a shard of 16 decks; `--seconds` is what it waits, 0 to see what the scheduler
bears at most. Scheduler, workers and this process run on one machine.
"""

from __future__ import annotations

import argparse
import socket
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import closing, contextmanager
from dataclasses import dataclass
from functools import partial

import psutil

from pipeline.cluster.dask import Cluster
from pipeline.records.files import InboxFile
from pipeline.shards import Station
from pipeline.tag import Vocabulary

DECKS = 16
FILE = InboxFile(
    path="a folder/a deck of a usual name.pptx",
    location="a folder/a deck of a usual name.pptx",
    sha256="0" * 64,
    size=2_000_000,
    media_type="application/vnd.openxmlformats-officedocument.presentationml.presentation",
)


@dataclass(frozen=True)
class Waiting:
    """A shard that takes a while, and of which as much comes back as asked for."""

    items: tuple[InboxFile, ...]
    seconds: float
    bytes_each: int

    def __call__(self, _station: Station) -> list[bytes]:
        """Return so many bytes for each item."""
        time.sleep(self.seconds)
        return [bytes(self.bytes_each)] * len(self.items)


@dataclass(frozen=True)
class Seen:
    """What a process has used: seconds of processor, bytes of memory."""

    cpu: float
    memory: int


def look(process: psutil.Process) -> Seen:
    """Return what a process has used so far."""
    times = process.cpu_times()
    return Seen(times.user + times.system, process.memory_info().rss)


@contextmanager
def cluster(workers: int, threads: int) -> Iterator[tuple[str, psutil.Process]]:
    """Yield the address of a cluster on this machine, and its scheduler."""
    with socket.create_server(("127.0.0.1", 0)) as server:
        address = f"tcp://127.0.0.1:{server.getsockname()[1]}"
    start = partial(subprocess.Popen, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    module = (sys.executable, "-m", "distributed.cli.dask_")
    python, option, name = module
    host, port = address.removeprefix("tcp://").split(":")
    scheduler = start(
        [python, option, f"{name}scheduler", "--host", host, "--port", port, "--no-dashboard"]
    )
    started = [scheduler]
    try:
        for _ in range(workers):
            arguments = ("--nthreads", str(threads), "--no-dashboard", "--no-nanny")
            started.append(start([python, option, f"{name}worker", address, *arguments]))
        yield address, psutil.Process(scheduler.pid)
    finally:
        for process in started:
            process.kill()
            process.wait()


def main() -> None:
    """Print the figures."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--tasks", type=int, default=20_000)
    parser.add_argument("--seconds", type=float, default=0.0)
    parser.add_argument("--bytes", type=int, default=20_000, help="result of a deck")
    parser.add_argument("--threads", type=int, default=64, help="of each of two workers")
    options = parser.parse_args()
    vocabulary = Vocabulary(id="v", title="", version="1", concepts=(), phrases=())
    shard = Waiting((FILE,) * DECKS, options.seconds, options.bytes)
    with cluster(2, options.threads) as (address, scheduler):
        time.sleep(5)
        with closing(Cluster(address, vocabulary, print)) as executor:
            ourselves = psutil.Process()
            for _ in executor.run([shard] * (4 * executor.slots)):
                pass
            before, before_us, start = look(scheduler), look(ourselves), time.perf_counter()
            peak = before.memory
            for number, _ in enumerate(executor.run([shard] * options.tasks)):
                if number % 100 == 0:
                    peak = max(peak, look(scheduler).memory)
            seconds = time.perf_counter() - start
            after, after_us = look(scheduler), look(ourselves)
            slots = executor.slots
    tasks = options.tasks
    print(f"{tasks} tasks of {DECKS} decks, {slots} slots, {options.seconds:g} s each")
    print(f"{seconds:.1f} s: {tasks / seconds:.0f} tasks/s, {tasks * DECKS / seconds:.0f} decks/s")
    print(f"scheduler: {1000 * (after.cpu - before.cpu) / tasks:.2f} ms of processor a task")
    print(f"command: {1000 * (after_us.cpu - before_us.cpu) / tasks:.2f} ms of processor a task")
    grown = after.memory - before.memory
    print(f"scheduler: {before.memory / 1e6:.0f} MB, {peak / 1e6:.0f} MB at its peak, ", end="")
    print(f"{grown / tasks:.0f} bytes more a task at the end")


if __name__ == "__main__":
    main()
