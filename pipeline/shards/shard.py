"""The kinds of shards: some files of one inbox, and what is to be done with them."""

from __future__ import annotations

import platform
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from typing import Any, ClassVar, Generic, Protocol, TypeVar

from pipeline.covers import draw_covers
from pipeline.engine import WorkersFailedError
from pipeline.first_slides import draw_first_slides
from pipeline.ingest import outcomes_of
from pipeline.ingest.archives import Outcome
from pipeline.ingest.walk import Found
from pipeline.library import Library, Result
from pipeline.reading import read_files
from pipeline.records.files import InboxFile
from pipeline.settings import RunSettings
from pipeline.shards.station import Station


class Located(Protocol):
    """Whatever lies in an inbox."""

    @property
    def location(self) -> str:
        """Its path below the inbox, as the file system spells it."""


T = TypeVar("T", bound=Located)
R = TypeVar("R")


@dataclass(frozen=True)
class Shard(Generic[T, R]):
    """Some files of an inbox; called with the station of a machine it returns a result for each.

    It pickles, and so do its results. The inbox lies where the settings say.
    """

    settings: RunSettings
    items: tuple[T, ...]

    def __call__(self, station: Station) -> list[R]:
        """Return the results, in the order of the items."""
        with self._adapted(station) as settings:
            return list(self._results(settings, station))

    #: Whether copies of files that lie elsewhere may have been made before.
    fresh: ClassVar[bool] = False

    @contextmanager
    def _adapted(self, station: Station) -> Iterator[RunSettings]:
        if origin := self.settings.origin:
            locations = [item.location for item in self.items]
            with station.scratch.holding(origin, locations, fresh=self.fresh) as inbox:
                yield station.adapt(self.settings, inbox)
            return
        if not self.settings.inbox.is_dir():
            raise WorkersFailedError(
                f"The machine {platform.node()} does not see {self.settings.inbox}. Put the inbox "
                "where all machines find it under the same path, or on s3:// or sftp://."
            )
        yield station.adapt(self.settings, self.settings.inbox)

    def _results(self, settings: RunSettings, station: Station) -> Iterator[R]:
        raise NotImplementedError


@dataclass(frozen=True)
class Stocktaking(Shard[Found, list[Outcome]]):
    """Says what becomes of each file, or of each member if it is an archive."""

    fresh: ClassVar[bool] = True

    def _results(self, settings: RunSettings, station: Station) -> Iterator[list[Outcome]]:  # noqa: ARG002 - no pool
        for file in self.items:
            yield outcomes_of(settings.inbox, settings.ingest, file)


@dataclass(frozen=True)
class Reading(Shard[InboxFile, Result]):
    """Reads files, no two of the same bytes, as they are read for an elective in `languages`."""

    languages: tuple[str, ...]

    def _results(self, settings: RunSettings, station: Station) -> Iterator[Result]:
        library = Library(_Memory())
        read_files(
            self.items,
            library,
            settings,
            self.languages,
            station.vocabulary,
            _Silent(),
            run=station.pools.run_over,
        )
        yield from map(library.get, self.items)


@dataclass(frozen=True)
class Drawing(Shard[InboxFile, bytes | None]):
    """Draws files, or has LibreOffice draw them; None for a file that is not there as it was."""

    by_libreoffice: bool

    def _results(self, settings: RunSettings, station: Station) -> Iterator[bytes | None]:
        if self.by_libreoffice:
            drawn = dict(draw_first_slides(self.items, settings))
        else:
            drawn = dict(draw_covers(self.items, settings, station.pools.run_over))
        yield from map(drawn.get, self.items)


class _Memory:
    """Keeps results for as long as a shard lasts."""

    def __init__(self) -> None:
        self._kept: dict[str, Any] = {}

    def holds(self, key: str) -> bool:
        return key in self._kept

    def load(self, key: str, kind: object) -> Any:  # noqa: ARG002 - nothing is decoded
        return self._kept.get(key)

    def save(self, key: str, value: object) -> None:
        self._kept[key] = value


class _Silent:
    """Hears how far the work is, and tells nobody."""

    def say(self, message: str) -> None:
        pass

    def expect(self, count: int) -> None:
        pass

    def advance(self) -> None:
        pass
