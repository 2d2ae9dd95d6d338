"""Reads one file: the stage of a worker that meets files of unknown origin."""

from __future__ import annotations

from pathlib import Path

from pipeline.conversion import BECOMES
from pipeline.detect import LanguageDetector
from pipeline.extract import Recogniser, extract
from pipeline.ingest import read_as_hashed
from pipeline.making import Source
from pipeline.records.decks import UNDETERMINED, Deck
from pipeline.records.files import InboxFile, Refusal
from pipeline.records.media import PDF


class FileReader:
    """Finds files, and turns each into a deck in the way that it needs."""

    def __init__(self, source: Source) -> None:
        self._source = source
        self._detector = LanguageDetector(source.languages)
        self._recogniser = (
            Recogniser(source.tesseract, source.languages, self._language_of)
            if source.tesseract
            else None
        )

    def __call__(self, file: InboxFile) -> Deck | Refusal:
        """Return the deck that a file holds, or why it cannot be read."""
        return read_as_hashed(
            self._source.inbox,
            file,
            lambda path: self._deck(path, file),
            settings=self._source.settings,
        )

    def _deck(self, path: Path, file: InboxFile) -> Deck | Refusal:
        if file.media_type in BECOMES:
            converted = self._source.conversions[file.sha256]
            if isinstance(converted, Refusal):
                return converted
            return extract(converted, BECOMES[file.media_type])
        deck = extract(path, file.media_type)
        if (
            self._recogniser
            and file.media_type == PDF
            and isinstance(deck, Deck)
            and deck.needs_ocr
        ):
            return self._recogniser.recognise(deck, path)
        return deck

    def _language_of(self, deck: Deck) -> str | None:
        language = self._detector.detect(deck).deck
        return None if language == UNDETERMINED else language.tag
