"""Assembles the index from what the stages found; it decides nothing."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Mapping, Sequence

from pipeline.emit.themes import days_of, themes_of
from pipeline.records.base import Record
from pipeline.records.decisions import StaleDecision
from pipeline.records.files import InboxFile, Inventory
from pipeline.records.index import (
    SCHEMA_VERSION,
    Elective,
    Generator,
    Index,
    IndexedSession,
    ProgrammeSource,
    Resource,
    SessionLanguages,
    Speaker,
)
from pipeline.records.matches import Placement, Role, Status
from pipeline.records.programme import Person, Programme, Session, variants
from pipeline.records.readings import Summary
from pipeline.tag import Names, gather_names, roll_up
from pipeline.text import slug


class Placed(Record, frozen=True):
    """A file with all that is known of it."""

    file: InboxFile
    summary: Summary
    placement: Placement


def assemble(
    programme: Programme,
    inventory: Inventory,
    placed: Sequence[Placed],
    generator: Generator,
    stale_decisions: tuple[StaleDecision, ...] = (),
) -> Index:
    """Return the index; the same for the same input, in whatever order the input comes."""
    placed = sorted(placed, key=lambda item: item.file.path)
    ids = resource_ids([item.file for item in placed])
    names = gather_names(
        programme,
        {ids[item.file.path]: item.summary.tags.entities for item in placed},
        _translations(placed, ids),
    )
    resources = tuple(_resource(item, ids, names) for item in placed)
    matched: defaultdict[str | None, list[Resource]] = defaultdict(list)
    for resource in resources:
        if resource.status is Status.MATCHED:
            matched[resource.session_id].append(resource)
    sessions = tuple(
        _session(session, matched[session.id], names) for session in programme.sessions
    )
    return Index(
        schema_version=SCHEMA_VERSION,
        generator=generator,
        elective=_elective(programme, sessions, names),
        sessions=sessions,
        resources=resources,
        people=names.people,
        organisations=names.organisations,
        places=names.places,
        events=names.events,
        works=names.works,
        rejected=tuple(sorted(inventory.rejected, key=lambda item: item.path)),
        ignored=tuple(sorted(inventory.ignored, key=lambda item: item.path)),
        days=days_of(sessions),
        themes=themes_of(sessions, resources),
        stale_decisions=stale_decisions,
    )


def _translations(placed: Sequence[Placed], ids: Mapping[str, str]) -> list[list[str]]:
    groups: defaultdict[str, list[str]] = defaultdict(list)
    for item in placed:
        if item.placement.translation_group and item.placement.role is Role.CURRENT:
            groups[item.placement.translation_group].append(ids[item.file.path])
    return list(groups.values())


def resource_ids(files: Sequence[InboxFile]) -> dict[str, str]:
    """Return an id for each path: of the content, numbered where contents are the same."""
    seen: Counter[str] = Counter()
    ids = {}
    for file in sorted(files, key=lambda item: item.path):
        stem = f"r-{file.sha256[:12]}"
        seen[stem] += 1
        ids[file.path] = stem if seen[stem] == 1 else f"{stem}-{seen[stem]}"
    return ids


def _resource(item: Placed, ids: dict[str, str], names: Names) -> Resource:
    file, summary, placement = item.file, item.summary, item.placement
    match = placement.match
    return Resource(
        id=ids[file.path],
        path=file.path,
        sha256=file.sha256,
        size=file.size,
        media_type=file.media_type,
        pages=summary.pages,
        title=summary.title,
        language=summary.language,
        status=match.status,
        session_id=match.session_id,
        confidence=match.confidence,
        evidence=match.evidence,
        candidates=match.candidates,
        role=placement.role,
        duplicate_of=ids.get(placement.duplicate_of or ""),
        superseded_by=ids.get(placement.superseded_by or ""),
        translation_group=placement.translation_group,
        themes=summary.tags.themes,
        entities=tuple(map(names.settle, summary.tags.entities)),
        keyphrases=summary.tags.keyphrases,
        warnings=summary.warnings,
    )


def _session(session: Session, materials: list[Resource], names: Names) -> IndexedSession:
    current = [resource for resource in materials if resource.role is Role.CURRENT]
    available = {resource.language.tag for resource in current}
    order = [*session.languages, *sorted(available - set(session.languages))]
    return IndexedSession(
        id=session.id,
        title=session.title,
        abstract=session.abstract,
        day=session.day,
        date=session.date,
        speakers=tuple(_speaker(person, names) for person in session.speakers),
        materials=_one_per_language_first(materials, order),
        languages=SessionLanguages(
            expected=session.languages,
            available=tuple(tag for tag in order if tag in available),
            missing=tuple(tag for tag in session.languages if tag not in available),
        ),
        themes=roll_up(resource.themes for resource in current),
    )


def _one_per_language_first(materials: list[Resource], order: list[str]) -> tuple[str, ...]:
    by_language: dict[str, list[Resource]] = defaultdict(list)
    for resource in sorted(materials, key=lambda item: item.role is not Role.CURRENT):
        by_language[resource.language.tag].append(resource)
    tags = [tag for tag in order if tag in by_language]
    tags += sorted(by_language.keys() - set(tags))
    first = [by_language[tag][0].id for tag in tags]
    return (*first, *(resource.id for tag in tags for resource in by_language[tag][1:]))


def _speaker(person: Person, names: Names) -> Speaker:
    return Speaker(
        id=names.of(person),
        name=person.name,
        affiliation=person.affiliation,
        language=person.language,
    )


def _elective(programme: Programme, sessions: Sequence[IndexedSession], names: Names) -> Elective:
    event = next(variants(programme.event), "")
    number = "" if programme.elective is None else f" elective {programme.elective}"
    return Elective(
        id=slug(f"{event}{number}") or "elective",
        event=programme.event,
        number=programme.elective,
        title=programme.title,
        start=programme.start,
        end=programme.end,
        languages=programme.languages,
        coordinators=tuple(_speaker(person, names) for person in programme.coordinators),
        themes=roll_up(session.themes for session in sessions),
        programme=_source(programme),
    )


def _source(programme: Programme) -> ProgrammeSource | None:
    if programme.source is None:
        return None
    return ProgrammeSource(source=programme.source, inferred=programme.inferred)
