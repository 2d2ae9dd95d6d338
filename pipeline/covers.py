"""Draws the pictures that files hold themselves, in worker processes."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from pipeline.engine import Limits, RunOver, run_over
from pipeline.ingest import IngestSettings, read_as_hashed
from pipeline.records.files import InboxFile
from pipeline.settings import RunSettings

#: Drawing a page of the sample takes 30 ms. No picture is worth a longer wait.
LIMITS = Limits(seconds=20)


def draw_covers(
    files: Sequence[InboxFile], settings: RunSettings, run: RunOver = run_over
) -> Iterator[tuple[InboxFile, bytes]]:
    """Yield the picture of each file as WebP, b'' where it has none or cannot be drawn.

    A file that is not there as it was is left out.
    """
    workers = min(settings.workers, len(files))
    maker = DrawerMaker(settings.inbox, settings.ingest)
    for outcome in run(files, maker, workers=workers, limits=LIMITS):
        picture = b"" if outcome.failure else outcome.value
        if picture is not None:
            yield outcome.item, picture


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
