"""The pool of workers, as the main process sees it."""

from __future__ import annotations

import multiprocessing
import os
import pickle
import signal
from collections.abc import Callable, Generator, Iterable, Iterator
from concurrent.futures import FIRST_COMPLETED, Future, wait
from concurrent.futures.process import BrokenProcessPool
from contextlib import closing
from itertools import islice
from typing import Generic, TypeVar

from pebble import ProcessExpired, ProcessPool

from pipeline.engine import worker
from pipeline.engine.outcomes import Failure, Limits, Outcome, WorkersFailedError
from pipeline.threads import ONE_THREAD

T = TypeVar("T")
R = TypeVar("R")

#: Items handed out ahead of the workers, for each worker: enough that none waits, few enough
#: that the backlog takes no memory.
AHEAD = 2
#: How often a silent pool is looked at, in seconds, to see whether it is broken.
_GLANCE = 5.0


class Pool(Generic[T, R]):
    """Workers with one function, which stay ready from one run to the next until it is closed.

    `make` is called once in each worker and returns the function to run there; both it and the
    items must pickle. With no workers everything runs in this process, unprotected, which is
    for debugging. `preload` names modules that workers share when the system can fork them from
    one server.
    """

    def __init__(
        self,
        make: Callable[[], Callable[[T], R]],
        *,
        workers: int,
        limits: Limits,
        preload: tuple[str, ...] = (),
    ) -> None:
        """Start nothing yet; workers start with the first run."""
        self.asked = make, workers, limits, preload
        self._here: Callable[[T], R] | None = None
        self._processes: ProcessPool | None = None

    def run(self, items: Iterable[T]) -> Iterator[Outcome[T, R]]:
        """Yield the outcome of every item, in the order in which they are done.

        One run at a time. Raises WorkersFailedError where `make` fails.
        """
        make, workers, limits, preload = self.asked
        if workers == 0:
            self._here = self._here or make()
            for item in items:
                yield Outcome(item=item, value=self._here(item))
            return
        remaining = iter(items)
        while in_flight := (yield from self.attempt(remaining)):
            # The pool broke. Whoever broke it does so again when it is alone.
            for item in in_flight:
                with closing(Pool(make, workers=1, limits=limits, preload=preload)) as alone:
                    if (yield from alone.attempt(iter([item]))):
                        detail = "no worker survives it"
                        yield Outcome(item=item, failure=Failure.CRASHED, detail=detail)

    def close(self) -> None:
        """End the workers, whatever they are at; a later run starts others."""
        if self._processes is not None:
            self._processes.stop()  # type: ignore[no-untyped-call]
            self._processes.join()
            self._processes = None

    def attempt(self, remaining: Iterator[T]) -> Generator[Outcome[T, R], None, list[T]]:
        """Yield outcomes until nothing remains; return the items in flight if the pool breaks."""
        _, workers, limits, _ = self.asked
        running: dict[Future[worker.Reply], T] = {}
        pool = self._processes = self._processes or self._start()
        sound = False
        try:
            while True:
                for item in islice(remaining, workers * AHEAD - len(running)):
                    running[_schedule(pool, item, limits.seconds)] = item
                if not running:
                    sound = True
                    return []
                done, _ = wait(running, timeout=_GLANCE, return_when=FIRST_COMPLETED)
                if not (done or pool.active):
                    return list(running.values())
                for future in done:
                    outcome: Outcome[T, R] | None = _outcome(running[future], future)
                    item = running.pop(future)
                    if outcome is None:
                        running[_schedule(pool, item, limits.seconds)] = item
                    else:
                        yield outcome
        except BrokenProcessPool:
            return list(running.values())
        finally:
            if not sound:
                self.close()

    def _start(self) -> ProcessPool:
        make, workers, limits, preload = self.asked
        os.environ.update(ONE_THREAD)
        pool = ProcessPool(
            max_workers=workers,
            initializer=worker.prepare,
            initargs=(make, limits.memory),
            context=_context(preload),
        )
        # It starts the workers when it is asked: they get ready while the first items are made.
        _ = pool.active
        return pool


def get_ready(preload: tuple[str, ...]) -> None:
    """Begin to load modules that workers will share, where the system can fork them.

    Returns at once; the first workers then start the sooner.
    """
    if "forkserver" in multiprocessing.get_all_start_methods():
        from multiprocessing import forkserver  # noqa: PLC0415 - absent on Windows

        os.environ.update(ONE_THREAD)
        _context(preload)
        forkserver.ensure_running()


def run_over(
    items: Iterable[T],
    make: Callable[[], Callable[[T], R]],
    *,
    workers: int,
    limits: Limits,
    preload: tuple[str, ...] = (),
) -> Iterator[Outcome[T, R]]:
    """Yield the outcome of every item from a pool that lasts for this run; see `Pool`."""
    with closing(Pool(make, workers=workers, limits=limits, preload=preload)) as pool:
        yield from pool.run(items)


def _schedule(pool: ProcessPool, item: object, seconds: float) -> Future[worker.Reply]:
    """Hand an item to the pool; if that is broken, the future says so."""
    try:
        future: Future[worker.Reply] = pool.schedule(worker.call, args=(item,), timeout=seconds)
    except RuntimeError as error:
        future = Future()
        future.set_exception(BrokenProcessPool(str(error)))
    return future


def _outcome(item: T, future: Future[worker.Reply]) -> Outcome[T, R] | None:
    """Return the outcome of an item, None where an earlier item's leavings were in its way."""
    try:
        reply = future.result()
    except TimeoutError:
        return Outcome(item=item, failure=Failure.TIMEOUT)
    except ProcessExpired as error:
        if error.exitcode == worker.FULL:
            return None
        if error.exitcode == worker.SWOLLEN:
            return Outcome(item=item, failure=Failure.OUT_OF_MEMORY)
        return Outcome(item=item, failure=Failure.CRASHED, detail=_how_it_ended(error.exitcode))
    if reply.no_function:
        raise WorkersFailedError(reply.no_function)
    if reply.value is None:
        return Outcome(item=item, failure=Failure.CRASHED, detail=reply.error)
    value = pickle.loads(reply.value)  # noqa: S301 - by our own worker
    return Outcome(item=item, value=value, seconds=reply.seconds)


def _how_it_ended(exit_code: int) -> str:
    try:
        return signal.Signals(-exit_code).name
    except ValueError:
        return f"exit status {exit_code}"


def _context(preload: tuple[str, ...]) -> multiprocessing.context.BaseContext:
    if "forkserver" not in multiprocessing.get_all_start_methods():
        return multiprocessing.get_context("spawn")
    context = multiprocessing.get_context("forkserver")
    context.set_forkserver_preload(list(preload))
    return context
