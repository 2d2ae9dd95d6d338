"""Adds to one deck what the stages from detect to tag find in it."""

from __future__ import annotations

from pipeline.detect import LanguageDetector
from pipeline.encode import UniversalSentenceEncoder, encode_deck, unpack
from pipeline.records.decks import Deck
from pipeline.records.files import InboxFile
from pipeline.records.readings import Reading
from pipeline.tag import KeyphraseTagger, ThemeTagger, Vocabulary, load_entity_tagger, tag


class Annotator:
    """The stages with what each needs, made once in a worker and used for many decks."""

    def __init__(self, languages: tuple[str, ...], vocabulary: Vocabulary) -> None:
        """Load what every deck needs; the names of a language wait for the first deck in it."""
        self._detector = LanguageDetector(languages)
        self._encoder = UniversalSentenceEncoder()
        self._encoder.encode(["slides"])
        # Preferred labels only: among the others are names of what exemplifies a concept.
        labels = (label for concept in vocabulary.concepts for label in concept.label.values())
        self._entities = load_entity_tagger(labels)
        self._themes = ThemeTagger(vocabulary)
        self._keyphrases = KeyphraseTagger()

    def __call__(self, item: tuple[InboxFile, Deck]) -> Reading:
        """Return all that a file's deck says by itself."""
        _, deck = item
        language = self._detector.detect(deck)
        vectors = encode_deck(deck, self._encoder)
        pages = unpack(vectors, self._encoder.size)[1:]
        return Reading(
            deck=deck,
            language=language,
            tags=tag(deck, language, self._entities, self._themes, self._keyphrases, pages),
            vectors=vectors,
            vector_size=self._encoder.size,
        )
