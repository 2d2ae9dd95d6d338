"""A deck as matching sees it: where its file lies, what was read of it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import Protocol

from pipeline.encode import Vectors, unpack
from pipeline.records.decks import Deck
from pipeline.records.files import InboxFile
from pipeline.records.readings import Reading
from pipeline.text import words


class Source(Protocol):
    """Wherever that lies which was read of one deck."""

    def reading(self) -> Reading:
        """Return all that was read."""

    def vectors(self) -> Vectors:
        """Return its sentence vectors alone, shape (1 + pages, size)."""


@dataclass(frozen=True)
class AtHand:
    """What was read of a deck, in memory."""

    read: Reading

    def reading(self) -> Reading:
        """Return all that was read."""
        return self.read

    def vectors(self) -> Vectors:
        """Return its sentence vectors, shape (1 + pages, size)."""
        return unpack(self.read.vectors, self.read.vector_size)


@dataclass(frozen=True)
class DeckView:
    """A deck and its file, of which `sha256` and `media_type` are.

    `language` is the tag of the language in which it is written, `pages` their number, `modified`
    the date that it states. All else is asked of its source each time, so that thousands of decks
    can be held.
    """

    path: str
    sha256: str
    media_type: str
    language: str
    pages: int
    modified: str
    source: Source
    show_name: bool = True

    @property
    def content(self) -> tuple[str, str]:
        """What names all that was read of the deck."""
        return self.sha256, self.language

    @property
    def opened(self) -> DeckView:
        """The same deck with all that was read of it in memory."""
        return replace(self, source=AtHand(self.source.reading()))

    @property
    def deck(self) -> Deck:
        """The deck itself."""
        return self.source.reading().deck

    @property
    def vectors(self) -> Vectors:
        """Sentence vectors, of the deck's title first, then one a page: shape (1 + pages, size)."""
        return self.source.vectors()

    @property
    def page_vectors(self) -> Vectors:
        """Sentence vectors of the pages, shape (pages, size)."""
        return self.vectors[1:]

    @property
    def words(self) -> frozenset[str]:
        """The words of all pages."""
        return frozenset(words("\n".join(page.text for page in self.deck.pages)))

    @property
    def page_words(self) -> Sequence[frozenset[str]]:
        """The words of each page."""
        return [frozenset(words(page.text)) for page in self.deck.pages]


def view(file: InboxFile, reading: Reading, source: Source | None = None) -> DeckView:
    """Return the deck as matching sees it; without a source, with its reading in memory."""
    return DeckView(
        path=file.path,
        sha256=file.sha256,
        media_type=file.media_type,
        language=reading.language.deck.tag,
        pages=len(reading.deck.pages),
        modified=reading.deck.properties.modified,
        source=source or AtHand(reading),
    )


def nameless(deck: DeckView) -> DeckView:
    """Return the same deck without its file's name, as if nobody had named it."""
    return replace(deck, show_name=False)
