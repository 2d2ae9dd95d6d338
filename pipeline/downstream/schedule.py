"""The index as a conference schedule: `schedule.json` as frab and pretalx export it.

The form is version 1 of the schema at https://c3voc.de/schedule/schema.json. What a programme does
not know is given the value that says so: `00:00` for hours, the elective as the room.
"""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date, timedelta
from typing import Any

from pipeline import __version__
from pipeline.downstream.common import address, guid, materials, one, resources_by_id
from pipeline.records.index import Index, IndexedSession, Resource
from pipeline.text import slug

SCHEMA = "https://c3voc.de/schedule/schema.json"
#: Where no day is known at all.
NO_DAY = "1970-01-01"
#: No hour and no length are known.
UNKNOWN = "00:00"

#: Days of a longer elective are listed only where something is held.
LONGEST = 62

Fields = dict[str, Any]


def as_schedule(index: Index) -> Fields:
    """Return the schedule; sessions without a day stand on the first."""
    elective = index.elective
    days = _days(index)
    return {
        "$schema": SCHEMA,
        "generator": {"name": index.generator.name, "version": __version__},
        "schedule": {
            "version": index.schema_version,
            "conference": {
                "acronym": _acronym(index),
                "title": one(elective.title) or one(elective.event) or elective.id,
                "start": days[0],
                "end": days[-1],
                "daysCount": len(days),
                "timeslot_duration": "00:05",
                "meta": {"event": one(elective.event), "languages": list(elective.languages)},
                "days": _held_on(days, index),
            },
        },
    }


def _days(index: Index) -> list[str]:
    dates = {session.date for session in index.sessions if session.date}
    first, last = index.elective.start, index.elective.end
    known = sorted(dates | {day for day in (first, last) if day})
    if not known:
        return [NO_DAY]
    start, end = date.fromisoformat(known[0]), date.fromisoformat(known[-1])
    if (end - start).days > LONGEST:
        return known
    return [(start + timedelta(step)).isoformat() for step in range((end - start).days + 1)]


def _held_on(days: list[str], index: Index) -> list[Fields]:
    resources = resources_by_id(index)
    events: dict[str, list[Fields]] = {day: [] for day in days}
    for number, session in enumerate(index.sessions, 1):
        day = session.date or _of_number(session.day, days)
        events[day].append(_event(number, session, day, index, resources))
    return [_day(number, day, events[day], _room(index)) for number, day in enumerate(days, 1)]


def _day(number: int, day: str, events: list[Fields], room: str) -> Fields:
    after = (date.fromisoformat(day) + timedelta(1)).isoformat()
    return {
        "index": number,
        "date": day,
        "day_start": f"{day}T00:00:00+00:00",
        "day_end": f"{after}T00:00:00+00:00",
        "rooms": {room: events} if events else {},
    }


def _of_number(number: int | None, days: list[str]) -> str:
    return days[number - 1] if number and number <= len(days) else days[0]


def _event(
    number: int,
    session: IndexedSession,
    day: str,
    index: Index,
    resources: Mapping[str, Resource],
) -> Fields:
    name = guid(index, f"session:{session.id}")
    languages = (*session.languages.available, *session.languages.expected, "")
    return {
        "id": number,
        "guid": str(name),
        "date": f"{day}T00:00:00+00:00",
        "start": UNKNOWN,
        "duration": UNKNOWN,
        "room": _room(index),
        "slug": _slug(session.id),
        "url": f"urn:uuid:{name}",
        "title": one(session.title) or ", ".join(person.name for person in session.speakers),
        "subtitle": "",
        "track": None,
        "type": "talk",
        "language": languages[0],
        "abstract": one(session.abstract),
        "description": "",
        "persons": [
            {
                "guid": str(guid(index, f"person:{speaker.id}")),
                "name": speaker.name,
                "organization": speaker.affiliation or "",
            }
            for speaker in session.speakers
        ],
        "links": [],
        "attachments": [
            {
                "title": item.title or item.path,
                "url": address(item),
                "type": "slides",
                "language": item.language.tag,
                "media_type": item.media_type,
            }
            for item in materials(resources, session)
        ],
    }


def _room(index: Index) -> str:
    number = index.elective.number
    return "Elective" if number is None else f"Elective {number}"


def _slug(name: str) -> str:
    """Return a session's id as the schema wants it: two letters at least, none of them last `-`."""
    return f"session-{name.strip('-') or 'x'}" if len(name) < 2 or name.endswith("-") else name


def _acronym(index: Index) -> str:
    return slug(f"elective {index.elective.id}").replace("-", "_")
