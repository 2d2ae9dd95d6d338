"""Watches an inbox: tells when it stands still in another state than before."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import suppress
from pathlib import Path
from threading import Event

from watchfiles import watch

from pipeline.ingest.walk import Found, walk
from pipeline.records.base import Record

#: Files at the top of the inbox that are no material and change the index all the same.
OWN_INPUTS = ("programme.", "decisions.y")


class WatchSettings(Record, frozen=True):
    """How an inbox is watched; times in seconds.

    It must stand still for `settle` before it is read, `patience` at most: whatever still grows
    then is left to the run, which waits for files one by one. It is looked at every `glance` even
    if the system reports nothing, as it does for changes that other computers make on a network
    share; `poll` does without the system's reports.
    """

    settle: float = 2.0
    patience: float = 60.0
    glance: float = 5.0
    poll: bool = False


#: How the inbox stands: for each file its path, size in bytes and time of change in nanoseconds.
State = frozenset[tuple[str, int, int]]


def look(inbox: Path) -> State | None:
    """Return how the inbox stands, None where it cannot be reached."""
    try:
        files = {
            (found.location, found.size, found.modified)
            for found in walk(inbox)
            if isinstance(found, Found)
        }
        for path in inbox.iterdir():
            if path.name.casefold().startswith(OWN_INPUTS):
                with suppress(FileNotFoundError):
                    status = path.stat()
                    files.add((path.name, status.st_size, status.st_mtime_ns))
    except OSError:
        return None
    return frozenset(files)


class Watcher:
    """Yields a state of the inbox at once, and again whenever it has settled into another.

    One at a time: what happens while the caller works on one state is told as the next. None is
    yielded once when the inbox cannot be reached, or lies empty all of a sudden as the folder of
    a share does that is not mounted; its return is told as a state, changed or not.
    """

    def __init__(self, inbox: Path, settings: WatchSettings, stop: Event) -> None:
        """Watch until `stop` is set."""
        self._inbox = inbox
        self._settings = settings
        self._stop = stop

    def __iter__(self) -> Iterator[State | None]:
        """Yield states until the watch is stopped."""
        known: State | None = None
        reachable = True
        while not self._stop.is_set():
            state = look(self._inbox)
            if not state and (state is None or known):
                if reachable:
                    yield None
                reachable = False
                self._stop.wait(self._settings.glance)
                continue
            if state == known and reachable:
                self._wait_for_change()
                continue
            settled = self._settled(state or frozenset())
            if settled is None:
                continue
            known, reachable = settled, True
            yield settled

    def _settled(self, state: State) -> State | None:
        """Return the state once it stays the same, None where the inbox is lost meanwhile."""
        waited = 0.0
        while not self._stop.wait(self._settings.settle):
            again = look(self._inbox)
            waited += self._settings.settle
            if again is None or again == state or waited >= self._settings.patience:
                return again
            state = again
        return None

    def _wait_for_change(self) -> None:
        """Return when the system reports a change, or after a glance's time at the latest."""
        glance = int(self._settings.glance * 1000)
        reports = watch(
            self._inbox,
            watch_filter=None,
            stop_event=self._stop,
            rust_timeout=glance,
            yield_on_timeout=True,
            raise_interrupt=True,
            force_polling=self._settings.poll or None,
        )
        try:
            next(reports, None)
        except OSError:
            self._stop.wait(self._settings.settle)
        finally:
            reports.close()
