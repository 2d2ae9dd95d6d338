"""Reads one file through the stages that need nothing but the file: extract to tag."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from pipeline.detect import LanguageDetector
from pipeline.encode import Encoder, UniversalSentenceEncoder, encode_deck, unpack
from pipeline.extract import extract
from pipeline.ingest import opened
from pipeline.records.files import InboxFile, Refusal
from pipeline.records.readings import Reading
from pipeline.tag import EntityTagger, ThemeTagger, Vocabulary, load_entity_tagger, tag


@dataclass(frozen=True)
class DeckReader:
    """The stages with what each needs, made once in a worker and used for many files."""

    inbox: Path
    detector: LanguageDetector
    encoder: Encoder
    entities: EntityTagger
    themes: ThemeTagger

    def __call__(self, file: InboxFile) -> Reading | Refusal:
        """Return all that one file says by itself, or why it cannot be read."""
        with opened(self.inbox, file) as path:
            deck = path if isinstance(path, Refusal) else extract(path, file.media_type)
        if isinstance(deck, Refusal):
            return deck
        language = self.detector.detect(deck)
        vectors = encode_deck(deck, self.encoder)
        pages = unpack(vectors, self.encoder.size)[1:]
        return Reading(
            deck=deck,
            language=language,
            tags=tag(deck, language, self.entities, self.themes, pages),
            vectors=vectors,
            vector_size=self.encoder.size,
        )


def open_reader(inbox: Path, languages: tuple[str, ...], vocabulary: Vocabulary) -> DeckReader:
    """Make a reader; models are loaded when a deck first needs them."""
    return DeckReader(
        inbox=inbox,
        detector=LanguageDetector(languages),
        encoder=UniversalSentenceEncoder(),
        entities=load_entity_tagger(),
        themes=ThemeTagger(vocabulary),
    )
