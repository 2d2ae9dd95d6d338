"""Holds the picture of every deck, drawing only what is not known yet."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from contextlib import suppress

from pipeline.filework import FileWork, OnThisMachine
from pipeline.first_slides import SUFFIXES
from pipeline.records.files import InboxFile
from pipeline.settings import RunSettings
from pipeline.store import Store

#: Decks that LibreOffice draws, at half a second each; with more of them all have title cards.
MOST_FOR_LIBREOFFICE = 40


class Gallery:
    """The pictures of decks by content: files with the same bytes are drawn once.

    A file that cannot be drawn has no picture, and is not tried again.
    """

    def __init__(self, store: Store, settings: RunSettings, work: FileWork | None = None) -> None:
        """Keep pictures of an inbox in the store; LibreOffice draws some where it is installed."""
        self._store = store
        self._settings = settings
        self._work = work or OnThisMachine()
        self._with_slides: set[str] = set()

    def fill(self, files: Iterable[InboxFile]) -> None:
        """Draw the files that have no picture yet, presentations without one by LibreOffice."""
        contents = list({file.sha256: file for file in files}.values())
        self._draw_covers(contents)
        plain = [file for file in contents if file.media_type in SUFFIXES]
        bare = [file for file in plain if not self._kept(file, "cover")]
        # With more of them drawing would take long.
        if self._settings.libreoffice is not None and len(bare) <= MOST_FOR_LIBREOFFICE:
            self._draw_slides(bare)
            self._with_slides = {file.sha256 for file in bare}

    def get(self, file: InboxFile) -> bytes:
        """Return the picture of a file as WebP, b'' where there is none."""
        slide = file.sha256 in self._with_slides
        return self._kept(file, "cover") or (self._kept(file, "slide") if slide else b"")

    def _draw_covers(self, files: Sequence[InboxFile]) -> None:
        """Draw the pictures that files hold themselves, in worker processes."""
        unknown = [file for file in files if not self._store.holds(_key(file, "cover"))]
        if unknown:
            for file, picture in self._work.draw_covers(unknown, self._settings):
                self._store.save(_key(file, "cover"), picture)

    def _draw_slides(self, files: Sequence[InboxFile]) -> None:
        """Have LibreOffice draw pictures."""
        unknown = [file for file in files if not self._store.holds(_key(file, "slide"))]
        # Whatever comes of it, pictures are not worth the run.
        with suppress(OSError):
            for file, picture in self._work.draw_slides(unknown, self._settings):
                self._store.save(_key(file, "slide"), picture)

    def _kept(self, file: InboxFile, kind: str) -> bytes:
        return self._store.load(_key(file, kind), bytes) or b""


def _key(file: InboxFile, kind: str) -> str:
    return f"{kind}-{file.sha256}"
