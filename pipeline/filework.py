"""What is done with the files of an inbox one by one, on this machine or on others."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from typing import TYPE_CHECKING, Protocol

from pipeline.engine import get_ready
from pipeline.ingest import Found, take_stock
from pipeline.library import Keeper, Library, Listener
from pipeline.records.files import InboxFile, Inventory
from pipeline.settings import RunSettings
from pipeline.unchanged import INDEX

if TYPE_CHECKING:
    from pipeline.tag import Vocabulary

#: What takes long to load, which workers share where the system can fork them.
SHARED = ("pipeline.preloaded",)
#: Of which a few files seldom need all: shared where there are more.
DICTIONARIES = "pipeline.dictionaries"
FEW_FILES = 4

Pictures = Iterator[tuple[InboxFile, bytes]]


class FileWork(Protocol):
    """The four things for which the files themselves are opened, and a word ahead of reading."""

    def take_stock(
        self, settings: RunSettings, store: Keeper, say: Callable[[str], None]
    ) -> Inventory:
        """Return every file of the inbox, as `ingest.take_stock` does.

        What is costly to find out may be kept in the store.
        """

    def get_ready(self, settings: RunSettings, files: int) -> None:
        """Hear that so many files will be read soon."""

    def read(
        self,
        files: Sequence[InboxFile],
        library: Library,
        settings: RunSettings,
        languages: tuple[str, ...],
        vocabulary: Vocabulary,
        listener: Listener,
    ) -> None:
        """Fill the library, as `read_files` does."""

    def draw_covers(self, files: Sequence[InboxFile], settings: RunSettings) -> Pictures:
        """Yield the pictures that files hold themselves, as `covers.draw_covers` does."""

    def draw_slides(self, files: Sequence[InboxFile], settings: RunSettings) -> Pictures:
        """Yield what LibreOffice draws, as `first_slides.draw_first_slides` does."""


class OnThisMachine:
    """All of it by processes of this machine, which last for one run."""

    def take_stock(
        self,
        settings: RunSettings,
        store: Keeper,  # noqa: ARG002 - files of this machine are looked at again
        say: Callable[[str], None],
    ) -> Inventory:
        """Return every file of the inbox; workers get ready meanwhile if some look new.

        That is a guess: what was moved here keeps its time.
        """
        index = settings.output / INDEX
        written = index.stat().st_mtime_ns if index.exists() else 0

        def seen(files: Sequence[Found]) -> None:
            if arrived := sum(file.modified > written for file in files):
                self.get_ready(settings, arrived)

        return take_stock(settings.inbox, settings=settings.ingest, say=say, seen=seen)

    def get_ready(self, settings: RunSettings, files: int) -> None:
        """Begin to load what worker processes share."""
        if settings.workers:
            get_ready(SHARED if files <= FEW_FILES else (*SHARED, DICTIONARIES))

    def read(
        self,
        files: Sequence[InboxFile],
        library: Library,
        settings: RunSettings,
        languages: tuple[str, ...],
        vocabulary: Vocabulary,
        listener: Listener,
    ) -> None:
        """Fill the library."""
        from pipeline.reading import read_files  # noqa: PLC0415 - an unchanged run reads nothing

        read_files(files, library, settings, languages, vocabulary, listener)

    def draw_covers(self, files: Sequence[InboxFile], settings: RunSettings) -> Pictures:
        """Yield the pictures that files hold themselves."""
        from pipeline.covers import draw_covers  # noqa: PLC0415 - see read

        return draw_covers(files, settings)

    def draw_slides(self, files: Sequence[InboxFile], settings: RunSettings) -> Pictures:
        """Yield what LibreOffice draws."""
        from pipeline.first_slides import draw_first_slides  # noqa: PLC0415 - see read

        return draw_first_slides(files, settings)
