"""A deck as matching sees it: where its file lies, what was read of it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

from pipeline.encode import Vectors, unpack
from pipeline.records.decks import Deck, Page
from pipeline.records.files import InboxFile
from pipeline.records.readings import Reading
from pipeline.text import words


@dataclass(frozen=True)
class DeckView:
    """A deck and its file, of which `sha256` and `media_type` are.

    It keeps nothing that it is asked for, so that thousands can be held.
    """

    path: str
    sha256: str
    media_type: str
    reading: Reading
    show_name: bool = True

    @property
    def deck(self) -> Deck:
        """The deck itself."""
        return self.reading.deck

    @property
    def language(self) -> str:
        """The tag of the language in which the deck is written."""
        return self.reading.language.deck.tag

    @property
    def usable(self) -> list[Page]:
        """The pages that carry text."""
        return [page for page in self.deck.pages if page.usable and page.text.strip()]

    @property
    def vectors(self) -> Vectors:
        """Sentence vectors, of the deck's title first, then one a page: shape (1 + pages, size)."""
        return unpack(self.reading.vectors, self.reading.vector_size)

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


def view(file: InboxFile, reading: Reading) -> DeckView:
    """Return the deck as matching sees it."""
    return DeckView(path=file.path, sha256=file.sha256, media_type=file.media_type, reading=reading)


def nameless(deck: DeckView) -> DeckView:
    """Return the same deck without its file's name, as if nobody had named it."""
    return replace(deck, show_name=False)
