"""The programme file as staff write it; `schemas/programme.schema.json` is made from it."""

from __future__ import annotations

from typing import Annotated

from msgspec import Meta

from pipeline.records.base import Record
from pipeline.records.programme import IsoDate, LanguageTag, SessionId

# Not Meta(pattern=…): msgspec 0.22 crashes at exit when a type with a pattern joins a union.
Words = Annotated[str, Meta(extra_json_schema={"pattern": r"\S"})]
FileTag = Annotated[LanguageTag, Meta(extra_json_schema={"format": "language"})]
FileText = Annotated[
    Words | dict[FileTag, Words] | None,
    Meta(description="A text, or one text per language: {en: …, fr: …, pt: …}."),
]
FileDate = Annotated[IsoDate, Meta(extra_json_schema={"format": "date"})]


class PersonEntry(Record, frozen=True):
    """A speaker or coordinator."""

    name: Annotated[Words, Meta(description="Given name first, as it is printed.")]
    affiliation: Annotated[Words | None, Meta(description="Organisation, where known.")] = None
    aliases: Annotated[
        tuple[Words, ...] | None, Meta(description="Other spellings of the name that occur.")
    ] = None
    language: Annotated[
        FileTag | None, Meta(description="The language to write to them in, such as fr.")
    ] = None


People = tuple[Annotated[Words | PersonEntry, Meta(description="A name, or its fields.")], ...]


class SessionEntry(Record, frozen=True):
    """A presentation; it has a title or speakers, all else is optional."""

    id: Annotated[
        SessionId | None,
        Meta(description="Made from the title, else the first speaker, if absent."),
    ] = None
    day: Annotated[
        Annotated[int, Meta(ge=1, le=366)] | None, Meta(description="Day of the elective, from 1.")
    ] = None
    date: FileDate | None = None
    title: FileText = None
    abstract: FileText = None
    speakers: People | None = None
    languages: Annotated[
        tuple[FileTag, ...] | None,
        Meta(
            description="Languages in which materials are expected; [] for none; "
            "those of the elective if absent."
        ),
    ] = None


TITLED = {"required": ["title"], "properties": {"title": {"not": {"type": "null"}}}}
SPOKEN = {
    "required": ["speakers"],
    "properties": {"speakers": {"type": "array", "minItems": 1}},
}


class ProgrammeFile(Record, frozen=True, kw_only=True):
    """The programme of one elective; a field left blank counts as absent."""

    event: FileText = None
    elective: Annotated[
        int | Words | None, Meta(description="Number or short name of the elective.")
    ] = None
    title: FileText = None
    languages: Annotated[
        tuple[FileTag, ...] | None,
        Meta(description="Languages in which the elective is held; none are expected if absent."),
    ] = None
    start: FileDate | None = None
    end: FileDate | None = None
    coordinators: People | None = None
    sessions: Annotated[
        tuple[Annotated[SessionEntry, Meta(extra_json_schema={"anyOf": [TITLED, SPOKEN]})], ...],
        Meta(min_length=1, description="The presentations, in the order of the programme."),
    ]
