"""Looks at a deck for what could tell its session: who signs it, how it is headed, its words."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, replace
from functools import cached_property
from pathlib import PurePosixPath

from pipeline.encode import Vectors, unpack
from pipeline.records.decks import BlockKind, Deck, Page
from pipeline.records.files import InboxFile
from pipeline.records.readings import Reading
from pipeline.text import words

#: The pages on which decks introduce themselves. Measured on the development events: speakers
#: who are named at all are named on the first three usable pages or the last in 41 of 47 decks.
OPENING_PAGES = 3
#: Characters of one page that are looked at, against pages of dense text.
PLACE_CHARACTERS = 1500
#: Lines of the cover of which headings are made, and how many lines a heading may run over.
HEADING_LINES = 12
HEADING_RUN = 4

#: Headings of pages that name people who do not speak, in the languages of the academies.
NAMES_OF_OTHERS = frozenset(
    words(
        "References Bibliography Sources Acknowledgements Acknowledgments "
        "Références Bibliographie Remerciements "
        "Referências Bibliografia Fontes Agradecimentos "
        "Referencias Fuentes Agradecimientos"
    )
)
_CAMEL = re.compile(r"(?<=[a-zà-ÿ])(?=[A-ZÀ-Ý])")


@dataclass(frozen=True)
class Place:
    """Some words of a deck and where they stand: in which layer, on which page."""

    layer: str
    page: int | None
    words: list[str]


@dataclass(frozen=True)
class Heading:
    """A line or run of lines that may be the deck's title, as folded words."""

    page: int | None
    text: str


@dataclass(frozen=True)
class DeckView:
    """A deck as matching sees it; `sha256` and `media_type` are of its file.

    `credits` are places where those who made the deck are named, `others` the remaining pages;
    `vectors` holds the deck's title first, then one row a page.
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

    @cached_property
    def usable(self) -> list[Page]:
        """The pages that carry text."""
        return [page for page in self.deck.pages if page.usable and page.text.strip()]

    @cached_property
    def cover(self) -> list[Page]:
        """The first two pages that carry text."""
        return self.usable[:2]

    @cached_property
    def credits(self) -> list[Place]:
        """The places in which decks name their speakers."""
        return [place for place in self._credits() if place.words]

    @cached_property
    def others(self) -> list[Place]:
        """The pages that are no credits."""
        signed = {place.page for place in self.credits if place.layer == "page"}
        return [
            Place("page", page.number, words(page.text))
            for page in self.usable
            if page.number not in signed
        ]

    @cached_property
    def headings(self) -> list[Heading]:
        """What may be the deck's title: its property and runs of lines of the cover."""
        found = [Heading(None, " ".join(words(self.deck.properties.title)))]
        for page in self.cover:
            lines = [words(line) for line in page.text.splitlines() if line.strip()]
            lines = lines[:HEADING_LINES]
            for start in range(len(lines)):
                for stop in range(start + 1, min(start + HEADING_RUN, len(lines)) + 1):
                    run = [word for line in lines[start:stop] for word in line]
                    found.append(Heading(page.number, " ".join(run)))
        return [heading for heading in found if heading.text]

    @cached_property
    def cover_words(self) -> frozenset[str]:
        """The words of the cover and of the title property."""
        texts = [page.text[:PLACE_CHARACTERS] for page in self.cover]
        return frozenset(words(" ".join([*texts, self.deck.properties.title])))

    @cached_property
    def counts(self) -> Counter[str]:
        """How often each word stands on the pages."""
        return Counter(word for page in self.usable for word in words(page.text))

    @cached_property
    def path_words(self) -> list[str]:
        """The words of the file's name and folders, [] where names are not to be looked at."""
        if not self.show_name:
            return []
        stem = str(PurePosixPath(self.path).with_suffix(""))
        return words(_CAMEL.sub(" ", stem))

    @cached_property
    def vectors(self) -> Vectors:
        """Sentence vectors, shape (1 + pages, size)."""
        return unpack(self.reading.vectors, self.reading.vector_size)

    @property
    def page_vectors(self) -> Vectors:
        """Sentence vectors of the pages, shape (pages, size)."""
        return self.vectors[1:]

    @cached_property
    def page_words(self) -> list[frozenset[str]]:
        """The words of each page."""
        return [frozenset(words(page.text)) for page in self.deck.pages]

    def _credits(self) -> Iterator[Place]:
        properties = self.deck.properties
        yield Place("author", None, words(f"{properties.author} {properties.title}"))
        opening, closing = self.usable[:OPENING_PAGES], self.usable[OPENING_PAGES:][-1:]
        for page in [*opening, *closing]:
            if NAMES_OF_OTHERS.isdisjoint(words(page.title)):
                yield Place("page", page.number, words(page.text[:PLACE_CHARACTERS]))
        for page in self.usable:
            yield Place("footer", page.number, words(page.layer(BlockKind.FURNITURE)))
        for page in self.deck.pages[:1]:
            yield Place("notes", page.number, words(page.notes[:PLACE_CHARACTERS]))


def view(file: InboxFile, reading: Reading) -> DeckView:
    """Return the deck as matching sees it."""
    return DeckView(path=file.path, sha256=file.sha256, media_type=file.media_type, reading=reading)


def nameless(deck: DeckView) -> DeckView:
    """Return the same deck without its file's name, as if nobody had named it."""
    return replace(deck, show_name=False)
