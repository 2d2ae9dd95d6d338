"""Holds the picture of every deck, drawing only what is not known yet."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from pathlib import Path

from pipeline.engine import Limits, run_over
from pipeline.ingest import opened
from pipeline.records.files import InboxFile, Refusal
from pipeline.store import Store

#: Drawing a page of the sample takes 30 ms. No picture is worth a longer wait.
LIMITS = Limits(seconds=20)


@dataclass(frozen=True)
class DrawerMaker:
    """Makes what draws the covers of an inbox, where it is called."""

    inbox: Path

    def __call__(self) -> Callable[[InboxFile], bytes | None]:
        """Return the function, which gives None for a file that is not there as it was."""

        def draw(file: InboxFile) -> bytes | None:
            from pipeline.page.cover import draw_cover  # noqa: PLC0415 - most runs draw nothing

            with opened(self.inbox, file) as path:
                return None if isinstance(path, Refusal) else draw_cover(path, file.media_type)

        return draw


class Gallery:
    """The pictures of decks by content: files with the same bytes are drawn once."""

    def __init__(self, store: Store) -> None:
        """Keep pictures in the store."""
        self._store = store

    def fill(self, files: Iterable[InboxFile], inbox: Path, workers: int) -> None:
        """Draw the files that have no picture yet, in worker processes.

        A file that cannot be drawn has none, and is not tried again.
        """
        contents = {file.sha256: file for file in files}
        missing = [file for file in contents.values() if not self._store.holds(_key(file))]
        if not missing:
            return
        workers = min(workers, len(missing))
        for outcome in run_over(missing, DrawerMaker(inbox), workers=workers, limits=LIMITS):
            if outcome.failure:
                self._store.save(_key(outcome.item), b"")
            elif outcome.value is not None:
                self._store.save(_key(outcome.item), outcome.value)

    def get(self, file: InboxFile) -> bytes:
        """Return the picture as WebP, b'' where there is none."""
        return self._store.load(_key(file), bytes) or b""


def _key(file: InboxFile) -> str:
    return f"cover-{file.sha256}"
