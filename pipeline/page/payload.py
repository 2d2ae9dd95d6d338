"""What the page knows: the shape of its data blocks, as `static/types.d.ts` repeats it."""

from __future__ import annotations

from pipeline.records.base import Record
from pipeline.records.decisions import StaleDecision
from pipeline.records.files import Ignored, Rejected
from pipeline.records.index import SessionLanguages, Speaker
from pipeline.records.matches import Candidate, Evidence, Role, Status
from pipeline.records.programme import IsoDate, Text
from pipeline.records.tags import Entity, ThemeEvidence


class PageTheme(Record, frozen=True):
    """A concept; `key` stands for it in the page's address."""

    key: str
    label: dict[str, str]


class PageName(Record, frozen=True):
    """A person or organisation that can be filtered by; people of the programme have sessions."""

    id: str
    name: str
    sessions: tuple[str, ...] = ()


class PageSession(Record, frozen=True):
    """A session; `decks` are numbers of `Catalogue.decks`, those to be decided included.

    `organisations` are numbers of the organisations that its speakers come from.
    """

    id: str
    title: Text
    abstract: Text | None
    day: int | None
    date: IsoDate | None
    speakers: tuple[Speaker, ...]
    languages: SessionLanguages
    decks: tuple[int, ...]
    organisations: tuple[int, ...]


class PageDeck(Record, frozen=True):
    """A deck as lists show it; `themes`, `people` and `organisations` are numbers.

    `scores` are those of the themes, in their order. `people` and `organisations` stand most
    often named first. `cover` is the id of the block that holds the picture, '' where there is
    none. `stands_for` is the id of the deck that this one is a copy or an older version of, ''
    for a current one.
    """

    id: str
    path: str
    link: str
    kind: str
    size: int
    pages: int
    title: str
    language: str
    status: Status
    session: str | None
    confidence: float
    role: Role
    stands_for: str
    themes: tuple[int, ...]
    scores: tuple[float, ...]
    people: tuple[int, ...]
    organisations: tuple[int, ...]
    places: tuple[str, ...]
    phrases: tuple[str, ...]
    cover: str


class PageElective(Record, frozen=True):
    """The elective as the heading shows it."""

    event: Text | None
    number: int | str | None
    title: Text | None
    start: IsoDate | None
    end: IsoDate | None
    languages: tuple[str, ...]
    coordinators: tuple[Speaker, ...]


class Catalogue(Record, frozen=True):
    """All that the lists, facets and charts need; themes stand strongest first."""

    generator: str
    elective: PageElective
    themes: tuple[PageTheme, ...]
    people: tuple[PageName, ...]
    organisations: tuple[PageName, ...]
    sessions: tuple[PageSession, ...]
    decks: tuple[PageDeck, ...]
    rejected: tuple[Rejected, ...]
    ignored: tuple[Ignored, ...]
    stale_decisions: tuple[StaleDecision, ...]


class DetailTheme(Record, frozen=True):
    """A theme of one deck, by number, with where it stands."""

    theme: int
    score: float
    evidence: tuple[ThemeEvidence, ...]


class DetailPage(Record, frozen=True):
    """The text of one page."""

    number: int
    title: str
    text: str
    notes: str


class DeckDetail(Record, frozen=True):
    """What is read of one deck only when someone asks for it.

    `command` is the start of the shell command that assigns it; a session's id completes it.
    """

    command: str
    evidence: tuple[Evidence, ...]
    candidates: tuple[Candidate, ...]
    themes: tuple[DetailTheme, ...]
    entities: tuple[Entity, ...]
    warnings: tuple[str, ...]
    text: tuple[DetailPage, ...]
