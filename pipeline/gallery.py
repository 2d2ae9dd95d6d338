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
        self._pictures: dict[str, bytes] = {}

    def fill(self, files: Iterable[InboxFile]) -> None:
        """Draw the files that have no picture yet, presentations without one by LibreOffice."""
        contents = list({file.sha256: file for file in files}.values())
        covers = self._covers(contents)
        plain = [file for file in contents if file.media_type in SUFFIXES]
        slides = self._slides([file for file in plain if not covers[file.sha256]])
        self._pictures = {
            content: picture or slides.get(content, b"") for content, picture in covers.items()
        }

    def get(self, file: InboxFile) -> bytes:
        """Return the picture of a file as WebP, b'' where there is none."""
        return self._pictures[file.sha256]

    def _covers(self, files: Sequence[InboxFile]) -> dict[str, bytes]:
        """Return the pictures that files hold themselves, drawn in worker processes."""
        unknown = [file for file in files if not self._store.holds(_key(file, "cover"))]
        if unknown:
            for file, picture in self._work.draw_covers(unknown, self._settings):
                self._store.save(_key(file, "cover"), picture)
        return self._kept(files, "cover")

    def _slides(self, files: Sequence[InboxFile]) -> dict[str, bytes]:
        """Return the pictures that LibreOffice draws, none at all where it would take long."""
        if self._settings.libreoffice is None or len(files) > MOST_FOR_LIBREOFFICE:
            return {}
        unknown = [file for file in files if not self._store.holds(_key(file, "slide"))]
        # Whatever comes of it, pictures are not worth the run.
        with suppress(OSError):
            for file, picture in self._work.draw_slides(unknown, self._settings):
                self._store.save(_key(file, "slide"), picture)
        return self._kept(files, "slide")

    def _kept(self, files: Sequence[InboxFile], kind: str) -> dict[str, bytes]:
        return {file.sha256: self._store.load(_key(file, kind), bytes) or b"" for file in files}


def _key(file: InboxFile, kind: str) -> str:
    return f"{kind}-{file.sha256}"
