"""Holds what was read of every file, reading only what is not known yet."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterable
from typing import Protocol, TypeGuard

from pipeline.engine import Failure, Limits, Outcome, run_over
from pipeline.records.files import InboxFile, Refusal, RejectionCode
from pipeline.records.readings import Reading
from pipeline.store import Store

Result = Reading | Refusal
MakeReader = Callable[[], Callable[[InboxFile], Result]]

#: Modules that take long to import, which workers share where the system can fork them.
PRELOAD = ("pipeline.reader", "spacy")

MESSAGES = {
    Failure.TIMEOUT: "Reading this file took longer than {seconds:g} seconds, so it was given up. "
    "Open it, save it anew or as PDF, and drop it in again.",
    Failure.CRASHED: "Reading this file stopped the reader ({detail}). "
    "Open it, save it anew or as PDF, and drop it in again.",
    Failure.OUT_OF_MEMORY: "Reading this file takes more memory than one file may. "
    "Save it anew with smaller pictures, or in parts, and drop it in again.",
}


class Listener(Protocol):
    """Whoever wants to know how far the work is."""

    def say(self, message: str) -> None:
        """Hear a sentence for staff."""

    def expect(self, count: int) -> None:
        """Hear how many files will be read."""

    def advance(self) -> None:
        """Hear that one file is done."""


class Library:
    """What was read of each file, by content: files with the same bytes are read once."""

    def __init__(self, store: Store, *, depends_on: str = "") -> None:
        """Keep results in the store, apart from those that were made with other settings."""
        self._store = store
        self._depends_on = depends_on
        self._failed: dict[str, Refusal] = {}

    def fill(
        self,
        files: Iterable[InboxFile],
        make: MakeReader,
        *,
        workers: int,
        limits: Limits,
        listener: Listener,
    ) -> None:
        """Read the files that are not held yet, in worker processes.

        What failed for want of time, of memory or of the file itself is not kept: the next run
        tries again. Where a file is gone, one with the same bytes is read in its place.
        """
        unread: defaultdict[str, list[InboxFile]] = defaultdict(list)
        for file in files:
            if not self._store.holds(self._key(file)):
                unread[file.sha256].append(file)
        listener.expect(len(unread))
        while batch := [same.pop(0) for same in unread.values() if same]:
            for outcome in run_over(
                batch, make, workers=min(workers, len(batch)), limits=limits, preload=PRELOAD
            ):
                content = outcome.item.sha256
                if _is_passing(outcome.value) and unread[content]:
                    continue
                unread[content].clear()
                if outcome.value is None or _is_passing(outcome.value):
                    self._failed[content] = outcome.value or _refusal(outcome, limits)
                else:
                    self._store.save(self._key(outcome.item), outcome.value)
                listener.advance()

    def get(self, file: InboxFile) -> Result:
        """Return what was read of a file that the library was filled with."""
        if file.sha256 in self._failed:
            return self._failed[file.sha256]
        kept: Result | None = self._store.load(self._key(file), Result)
        if kept is None:
            raise LookupError(f"{file.path} was never read")
        return kept

    def _key(self, file: InboxFile) -> str:
        return f"{file.sha256}-{self._depends_on}"


def _refusal(outcome: Outcome[InboxFile, Result], limits: Limits) -> Refusal:
    failure = outcome.failure or Failure.CRASHED
    message = MESSAGES[failure].format(seconds=limits.seconds, detail=outcome.detail)
    return Refusal(code=RejectionCode(failure.value), message=message)


def _is_passing(result: Result | None) -> TypeGuard[Refusal]:
    return isinstance(result, Refusal) and result.passing
