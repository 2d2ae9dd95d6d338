"""All that is known of one deck by reading it alone, before it is compared with anything."""

from __future__ import annotations

from pipeline.records.base import Record
from pipeline.records.decks import Deck, DeckLanguage, Language
from pipeline.records.tags import Tags


class Reading(Record, frozen=True, tag=True):
    """A deck with the attributes that the stages added to it.

    `vectors` holds the sentence vector of the deck's title, then one a page, in page order:
    `vector_size` little-endian IEEE half-precision numbers each, all zero where there is no text.
    """

    deck: Deck
    language: DeckLanguage
    tags: Tags
    vectors: bytes = b""
    vector_size: int = 0


class Summary(Record, frozen=True):
    """What the index says of a deck by itself; small, however long the deck is."""

    title: str
    pages: int
    language: Language
    tags: Tags
    warnings: tuple[str, ...]


def summarise(reading: Reading) -> Summary:
    """Keep of a reading what the index says."""
    return Summary(
        title=reading.deck.title,
        pages=len(reading.deck.pages),
        language=reading.language.deck,
        tags=reading.tags,
        warnings=reading.deck.warnings,
    )
