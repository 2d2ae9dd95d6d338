"""What tagging adds to a deck: named entities, themes, keyphrases."""

from __future__ import annotations

from enum import StrEnum
from typing import Annotated

from msgspec import Meta

from pipeline.records.base import Record

Score = Annotated[float, Meta(ge=0, le=1, description="From 0 to 1, rounded to 4 digits.")]
PageNumbers = Annotated[tuple[int, ...], Meta(description="Page numbers from 1, ascending.")]


CountryCode = Annotated[
    str, Meta(pattern="^[A-Z]{2}$", description="ISO 3166-1 alpha-2 code of a country.")
]


class EntityLabel(StrEnum):
    """The kinds of named entity."""

    PERSON = "PERSON"
    ORG = "ORG"
    LOC = "LOC"
    EVENT = "EVENT"
    WORK = "WORK"


class Entity(Record, frozen=True):
    """A name that a deck mentions, gathered over its pages."""

    text: Annotated[str, Meta(description="The name as the deck most often writes it.")]
    label: Annotated[EntityLabel, Meta(description="What kind of thing the name is of.")]
    pages: PageNumbers
    count: Annotated[int, Meta(ge=1, description="How often the deck mentions it.")]
    ref: Annotated[
        str | None, Meta(description="The id in /people or /organisations, where it is known.")
    ] = None
    named_id: Annotated[
        str | None, Meta(description="The id in /places, /events or /works, of those kinds.")
    ] = None
    country: CountryCode | None = None


class ThemeEvidence(Record, frozen=True):
    """Where a deck speaks of a theme, and in which words."""

    page: Annotated[int, Meta(ge=1, description="The page, from 1.")]
    phrase: Annotated[str, Meta(description="The words on that page, as they stand there.")]
    nearness: Annotated[
        float | None,
        Meta(
            description="How near in meaning the page is to the theme, from 0 to 1, where no word "
            "names it; the phrase is then the page's heading."
        ),
    ] = None


class Theme(Record, frozen=True):
    """A concept of the vocabulary that a deck, a session or a day speaks of."""

    id: Annotated[str, Meta(description="The URI of the SKOS concept.")]
    label: Annotated[
        dict[str, str], Meta(description="Preferred labels by language, as far as there are any.")
    ]
    score: Score
    evidence: Annotated[
        tuple[ThemeEvidence, ...], Meta(description="Where it stands, by page, then phrase.")
    ] = ()


class Tags(Record, frozen=True):
    """All tags of one deck: entities by count, themes by score, keyphrases by weight."""

    entities: tuple[Entity, ...] = ()
    themes: tuple[Theme, ...] = ()
    keyphrases: tuple[str, ...] = ()
