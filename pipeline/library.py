"""Holds what was read of every file, reading only what is not known yet."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from typing import Protocol

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

        What failed for want of time or memory is not kept: the next run tries again.
        """
        contents = {file.sha256: file for file in files}
        unread = [file for file in contents.values() if not self._store.holds(self._key(file))]
        listener.expect(len(unread))
        if not unread:
            return
        workers = min(workers, len(unread))
        for outcome in run_over(unread, make, workers=workers, limits=limits, preload=PRELOAD):
            if outcome.value is not None:
                self._store.save(self._key(outcome.item), outcome.value)
            else:
                self._failed[outcome.item.sha256] = _refusal(outcome, limits)
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
