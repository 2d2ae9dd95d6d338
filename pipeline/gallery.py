"""Holds the picture of every deck, drawing only what is not known yet."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path

from pipeline.engine import Limits, run_over
from pipeline.first_slides import SUFFIXES, draw_first_slides
from pipeline.ingest import IngestSettings, read_as_hashed
from pipeline.records.files import InboxFile
from pipeline.settings import RunSettings
from pipeline.store import Store

#: Drawing a page of the sample takes 30 ms. No picture is worth a longer wait.
LIMITS = Limits(seconds=20)
#: Decks that LibreOffice draws, at half a second each; with more of them all have title cards.
MOST_FOR_LIBREOFFICE = 40


@dataclass(frozen=True)
class DrawerMaker:
    """Makes what draws the covers of an inbox, where it is called."""

    inbox: Path
    settings: IngestSettings

    def __call__(self) -> Callable[[InboxFile], bytes | None]:
        """Return the function, which gives None for a file that is not there as it was."""

        def draw(file: InboxFile) -> bytes | None:
            from pipeline.page.cover import draw_cover  # noqa: PLC0415 - most runs draw nothing

            def read(path: Path) -> bytes:
                return draw_cover(path, file.media_type)

            drawn = read_as_hashed(self.inbox, file, read, settings=self.settings)
            return drawn if isinstance(drawn, bytes) else None

        return draw


class Gallery:
    """The pictures of decks by content: files with the same bytes are drawn once.

    A file that cannot be drawn has no picture, and is not tried again.
    """

    def __init__(self, store: Store, settings: RunSettings) -> None:
        """Keep pictures of an inbox in the store; LibreOffice draws some where it is installed."""
        self._store = store
        self._settings = settings
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
            workers = min(self._settings.workers, len(unknown))
            maker = DrawerMaker(self._settings.inbox, self._settings.ingest)
            for outcome in run_over(unknown, maker, workers=workers, limits=LIMITS):
                picture = b"" if outcome.failure else outcome.value
                if picture is not None:
                    self._store.save(_key(outcome.item, "cover"), picture)
        return self._kept(files, "cover")

    def _slides(self, files: Sequence[InboxFile]) -> dict[str, bytes]:
        """Return the pictures that LibreOffice draws, none at all where it would take long."""
        program = self._settings.libreoffice
        if program is None or len(files) > MOST_FOR_LIBREOFFICE:
            return {}
        unknown = [file for file in files if not self._store.holds(_key(file, "slide"))]
        # Whatever comes of it, pictures are not worth the run.
        with suppress(OSError):
            for file, picture in draw_first_slides(unknown, self._settings, program):
                self._store.save(_key(file, "slide"), picture)
        return self._kept(files, "slide")

    def _kept(self, files: Sequence[InboxFile], kind: str) -> dict[str, bytes]:
        return {file.sha256: self._store.load(_key(file, kind), bytes) or b"" for file in files}


def _key(file: InboxFile, kind: str) -> str:
    return f"{kind}-{file.sha256}"
