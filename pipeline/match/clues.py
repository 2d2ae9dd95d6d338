"""Looks at a deck for what could tell its session: who signs it, how it is headed, its words."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator
from functools import cached_property
from itertools import chain
from pathlib import PurePosixPath
from typing import NamedTuple

from pipeline.match.deck import DeckView
from pipeline.records.decks import BlockKind
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


class Place(NamedTuple):
    """Some words of a deck and where they stand: in which layer, on which page."""

    layer: str
    page: int | None
    words: list[str]


class Heading(NamedTuple):
    """A line or run of lines that may be the deck's title, as folded words."""

    page: int | None
    text: str


class Clues:
    """What in one deck could tell its session; large, so let go once the deck is judged.

    `credits` are places where those who made the deck are named, `others` the remaining pages.
    """

    def __init__(self, deck: DeckView) -> None:
        self.view = deck
        read = [(page, page.text) for page in deck.deck.pages if page.usable]
        self.usable = [page for page, text in read if text.strip()]
        self.cover = self.usable[:2]
        self._texts = {page.number: text for page, text in read if text.strip()}
        self.property_words = words(deck.deck.properties.title)

    @cached_property
    def credits(self) -> list[Place]:
        """The places in which decks name their speakers."""
        return [place for place in self._credits() if place.words]

    @cached_property
    def others(self) -> list[Place]:
        """The pages that are no credits."""
        signed = {place.page for place in self.credits if place.layer == "page"}
        return [
            Place("page", page.number, self._words[page.number])
            for page in self.usable
            if page.number not in signed
        ]

    @cached_property
    def headings(self) -> list[Heading]:
        """What may be the deck's title: its property and runs of lines of the cover."""
        found = [Heading(None, " ".join(self.property_words))]
        for page in self.cover:
            told = [line for line in self._texts[page.number].splitlines() if line.strip()]
            lines = [words(line) for line in told[:HEADING_LINES]]
            for start in range(len(lines)):
                for stop in range(start + 1, min(start + HEADING_RUN, len(lines)) + 1):
                    run = [word for line in lines[start:stop] for word in line]
                    found.append(Heading(page.number, " ".join(run)))
        return [heading for heading in found if heading.text]

    @cached_property
    def cover_words(self) -> frozenset[str]:
        """The words of the cover and of the title property."""
        on_pages = [word for page in self.cover for word in self._opening(page.number)]
        return frozenset(on_pages + self.property_words)

    @cached_property
    def counts(self) -> Counter[str]:
        """How often each word stands on the pages."""
        return Counter(chain.from_iterable(self._words.values()))

    @cached_property
    def path_words(self) -> list[str]:
        """The words of the file's name and folders, [] where names are not to be looked at."""
        if not self.view.show_name:
            return []
        stem = str(PurePosixPath(self.view.path).with_suffix(""))
        return words(_CAMEL.sub(" ", stem))

    @cached_property
    def _words(self) -> dict[int, list[str]]:
        """The words of each usable page, by its number."""
        return {number: words(text) for number, text in self._texts.items()}

    def _opening(self, number: int) -> list[str]:
        """Return the words of as much of a page as is looked at closely."""
        text = self._texts[number]
        if len(text) <= PLACE_CHARACTERS:
            return self._words[number]
        return words(text[:PLACE_CHARACTERS])

    def _credits(self) -> Iterator[Place]:
        properties = self.view.deck.properties
        yield Place("author", None, words(f"{properties.author} {properties.title}"))
        opening, closing = self.usable[:OPENING_PAGES], self.usable[OPENING_PAGES:][-1:]
        for page in [*opening, *closing]:
            if NAMES_OF_OTHERS.isdisjoint(words(page.title)):
                yield Place("page", page.number, self._opening(page.number))
        yield from self._footers()
        for page in self.view.deck.pages[:1]:
            yield Place("notes", page.number, words(page.notes[:PLACE_CHARACTERS]))

    def _footers(self) -> Iterator[Place]:
        """Yield footers that say something new: most differ by the number of the page only."""
        told = set()
        for page in self.usable:
            footer = [
                word for word in words(page.layer(BlockKind.FURNITURE)) if not word.isdecimal()
            ]
            if (said := tuple(footer)) not in told:
                told.add(said)
                yield Place("footer", page.number, footer)
