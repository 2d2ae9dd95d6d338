"""What workers are given to make their functions with; light, since the main process only sends it.

The functions import the parsers and the models, which takes seconds.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

from pipeline.conversion import Conversions
from pipeline.ingest import IngestSettings
from pipeline.records.decks import Deck
from pipeline.records.files import InboxFile, Refusal
from pipeline.records.readings import Reading
from pipeline.records.tools import Tesseract
from pipeline.tag import Vocabulary


@dataclass(frozen=True)
class Source:
    """Where files come from, and what helps to read those that do not hold their text as text.

    Without Tesseract, pages that are pictures of text stay unread. `languages` are those of the
    elective.
    """

    inbox: Path
    settings: IngestSettings
    conversions: Conversions
    languages: tuple[str, ...]
    tesseract: Tesseract | None = None

    def __call__(self) -> Callable[[InboxFile], Deck | Refusal]:
        """Make a reader of files."""
        from pipeline.reader import FileReader  # noqa: PLC0415 - see above

        return FileReader(self)


@dataclass(frozen=True)
class Annotations:
    """What is to be found in decks, and in which languages they are expected."""

    languages: tuple[str, ...]
    vocabulary: Vocabulary

    def __call__(self) -> Callable[[tuple[InboxFile, Deck]], Reading]:
        """Make an annotator of decks, with its models loaded."""
        from pipeline.annotator import Annotator  # noqa: PLC0415 - see above

        return Annotator(self.languages, self.vocabulary)
