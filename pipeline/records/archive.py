"""The electives of an archive: the shape of `catalogue.json`, from which its schema is made."""

from __future__ import annotations

from enum import StrEnum
from typing import Annotated

from msgspec import Meta

from pipeline.records.base import Record
from pipeline.records.index import Generator, LanguageTags
from pipeline.records.programme import IsoDate, Text

#: It changes by the rules of docs/index-format.md.
CATALOGUE_VERSION = "1.0.0"

ArchivePath = Annotated[
    str, Meta(description="Folder below the archive, `/`-separated, NFC; `.` for the archive.")
]
Count = Annotated[int, Meta(ge=0)]


class Counts(Record, frozen=True):
    """How much of an elective there is."""

    sessions: Count
    resources: Annotated[int, Meta(ge=0, description="Files that were read.")]
    matched: Count
    review: Annotated[int, Meta(ge=0, description="Resources that a person must look at.")]
    unmatched: Count
    rejected: Annotated[int, Meta(ge=0, description="Files that could not be read.")]
    ignored: Annotated[int, Meta(ge=0, description="Files that are no material.")]
    missing: Annotated[int, Meta(ge=0, description="Materials that are expected and not there.")]


class CataloguedElective(Record, frozen=True):
    """An elective that has an index; what it is called stands there too."""

    path: ArchivePath
    index: Annotated[str, Meta(description="Its index.json, from the folder of the catalogue.")]
    id: str
    event: Text | None
    number: int | str | None
    title: Text | None
    start: IsoDate | None
    end: IsoDate | None
    languages: LanguageTags
    counts: Counts


class BrokenCode(StrEnum):
    """Why an elective was not indexed."""

    NO_PROGRAMME = "no-programme"
    PROGRAMME = "programme"
    DECISIONS = "decisions"
    FAILED = "failed"


class BrokenElective(Record, frozen=True):
    """A folder that was not indexed; an index that an earlier run wrote for it still stands."""

    path: ArchivePath
    code: Annotated[
        BrokenCode,
        Meta(
            description="no-programme: files that no programme speaks for; programme, decisions: "
            "that file cannot be read; failed: something unexpected."
        ),
    ]
    messages: Annotated[tuple[str, ...], Meta(description="What is wrong and what to do about it.")]


class Catalogue(Record, frozen=True):
    """All electives of an archive, by path."""

    schema_version: Annotated[str, Meta(description="Version of this form, semver.")]
    generator: Generator
    electives: tuple[CataloguedElective, ...]
    broken: tuple[BrokenElective, ...]
