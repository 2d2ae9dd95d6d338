"""Reads the exports of Indico: an event with its contributions, or its timetable, as JSON.

The forms are those of Indico's HTTP API: `/export/event/ID.json?detail=contributions` (or
`sessions`, `subcontributions`) and `/export/timetable/ID.json`.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from lxml import html

from pipeline.programme.importing.draft import Draft, DraftSession
from pipeline.programme.importing.languages import language_tag
from pipeline.records.messages import message
from pipeline.records.programme import Person

Fields = dict[str, Any]

EVENT_KIND = message("an Indico event export")
TIMETABLE_KIND = message("an Indico timetable export")


def is_indico(document: object) -> bool:
    """Tell whether a JSON document is what Indico exports."""
    return isinstance(document, dict) and "results" in document and "count" in document


def read_indico(document: Fields) -> Draft:
    """Return what an export says; of several events, the first."""
    results = document["results"]
    if isinstance(results, dict):
        entries = [entry for days in results.values() for entry in _entries(days)]
        return Draft(kind=TIMETABLE_KIND, sessions=tuple(map(_contribution, entries)))
    event: Fields = next(iter(results), {})
    found: dict[object, Fields] = {}
    for entry in _contributions(event):
        found.setdefault(entry.get("db_id") or entry.get("id") or len(found), entry)
    return Draft(
        kind=EVENT_KIND,
        event=_text(event.get("title")) or None,
        days=_days(event),
        coordinators=_people(event.get("chairs")),
        sessions=tuple(map(_contribution, found.values())),
    )


def _contributions(event: Fields) -> Iterator[Fields]:
    for entry in event.get("contributions") or ():
        yield entry
        yield from ({**_dated(entry), **part} for part in entry.get("subContributions") or ())
    for session in event.get("sessions") or ():
        yield from _contributions(session)


def _dated(entry: Fields) -> Fields:
    """Return what a part of a contribution shares with the whole."""
    return {"startDate": entry.get("startDate")}


def _entries(days: Any) -> Iterator[Fields]:
    """Yield the contributions of a timetable; those of a session block stand in its `entries`."""
    for entry in days.values() if isinstance(days, dict) else ():
        if not isinstance(entry, dict):
            continue
        if entry.get("entryType") == "Contribution":
            yield entry
        else:
            yield from _entries(entry.get("entries") if "entryType" in entry else entry)


def _contribution(entry: Fields) -> DraftSession:
    people = entry.get("speakers") or entry.get("presenters") or entry.get("primaryauthors")
    tag = language_tag(str(entry.get("language") or ""))
    speakers = _people(people)
    return DraftSession(
        title=_text(entry.get("title")),
        date=_date(entry.get("startDate")),
        abstract=_text(entry.get("description")) or None,
        speakers=speakers,
        languages=((tag,) if tag else None) if speakers else (),
    )


def _people(people: Any) -> tuple[Person, ...]:
    entries = people.values() if isinstance(people, dict) else people or ()
    return tuple(person for entry in entries if (person := _person(entry)))


def _person(entry: Fields) -> Person | None:
    first = entry.get("first_name") or entry.get("firstName") or ""
    last = entry.get("last_name") or entry.get("familyName") or ""
    name = _text(f"{first} {last}") or _turned(_text(entry.get("fullName") or entry.get("name")))
    where = _text(entry.get("affiliation"))
    return Person(name=name, affiliation=where or None) if name else None


def _turned(name: str) -> str:
    """Return «AGUIRRE, Tomás» with the given name first."""
    last, comma, first = name.partition(", ")
    return f"{first} {last}" if comma else name


def _days(event: Fields) -> tuple[str, ...]:
    start, end = _date(event.get("startDate")), _date(event.get("endDate"))
    return tuple(dict.fromkeys(filter(None, (start, end)))) if start == end else ()


def _date(value: object) -> str | None:
    if isinstance(value, dict):
        value = value.get("date")
    return str(value)[:10] if value else None


def _text(value: object) -> str:
    text = str(value or "")
    if "<" in text:
        text = html.document_fromstring(text).text_content()
    return " ".join(text.split())
