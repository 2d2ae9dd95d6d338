"""The index of an elective: the shape of `output/index.json`, from which its schema is made."""

from __future__ import annotations

from typing import Annotated

from msgspec import Meta

from pipeline.records.base import Record
from pipeline.records.decisions import StaleDecision
from pipeline.records.decks import Language
from pipeline.records.files import Ignored, Rejected
from pipeline.records.matches import Candidate, Evidence, Role, Status
from pipeline.records.programme import IsoDate, SessionId, Text
from pipeline.records.tags import CountryCode, Entity, Score, Theme

#: What may change in which version is said in docs/index-format.md.
SCHEMA_VERSION = "1.1.0"

ResourceId = Annotated[
    str,
    Meta(
        pattern=r"^r-[0-9a-f]{12}(-[0-9]+)?$",
        description="Made from the file's content, so that renaming a file keeps its id.",
    ),
]
SessionIds = Annotated[tuple[SessionId, ...], Meta(description="In the order of the programme.")]
ResourceIds = Annotated[tuple[ResourceId, ...], Meta(description="Ids of /resources.")]
LanguageTags = Annotated[tuple[str, ...], Meta(description="BCP 47 tags.")]


class Generator(Record, frozen=True):
    """What made the index."""

    name: Annotated[str, Meta(description="Always `elective-index`.")]
    version: Annotated[str, Meta(description="The version of the program.")]
    models: Annotated[dict[str, str], Meta(description="Version of each model, by name.")]
    vocabulary: Annotated[str, Meta(description="URI of the SKOS scheme of the themes.")]
    vocabulary_version: Annotated[str, Meta(description="Its version, as it states it.")]


class Speaker(Record, frozen=True):
    """Someone the programme names, tied to /people."""

    id: Annotated[str, Meta(description="Id in /people.")]
    name: str
    affiliation: str | None = None
    language: Annotated[
        str | None, Meta(description="To write to them in, where the programme states it.")
    ] = None


class ProgrammeSource(Record, frozen=True):
    """Where the programme comes from."""

    source: Annotated[str, Meta(description="The name of the file.")]
    inferred: Annotated[
        bool,
        Meta(
            description="Whether it was understood from an announcement, a schedule or a table, "
            "so that a person should check it."
        ),
    ]


class Elective(Record, frozen=True):
    """The elective as a whole."""

    id: Annotated[str, Meta(description="Made from the event's name and the elective's number.")]
    event: Text | None
    number: int | str | None
    title: Text | None
    start: IsoDate | None
    end: IsoDate | None
    languages: LanguageTags
    coordinators: tuple[Speaker, ...]
    themes: Annotated[tuple[Theme, ...], Meta(description="Themes of all sessions together.")]
    programme: ProgrammeSource | None = None


class SessionLanguages(Record, frozen=True):
    """Which languages of a session's materials are there."""

    expected: LanguageTags
    available: Annotated[
        tuple[str, ...], Meta(description="BCP 47 tags of the current, matched materials.")
    ]
    missing: Annotated[tuple[str, ...], Meta(description="Expected and not available.")]


class IndexedSession(Record, frozen=True):
    """A session of the programme with its materials."""

    id: SessionId
    title: Text
    abstract: Text | None
    day: int | None
    date: IsoDate | None
    speakers: tuple[Speaker, ...]
    materials: Annotated[
        tuple[ResourceId, ...],
        Meta(description="Matched resources: one per language first, then the others."),
    ]
    languages: SessionLanguages
    themes: Annotated[tuple[Theme, ...], Meta(description="Themes of its materials together.")]


class IndexedDay(Record, frozen=True):
    """A day of the programme."""

    day: Annotated[int | None, Meta(description="Its number in the programme.")]
    date: IsoDate | None
    sessions: SessionIds
    themes: Annotated[tuple[Theme, ...], Meta(description="Themes of its sessions together.")]


class IndexedTheme(Record, frozen=True):
    """A theme and where it is spoken of."""

    id: Annotated[str, Meta(description="The URI of the SKOS concept.")]
    label: Annotated[dict[str, str], Meta(description="Preferred labels by language.")]
    resources: Annotated[
        tuple[ResourceId, ...], Meta(description="Current resources that have it, by path.")
    ]
    sessions: SessionIds


