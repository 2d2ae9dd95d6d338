"""Holds what was read of every file, reading only what is not known yet."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from typing import Any, Protocol, TypeVar

import msgspec

from pipeline.records.files import InboxFile, Refusal, RejectionCode
from pipeline.records.readings import Reading

T = TypeVar("T")

Result = Reading | Refusal
#: Reads files and yields the result of each, in any order.
Read = Callable[[Sequence[InboxFile]], Iterator[tuple[InboxFile, Result]]]

#: What happened while a file was read; it happens again with other files of the same bytes.
_HAPPENED = frozenset({RejectionCode.TIMEOUT, RejectionCode.CRASHED, RejectionCode.OUT_OF_MEMORY})


class Keeper(Protocol):
    """Whatever keeps results by key: a `Store`, or memory for a while."""

    def holds(self, key: str) -> bool:
        """Tell whether something is kept under the key."""

    def load(self, key: str, kind: type[T] | Any) -> T | None:
        """Return what was kept under the key, None where there is nothing."""

    def save(self, key: str, value: object) -> None:
        """Keep a value."""


class Listener(Protocol):
    """Whoever wants to know how far the work is."""

    def say(self, message: str) -> None:
        """Hear a sentence for staff."""

    def expect(self, count: int) -> None:
        """Hear how many files will be read."""

    def advance(self) -> None:
        """Hear that one file is done."""


@dataclass(frozen=True)
class Rereading:
    """A dearer way of reading, for the files with which the first one falls short.

    Where it fails the first reading counts.
    """

    wanted: Callable[[InboxFile, Reading], bool]
    read: Read


class PackedVectors(msgspec.Struct, frozen=True):
    """The part of a reading that holds its vectors, in the form of `Reading`."""

    vectors: bytes = b""
    vector_size: int = 0


class Library:
    """What was read of each file, by content: files with the same bytes are read once."""

    def __init__(self, store: Keeper, *, depends_on: str = "") -> None:
        """Keep results in the store, apart from those that were made with other settings."""
        self._store = store
        self.depends_on = depends_on
        self._passing: dict[str, Refusal] = {}
        self._held: set[str] = set()

    @property
    def settled(self) -> bool:
        """Tell whether another run would read the same; False once something failed in passing."""
        return not self._passing

    def unread(self, files: Iterable[InboxFile]) -> list[InboxFile]:
        """Return the files that are not held yet."""
        unread = []
        for file in files:
            key = self.key(file)
            if key in self._held or self._store.holds(key):
                self._held.add(key)
            else:
                unread.append(file)
        return unread

    def fill(
        self,
        files: Iterable[InboxFile],
        read: Read,
        *,
        listener: Listener,
        again: Rereading | None = None,
    ) -> None:
        """Read the files that are not held yet.

        What failed for want of time, of memory or of the file itself is not kept: the next run
        tries again. Where a file is gone, one with the same bytes is read in its place.
        """
        same: defaultdict[str, list[InboxFile]] = defaultdict(list)
        for file in self.unread(files):
            same[file.sha256].append(file)
        listener.expect(len(same))
        short: dict[str, tuple[InboxFile, Reading]] = {}
        while batch := [twins.pop(0) for twins in same.values() if twins]:
            for file, result in read(batch):
                if _is_gone(result) and same[file.sha256]:
                    continue
                same[file.sha256].clear()
                if again and isinstance(result, Reading) and again.wanted(file, result):
                    short[file.sha256] = file, result
                else:
                    self._keep(file, result)
                    listener.advance()
        if again and short:
            for file, result in again.read([file for file, _ in short.values()]):
                _, first = short[file.sha256]
                self._keep(file, result if isinstance(result, Reading) else first)
                listener.advance()

    def get(self, file: InboxFile) -> Result:
        """Return what was read of a file that the library was filled with."""
        if file.sha256 in self._passing:
            return self._passing[file.sha256]
        kept: Result | None = self._store.load(self.key(file), Result)
        if kept is None:
            raise LookupError(f"{file.path} was never read")
        return kept

    def vectors(self, file: InboxFile) -> PackedVectors:
        """Return the sentence vectors of a deck alone, which takes a tenth of the time of `get`."""
        kept: PackedVectors | None = self._store.load(self.key(file), PackedVectors)
        if kept is None:
            raise LookupError(f"{file.path} was never read")
        return kept

    def _keep(self, file: InboxFile, result: Result) -> None:
        if isinstance(result, Refusal) and result.passing:
            self._passing[file.sha256] = result
        else:
            self._store.save(self.key(file), result)

    def key(self, file: InboxFile) -> str:
        """Name all that was read of a file, the same for files of the same bytes."""
        return f"{file.sha256}-{self.depends_on}"


def _is_gone(result: Result) -> bool:
    """Tell whether a file could not be had, so that one with the same bytes may help."""
    return isinstance(result, Refusal) and result.passing and result.code not in _HAPPENED
