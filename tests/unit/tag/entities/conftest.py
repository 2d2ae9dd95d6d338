"""Decks written for the tests, and one tagger for all of them."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from pipeline.records.decks import Block, BlockKind, Deck, DeckLanguage, Language, Page
from pipeline.tag.entities import EntityTagger, load_entity_tagger

MakeDeck = Callable[..., tuple[Deck, DeckLanguage]]


@pytest.fixture(scope="session")
def tagger() -> EntityTagger:
    return load_entity_tagger()


@pytest.fixture
def make_deck() -> MakeDeck:
    """Make a deck of one language; the first line of each page is its title."""

    def make(language: str, *pages: str) -> tuple[Deck, DeckLanguage]:
        tag = Language(tag=language, confidence=0.99)
        deck = Deck(pages=tuple(_page(number, text) for number, text in enumerate(pages, 1)))
        return deck, DeckLanguage(deck=tag, pages=(tag,) * len(pages))

    return make


def _page(number: int, text: str) -> Page:
    title, _, body = text.partition("\n")
    blocks = (Block(kind=BlockKind.TITLE, text=title), Block(kind=BlockKind.BODY, text=body))
    return Page(number=number, blocks=tuple(block for block in blocks if block.text))