class Resource(Record, frozen=True):
    """One readable file."""

    id: ResourceId
    path: Annotated[
        str, Meta(description="Below the inbox, `/`-separated, NFC; `archive.zip/member`.")
    ]
    sha256: Annotated[str, Meta(pattern="^[0-9a-f]{64}$", description="Of the file's bytes.")]
    size: Annotated[int, Meta(ge=1, description="In bytes.")]
    media_type: Annotated[str, Meta(description="By content, never by name.")]
    pages: Annotated[int, Meta(ge=0, description="How many pages or slides.")]
    title: Annotated[str, Meta(description="The deck's own title, '' where it has none.")]
    language: Language
    status: Annotated[
        Status,
        Meta(
            description="matched: sure enough to publish. review: a person must look; session_id "
            "is the best guess or null. unmatched: belongs to no session."
        ),
    ]
    session_id: SessionId | None
    confidence: Score
    evidence: Annotated[tuple[Evidence, ...], Meta(description="Why, strongest first.")]
    candidates: Annotated[tuple[Candidate, ...], Meta(description="Best first.")]
    role: Annotated[
        Role,
        Meta(
            description="current; duplicate: same bytes or same text as duplicate_of; "
            "superseded: an older version of superseded_by."
        ),
    ]
    duplicate_of: ResourceId | None
    superseded_by: ResourceId | None
    translation_group: Annotated[
        str | None, Meta(description="The same for all translations of one deck.")
    ]
    themes: tuple[Theme, ...]
    entities: tuple[Entity, ...]
    keyphrases: Annotated[tuple[str, ...], Meta(description="In the deck's language.")]
    warnings: Annotated[tuple[str, ...], Meta(description="What was not read, in words.")]


class IndexedPerson(Record, frozen=True):
    """A person the programme or the decks name."""

    id: str
    name: str
    aliases: Annotated[tuple[str, ...], Meta(description="Other spellings that occur.")]
    affiliation: str | None
    sessions: Annotated[tuple[SessionId, ...], Meta(description="Those they speak in.")]
    mentioned_in: ResourceIds


class Organisation(Record, frozen=True):
    """An organisation the programme or the decks name."""

    id: str
    name: str
    aliases: Annotated[tuple[str, ...], Meta(description="Other spellings that occur.")]
    mentioned_in: ResourceIds


class NamedThing(Record, frozen=True):
    """An event or a work that the decks name."""

    id: str
    name: str
    aliases: Annotated[tuple[str, ...], Meta(description="Other spellings that occur.")]
    mentioned_in: ResourceIds


class Place(NamedThing, frozen=True):
    """A place that the decks name."""

    country: CountryCode | None


class Index(Record, frozen=True):
    """The index of one elective: every file of the inbox once, every session of the programme."""

    schema_version: Annotated[str, Meta(pattern=r"^\d+\.\d+\.\d+$", description="Semver.")]
    generator: Generator
    elective: Elective
    sessions: tuple[IndexedSession, ...]
    resources: tuple[Resource, ...]
    people: tuple[IndexedPerson, ...]
    organisations: tuple[Organisation, ...]
    rejected: tuple[Rejected, ...]
    ignored: tuple[Ignored, ...]
    places: Annotated[
        tuple[Place, ...], Meta(description="Places that the decks name, in all languages.")
    ] = ()
    events: Annotated[tuple[NamedThing, ...], Meta(description="Events that the decks name.")] = ()
    works: Annotated[tuple[NamedThing, ...], Meta(description="Works that the decks name.")] = ()
    days: Annotated[tuple[IndexedDay, ...], Meta(description="In order.")] = ()
    themes: Annotated[
        tuple[IndexedTheme, ...],
        Meta(description="Every theme that a current resource has, by id."),
    ] = ()
    stale_decisions: Annotated[
        tuple[StaleDecision, ...], Meta(description="Entries of decisions.yaml that do not apply.")
    ] = ()
