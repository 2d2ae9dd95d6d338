"""Cuts the work on an inbox into shards and puts their results together."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, replace
from typing import TypeVar

import msgspec

from pipeline.filework import Pictures
from pipeline.ingest import inventory, standing_files
from pipeline.ingest.archives import Outcome
from pipeline.ingest.refusals import rejected
from pipeline.ingest.walk import Found
from pipeline.library import Keeper, Library, Listener, Result
from pipeline.location import Folder
from pipeline.reading import crashed
from pipeline.records.files import InboxFile, Inventory
from pipeline.settings import RunSettings
from pipeline.shards.executor import Executor, Lost
from pipeline.shards.listing import list_inbox
from pipeline.shards.shard import Drawing, Located, Reading, Shard, Stocktaking
from pipeline.tag import Vocabulary

T = TypeVar("T", bound=Located)
R = TypeVar("R")

#: Files in a shard, at most: with 16 decks of a quarter of a second the way to another machine
#: does not count, and little is done again where one is lost.
LARGEST = 16
#: Shards for each slot, so that all are busy to the end even if some files take long.
_SHARES = 4

_LOST = crashed("every machine that worked on it was lost")


@dataclass(frozen=True)
class Sharded:
    """Work on files by an executor; see `FileWork`."""

    executor: Executor

    def take_stock(
        self, settings: RunSettings, store: Keeper, say: Callable[[str], None]
    ) -> Inventory:
        """Return every file of the inbox; one elsewhere that is as it was is not fetched again."""
        settings = _absolute(settings)
        if settings.origin:
            found, others = list_inbox(Folder(settings.origin), settings.ingest)
            known = self._known(found, store)
            taken = [*known, *self._fetched(settings, found, store)]
        else:
            still, others = standing_files(settings.inbox, settings=settings.ingest, say=say)
            taken = [outcomes for _, outcomes in self._taken(settings, still)]
        return inventory([*others, *(item for outcomes in taken for item in outcomes)])

    def get_ready(self, settings: RunSettings, files: int) -> None:
        """Do nothing: the stations are ready."""

    def read(
        self,
        files: Sequence[InboxFile],
        library: Library,
        settings: RunSettings,
        languages: tuple[str, ...],
        vocabulary: Vocabulary,  # noqa: ARG002 - the stations have it
        listener: Listener,
    ) -> None:
        """Fill the library; the vocabulary is the one that the stations have."""
        settings = _absolute(settings)

        def read(unread: Sequence[InboxFile]) -> Iterator[tuple[InboxFile, Result]]:
            return self._results(Reading(settings, tuple(unread), languages), lambda _: _LOST)

        library.fill(files, read, listener=listener)

    def draw_covers(self, files: Sequence[InboxFile], settings: RunSettings) -> Pictures:
        """Yield the pictures that files hold themselves."""
        return self._drawn(Drawing(_absolute(settings), tuple(files), by_libreoffice=False))

    def draw_slides(self, files: Sequence[InboxFile], settings: RunSettings) -> Pictures:
        """Yield what LibreOffice draws."""
        return self._drawn(Drawing(_absolute(settings), tuple(files), by_libreoffice=True))

    def _known(self, found: dict[str, Found], store: Keeper) -> list[list[Outcome]]:
        """Return what is known of files, and leave the others."""
        known: dict[str, Inventory | None] = {key: store.load(key, Inventory) for key in found}
        outcomes: list[list[Outcome]] = []
        for key, kept in known.items():
            if kept is not None:
                del found[key]
                outcomes.append([*kept.files, *kept.rejected, *kept.ignored])
        return outcomes

    def _fetched(
        self, settings: RunSettings, found: dict[str, Found], store: Keeper
    ) -> Iterator[list[Outcome]]:
        """Yield what becomes of files, and keep it of those that were opened."""
        keys = {file: key for key, file in found.items()}
        for file, outcomes in self._taken(settings, list(keys)):
            known = inventory(outcomes)
            if known.files:
                store.save(keys[file], known)
            yield outcomes

    def _taken(
        self, settings: RunSettings, files: Sequence[Found]
    ) -> Iterator[tuple[Found, list[Outcome]]]:
        return self._results(Stocktaking(settings, tuple(files)), _outcomes_of_lost)

    def _drawn(self, whole: Drawing) -> Pictures:
        for file, picture in self._results(whole, lambda _: None):
            if picture is not None:
                yield file, picture

    def _results(self, whole: Shard[T, R], lost: Callable[[T], R]) -> Iterator[tuple[T, R]]:
        """Yield the result of each item; an item that takes its machine with it has that of `lost`.

        Of a shard that is lost each item is tried alone.
        """
        again: list[Shard[T, R]] = []
        for shard, results in self.executor.run(self._cut(whole)):
            if not isinstance(results, Lost):
                yield from zip(shard.items, results, strict=True)
            else:
                again += [replace(shard, items=(item,)) for item in shard.items]
        for shard, results in self.executor.run(again):
            (item,) = shard.items
            yield item, lost(item) if isinstance(results, Lost) else results[0]

    def _cut(self, whole: Shard[T, R]) -> Iterator[Shard[T, R]]:
        share = len(whole.items) // (_SHARES * self.executor.slots)
        size = min(max(share, 1), LARGEST)
        for start in range(0, len(whole.items), size):
            yield replace(whole, items=whole.items[start : start + size])


def _absolute(settings: RunSettings) -> RunSettings:
    """Return settings that mean the same in another working directory."""
    return msgspec.structs.replace(settings, inbox=settings.inbox.absolute())


def _outcomes_of_lost(file: Found) -> list[Outcome]:
    return [rejected(file.path, _LOST)]
