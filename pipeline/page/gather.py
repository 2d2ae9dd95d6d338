"""Gathers from the index what the page's lists, facets and charts need."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from itertools import islice
from pathlib import PurePosixPath
from typing import TypeVar

import msgspec

from pipeline.page.payload import Catalogue, PageDeck, PageElective, PageName, PageSession
from pipeline.page.safe import link, shown_path
from pipeline.page.themes import number_themes
from pipeline.records.decisions import StaleDecision
from pipeline.records.files import Ignored, Rejected
from pipeline.records.index import Index, IndexedSession, Resource
from pipeline.records.matches import Status
from pipeline.records.media import ODP, OTP, PDF, POTM, POTX, PPSM, PPSX, PPTM, PPTX
from pipeline.records.tags import EntityLabel
from pipeline.text import slug

_KINDS = {
    PDF: "PDF", PPTX: "PPTX", PPSX: "PPSX", POTX: "POTX", PPTM: "PPTM", PPSM: "PPSM",
    POTM: "POTM", ODP: "ODP", OTP: "OTP",
}  # fmt: skip

Listed = TypeVar("Listed", Rejected, Ignored, StaleDecision)

#: Keyphrases and places of a deck that lists show.
SHOWN = 8


@dataclass(frozen=True)
class Numbers:
    """By which number the page knows each thing; organisations by name as well."""

    themes: Mapping[str, int]
    decks: Mapping[str, int]
    people: Mapping[str, int]
    organisations: Mapping[str, int]
    homes: Mapping[str, int]


def gather(index: Index, location_of: Callable[[str], str], covers: Mapping[str, str]) -> Catalogue:
    """Return what the page shows at once.

    `location_of` gives the path of a file of the inbox, relative to the page, as the file system
    spells it; '' where there is none. `covers` holds the id of the cover's block by resource.
    """
    themes, theme_numbers = number_themes(index)
    numbers = Numbers(
        themes=theme_numbers,
        decks={item.id: number for number, item in enumerate(index.resources)},
        people={item.id: number for number, item in enumerate(index.people)},
        organisations={item.id: number for number, item in enumerate(index.organisations)},
        homes={slug(item.name): number for number, item in enumerate(index.organisations)},
    )
    to_decide: defaultdict[str | None, list[int]] = defaultdict(list)
    for number, item in enumerate(index.resources):
        if item.status is Status.REVIEW:
            to_decide[item.session_id].append(number)
    return Catalogue(
        generator=f"{index.generator.name} {index.generator.version}",
        elective=_elective(index),
        themes=themes,
        people=tuple(
            PageName(id=item.id, name=item.name, sessions=item.sessions) for item in index.people
        ),
        organisations=tuple(PageName(id=item.id, name=item.name) for item in index.organisations),
        sessions=tuple(_session(item, to_decide[item.id], numbers) for item in index.sessions),
        decks=tuple(
            _deck(item, numbers, link(location_of(item.path)), covers.get(item.id, ""))
            for item in index.resources
        ),
        rejected=tuple(map(_seen, index.rejected)),
        ignored=tuple(map(_seen, index.ignored)),
        stale_decisions=tuple(map(_seen, index.stale_decisions)),
    )


def _seen(item: Listed) -> Listed:
    """Make all of the path visible."""
    return msgspec.structs.replace(item, path=shown_path(item.path))


def _elective(index: Index) -> PageElective:
    elective = index.elective
    return PageElective(
        event=elective.event,
        number=elective.number,
        title=elective.title,
        start=elective.start,
        end=elective.end,
        languages=elective.languages,
        coordinators=elective.coordinators,
    )


def _session(session: IndexedSession, to_decide: Sequence[int], numbers: Numbers) -> PageSession:
    homes = (numbers.homes.get(slug(item.affiliation or "")) for item in session.speakers)
    return PageSession(
        id=session.id,
        title=session.title,
        abstract=session.abstract,
        day=session.day,
        date=session.date,
        speakers=session.speakers,
        languages=session.languages,
        decks=(*(numbers.decks[item] for item in session.materials), *to_decide),
        organisations=tuple(dict.fromkeys(home for home in homes if home is not None)),
    )


def _deck(item: Resource, numbers: Numbers, link: str, cover: str) -> PageDeck:
    return PageDeck(
        id=item.id,
        path=shown_path(item.path),
        link=link,
        kind=_KINDS.get(item.media_type) or PurePosixPath(item.path).suffix[1:].upper(),
        size=item.size,
        pages=item.pages,
        title=item.title,
        language=item.language.tag,
        status=item.status,
        session=item.session_id,
        confidence=item.confidence,
        role=item.role,
        stands_for=item.duplicate_of or item.superseded_by or "",
        themes=tuple(numbers.themes[theme.id] for theme in item.themes),
        scores=tuple(theme.score for theme in item.themes),
        people=_named(item, EntityLabel.PERSON, numbers.people),
        organisations=_named(item, EntityLabel.ORG, numbers.organisations),
        places=_places(item),
        phrases=item.keyphrases[:SHOWN],
        cover=cover,
    )


def _named(item: Resource, label: EntityLabel, numbers: Mapping[str, int]) -> tuple[int, ...]:
    refs = (entity.ref or "" for entity in item.entities if entity.label is label)
    return tuple(dict.fromkeys(numbers[ref] for ref in refs if ref in numbers))


def _places(item: Resource) -> tuple[str, ...]:
    places = (entity.text for entity in item.entities if entity.label is EntityLabel.LOC)
    return tuple(islice(places, SHOWN))
