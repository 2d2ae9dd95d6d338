"""A programme and a way to make decks for it, with the real sentence encoder."""

from __future__ import annotations

import hashlib
from collections.abc import Callable, Sequence

import pytest

from pipeline.encode import UniversalSentenceEncoder, encode_deck
from pipeline.match import DeckView, Matcher, view
from pipeline.records import media
from pipeline.records.decks import (
    Block,
    BlockKind,
    Deck,
    DeckLanguage,
    Language,
    Page,
    Properties,
)
from pipeline.records.files import InboxFile
from pipeline.records.programme import Person, Programme, Session
from pipeline.records.readings import Reading
from pipeline.records.tags import Tags

MakeDeck = Callable[..., DeckView]

PROGRAMME = Programme(
    event="Academy",
    languages=("en", "fr", "pt"),
    sessions=(
        Session(
            id="platforms",
            title="Alternative platforms: the case of CoopCycle",
            abstract="Bicycle couriers own the federation that runs their delivery software.",
            speakers=(Person(name="Corinne Vercher-Chaptal", affiliation="Sorbonne Paris Nord"),),
            languages=("en", "fr", "pt"),
        ),
        Session(
            id="africa",
            title="Social innovation in Africa",
            abstract="A new law on the solidarity economy in Senegal and village savings groups.",
            speakers=(
                Person(name="Corinne Hartmann", affiliation="SOS Group"),
                Person(name="Abdoul Alpha Dia", affiliation="SOS Group"),
            ),
            languages=("fr", "pt"),
        ),
        Session(
            id="procurement",
            title="Public procurement with social clauses",
            abstract="How towns buy from cooperatives and reserve contracts.",
            speakers=(Person(name="Jason Nardi", affiliation="RIPESS EU"),),
            languages=("en",),
        ),
        Session(
            id="food",
            title="Local food policy councils in Rome",
            abstract="Markets, school canteens and farmers in one council.",
            speakers=(Person(name="Gabriella D’Amico"),),
            languages=("en", "fr", "pt"),
        ),
        Session(
            id="finance",
            title="Ethical banks and solidarity funds",
            abstract="Savings that finance associations and small enterprises.",
            speakers=(Person(name="Pedro Sousa"),),
            languages=("pt",),
        ),
        Session(
            id="care",
            title="Care cooperatives and the elderly",
            abstract="Home helpers who own their service.",
            speakers=(Person(name="Marta Sousa"),),
            languages=("pt",),
        ),
    ),
)


@pytest.fixture(scope="session")
def encoder() -> UniversalSentenceEncoder:
    return UniversalSentenceEncoder()


@pytest.fixture(scope="session")
def matcher(encoder: UniversalSentenceEncoder) -> Matcher:
    return Matcher(PROGRAMME, encoder)


@pytest.fixture(scope="session")
def make_deck(encoder: UniversalSentenceEncoder) -> MakeDeck:
    def make(
        path: str,
        pages: Sequence[str],
        *,
        language: str = "en",
        notes: str = "",
        footer: str = "",
        author: str = "",
        modified: str = "",
        media_type: str = media.PPTX,
    ) -> DeckView:
        """Make a deck; a page is its title, a newline, and its body."""
        deck = Deck(
            pages=tuple(
                _page(number, text, notes if number == 1 else "", footer)
                for number, text in enumerate(pages, start=1)
            ),
            properties=Properties(author=author, modified=modified),
        )
        tag = Language(tag=language, confidence=1.0)
        reading = Reading(
            deck=deck,
            language=DeckLanguage(deck=tag, pages=tuple(tag for _ in pages)),
            tags=Tags(),
            vectors=encode_deck(deck, encoder),
            vector_size=encoder.size,
        )
        sha256 = hashlib.sha256(path.encode()).hexdigest()
        file = InboxFile(path=path, location=path, sha256=sha256, size=1, media_type=media_type)
        return view(file, reading)

    return make


def _page(number: int, text: str, notes: str, footer: str) -> Page:
    title, _, body = text.partition("\n")
    layers = (
        (BlockKind.TITLE, title),
        (BlockKind.BODY, body),
        (BlockKind.NOTES, notes),
        (BlockKind.FURNITURE, footer),
    )
    return Page(
        number=number,
        blocks=tuple(Block(kind=kind, text=layer) for kind, layer in layers if layer),
    )
