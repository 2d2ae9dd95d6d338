"""What a worker is given to open its reader with; light, since the main process only sends it."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from pipeline.tag import Vocabulary

if TYPE_CHECKING:
    from pipeline.reader import DeckReader


@dataclass(frozen=True)
class ReaderMaker:
    """Opens a reader for an inbox, where it is called."""

    inbox: Path
    languages: tuple[str, ...]
    vocabulary: Vocabulary

    def __call__(self) -> DeckReader:
        """Open the reader; this imports the parsers, which takes a quarter of a second."""
        from pipeline.reader import open_reader  # noqa: PLC0415 - see above

        return open_reader(self.inbox, self.languages, self.vocabulary)
