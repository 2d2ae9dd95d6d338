"""Runs one function over many items in worker processes that may hang, die or swell."""

from __future__ import annotations

import multiprocessing
import os
from collections.abc import Callable, Iterable, Iterator
from concurrent.futures import FIRST_COMPLETED, Future, wait
from dataclasses import dataclass
from enum import Enum
from itertools import islice
from typing import Any, Generic, TypeVar

from pebble import ProcessExpired, ProcessPool

T = TypeVar("T")
R = TypeVar("R")

#: Items handed out ahead of the workers, for each worker: enough that none waits, few enough
#: that the backlog takes no memory.
AHEAD = 2

#: Numeric libraries must not start threads of their own: the workers use the cores.
ONE_THREAD = dict.fromkeys(("OMP_NUM_THREADS", "OPENBLAS_NUM_THREADS", "MKL_NUM_THREADS"), "1")


class Failure(Enum):
    """How an item can fail by no fault of the caller."""

    TIMEOUT = "timeout"
    CRASHED = "crashed"
    OUT_OF_MEMORY = "out-of-memory"


@dataclass(frozen=True)
class Outcome(Generic[T, R]):
    """What became of one item: a value, or a failure with its detail."""

    item: T
    value: R | None = None
    failure: Failure | None = None
    detail: str = ""


@dataclass(frozen=True)
class Limits:
    """What one item may take: wall-clock seconds, and bytes of address space (0: no limit)."""

    seconds: float = 120.0
    memory: int = 0


def run_over(
    items: Iterable[T],
    make: Callable[[], Callable[[T], R]],
    *,
    workers: int,
    limits: Limits,
    preload: tuple[str, ...] = (),
) -> Iterator[Outcome[T, R]]:
    """Yield the outcome of every item, in the order in which they are done.

    `make` is called once in each worker and returns the function to run there; both it and the
    items must pickle. With no workers everything runs in this process, unprotected, which is
    for debugging. `preload` names modules that workers share when the system can fork them from
    one server.
    """
    if workers == 0:
        function = make()
        yield from (Outcome(item=item, value=function(item)) for item in items)
        return
    os.environ.update(ONE_THREAD)
    context = _context(preload)
    with ProcessPool(
        max_workers=workers, initializer=_prepare, initargs=(make, limits.memory), context=context
    ) as pool:
        remaining = iter(items)
        running: dict[Future[R], T] = {}
        while True:
            for item in islice(remaining, workers * AHEAD - len(running)):
                running[pool.schedule(_call, args=(item,), timeout=limits.seconds)] = item
            if not running:
                return
            done, _ = wait(running, return_when=FIRST_COMPLETED)
            for future in done:
                yield _outcome(running.pop(future), future)


def _outcome(item: T, future: Future[R]) -> Outcome[T, R]:
    try:
        return Outcome(item=item, value=future.result())
    except TimeoutError:
        return Outcome(item=item, failure=Failure.TIMEOUT)
    except MemoryError:
        return Outcome(item=item, failure=Failure.OUT_OF_MEMORY)
    except ProcessExpired as error:
        return Outcome(item=item, failure=Failure.CRASHED, detail=f"exit code {error.exitcode}")
    except Exception as error:
        return Outcome(item=item, failure=Failure.CRASHED, detail=_describe(error))


def _describe(error: Exception) -> str:
    """Name an exception, also one whose message cannot be made."""
    try:
        return f"{type(error).__name__}: {error}"
    except Exception:
        return type(error).__name__


def _context(preload: tuple[str, ...]) -> multiprocessing.context.BaseContext:
    if "forkserver" not in multiprocessing.get_all_start_methods():
        return multiprocessing.get_context("spawn")
    context = multiprocessing.get_context("forkserver")
    context.set_forkserver_preload(list(preload))
    return context


class _Worker:
    """The one place where a worker process keeps its function between items."""

    function: Callable[[Any], Any]


def _prepare(make: Callable[[], Callable[[Any], Any]], memory: int) -> None:
    _limit_memory(memory)
    _Worker.function = staticmethod(make())


def _limit_memory(memory: int) -> None:
    """Let allocations beyond the limit fail, where the system can (not on Windows)."""
    try:
        import resource  # noqa: PLC0415 - absent on Windows
    except ImportError:
        return
    if memory:
        resource.setrlimit(resource.RLIMIT_AS, (memory, memory))


def _call(item: Any) -> Any:
    return _Worker.function(item)
