"""The programme of an elective: what is expected."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Annotated

from msgspec import Meta

from pipeline.records.base import Record

LanguageTag = Annotated[
    str, Meta(pattern=r"^[a-z]{2,3}(-[A-Za-z0-9]{2,8})*$", description="A BCP 47 language tag.")
]
Text = Annotated[
    str | dict[str, str],
    Meta(description="A text, or one text per language: {en: …, fr: …, pt: …}."),
]
IsoDate = Annotated[
    str, Meta(pattern=r"^\d{4}-\d{2}-\d{2}$", description="A date written YYYY-MM-DD.")
]
SessionId = Annotated[
    str,
    Meta(pattern=r"^[a-z0-9-]+$", description="Stable id: small letters, digits and hyphens."),
]


def variants(text: Text | None) -> Iterator[str]:
    """Yield the text in each language in which it is given."""
    if isinstance(text, dict):
        yield from text.values()
    elif text:
        yield text


class Person(Record, frozen=True):
    """Someone the programme names."""

    name: Annotated[str, Meta(min_length=1, description="Given name first, as it is printed.")]
    affiliation: Annotated[str | None, Meta(description="Organisation, where it is known.")] = None
    aliases: Annotated[
        tuple[str, ...], Meta(description="Other spellings of the name that occur.")
    ] = ()
    language: Annotated[
        str | None, Meta(description="The language to write to them in, where it is stated.")
    ] = None


class Session(Record, frozen=True):
    """One presentation or talk; `languages` are those in which materials are expected.

    `title` is '' where the programme names the speakers alone.
    """

    id: SessionId
    title: Text
    day: int | None = None
    date: IsoDate | None = None
    speakers: tuple[Person, ...] = ()
    abstract: Text | None = None
    languages: tuple[str, ...] = ()


class Programme(Record, frozen=True, kw_only=True):
    """A whole elective; sessions stand in the order of the programme.

    `source` is the name of the file it was read from; `inferred` tells that it was understood
    from an announcement, a schedule or a table, and not written as a programme.
    """

    event: Text | None = None
    elective: int | str | None = None
    title: Text | None = None
    languages: tuple[str, ...] = ("en",)
    start: IsoDate | None = None
    end: IsoDate | None = None
    coordinators: tuple[Person, ...] = ()
    sessions: tuple[Session, ...]
    source: str | None = None
    inferred: bool = False
