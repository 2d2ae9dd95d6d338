"""Decks and vocabularies written for the tests of themes."""

from __future__ import annotations

from pathlib import Path

from pipeline.records.decks import (
    UNDETERMINED,
    Block,
    BlockKind,
    Deck,
    DeckLanguage,
    Language,
    Page,
)
from pipeline.records.tags import Theme
from pipeline.tag.themes import ThemeTagger, Vocabulary, compile_vocabulary

PREFIXES = """
@prefix skos: <http://www.w3.org/2004/02/skos/core#> .
@prefix idx: <https://w3id.org/elective-index/terms#> .
@prefix : <https://example.org/> .
"""


def compiled(folder: Path, turtle: str) -> Vocabulary:
    path = folder / "scheme.ttl"
    path.write_text(PREFIXES + turtle, encoding="utf-8")
    return compile_vocabulary(path)


def page(number: int, *blocks: tuple[BlockKind, str], usable: bool = True) -> Page:
    return Page(
        number=number,
        blocks=tuple(Block(kind=kind, text=text) for kind, text in blocks),
        usable=usable,
    )


def pages_of(text: str) -> list[str]:
    """Return the pages of a text in which a blank line ends each."""
    return text.strip().split("\n\n")


def slides(*texts: str) -> Deck:
    """Make a deck; the first line of each text is the title of its page."""
    pages = []
    for number, text in enumerate(texts, 1):
        title, _, body = text.partition("\n")
        pages.append(page(number, (BlockKind.TITLE, title), (BlockKind.BODY, body)))
    return Deck(pages=tuple(pages))


def written_in(deck: Deck, tag: str, *pages: str) -> DeckLanguage:
    """Say that a deck is in one language, its pages in the given ones or in the same."""
    tags = pages or (tag,) * len(deck.pages)
    return DeckLanguage(
        deck=Language(tag=tag, confidence=0.99),
        pages=tuple(
            UNDETERMINED if each == "und" else Language(tag=each, confidence=0.99) for each in tags
        ),
    )


def themes_of(tagger: ThemeTagger, tag: str, *texts: str) -> dict[str, Theme]:
    """Return the themes of a deck of such slides by the end of their URI, best first."""
    deck = slides(*texts)
    return {theme.id.rpartition("/")[2]: theme for theme in tagger.tag(deck, written_in(deck, tag))}
