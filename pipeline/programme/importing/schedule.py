"""Reads the schedules that frab and pretalx export: `schedule.json` and `schedule.xml`.

The forms are those of the published schemas at https://c3voc.de/schedule: version 1, in which
days hold rooms that hold events, and the flat version 2, in which events stand in one list.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from contextlib import suppress
from datetime import datetime
from typing import Any

from lxml import etree, html

from pipeline.programme.importing.draft import Draft, DraftSession
from pipeline.programme.importing.languages import language_tag
from pipeline.records.messages import message
from pipeline.records.programme import Person
from pipeline.text import slug

Fields = dict[str, Any]

_PLACED = re.compile(r"^(?P<name>[^()]+?)\s+\((?P<where>[^()]+)\)$")

JSON_KIND = message("a conference schedule, schedule.json")
XML_KIND = message("a conference schedule, schedule.xml")


def is_schedule(document: object) -> bool:
    """Tell whether a JSON document is a schedule in one of both versions."""
    return isinstance(document, dict) and "conference" in _fields(_schedule(document))


def read_schedule_json(document: Fields) -> Draft:
    """Return what a schedule of either version says."""
    schedule = _schedule(document)
    conference = _fields(schedule["conference"])
    listed = conference.get("days")
    days = [_fields(day) for day in listed] if isinstance(listed, list) else []
    flat = [_fields(event) for event in schedule.get("events") or ()]
    sessions = [_session(event, _day_of(event, days)) for event in flat]
    return Draft(
        kind=JSON_KIND,
        event=_text(conference.get("title")) or None,
        languages=_tags(conference.get("languages") or ()),
        days=_days(days),
        sessions=tuple(sessions or _by_day(days)),
    )


def read_schedule_xml(root: etree._Element) -> Draft:
    """Return what a `schedule.xml` says; it is version 1 in other clothes."""
    days = [
        (day.get("index"), day.get("date"), list(day.iter("event"))) for day in root.iter("day")
    ]
    return Draft(
        kind=XML_KIND,
        event=_text(root.findtext("conference/title")) or None,
        days=_days({"date": when} for _, when, _ in days),
        sessions=tuple(
            _session(_event(event), {"index": index, "date": when})
            for index, when, events in days
            for event in events
        ),
    )


def _schedule(document: Fields) -> Fields:
    """Return the schedule, which some exports wrap in a field of its own."""
    return _fields(document.get("schedule")) or document


def _by_day(days: Iterable[Fields]) -> Iterator[DraftSession]:
    for day in days:
        for events in _fields(day.get("rooms")).values():
            yield from (_session(_fields(event), day) for event in events or ())


def _day_of(event: Fields, days: Iterable[Fields]) -> Fields | None:
    """Return the day within whose hours a flat event starts; a night belongs to the day before."""
    with suppress(ValueError, TypeError):
        start = datetime.fromisoformat(str(event.get("start")))
        for day in days:
            first, last = (datetime.fromisoformat(str(day.get(end))) for end in ("start", "end"))
            if first <= start < last:
                return day
    return None


def _session(event: Fields, day: Fields | None) -> DraftSession:
    """Return one event; the day is the one it is listed under, so after midnight too."""
    told = _text(event.get("title")).rstrip(": "), _text(event.get("subtitle"))
    title = ": ".join(filter(None, told))
    listed = _number(day.get("index")) if day else None
    when = (day or {}).get("date") or event.get("date") or event.get("start")
    people = event.get("persons") or event.get("participants") or ()
    tag = language_tag(str(event.get("language") or ""))
    speakers = tuple(person for entry in people if (person := _person(_fields(entry))))
    code = event.get("code") or event.get("slug") or event.get("id") or event.get("guid")
    return DraftSession(
        id=slug(str(code)) or None if code else None,
        title=title,
        day=listed or None,
        date=str(when)[:10] if when else None,
        abstract=_text(event.get("abstract")) or _text(event.get("description")) or None,
        speakers=speakers,
        languages=((tag,) if tag else None) if speakers else (),
    )


def _person(entry: Fields) -> Person | None:
    name = _text(entry.get("public_name") or entry.get("name") or entry.get("full_public_name"))
    where = _text(entry.get("organization") or entry.get("affiliation"))
    # frab has no field for it, so people write «Chloé Berthélémy (EDRi)».
    placed = _PLACED.match(name)
    if placed and not where:
        name, where = placed["name"], placed["where"]
    return Person(name=name, affiliation=where or None) if name else None


def _event(element: etree._Element) -> Fields:
    fields: Fields = {child.tag: child.text for child in element if isinstance(child.tag, str)}
    people = [{"name": person.text} for person in element.iterfind("persons/person")]
    return fields | {"persons": people, "id": element.get("id"), "code": element.get("code")}


def _days(days: Iterable[object]) -> tuple[str, ...]:
    dates = [str(_fields(day).get("date") or "")[:10] for day in days]
    return tuple(dates) if all(dates) and dates == sorted(set(dates)) else ()


def _tags(languages: Iterable[object]) -> tuple[str, ...]:
    return tuple(filter(None, (language_tag(str(language)) for language in languages)))


def _number(value: object) -> int:
    return int(str(value)) if str(value).isdigit() else 0


def _fields(value: object) -> Fields:
    return value if isinstance(value, dict) else {}


def _text(value: object) -> str:
    """Return a text without its markup; of one in several languages, the first that is there."""
    if isinstance(value, dict):
        value = next(filter(None, value.values()), "")
    text = str(value or "")
    if "<" in text and text.strip():
        text = html.document_fromstring(text).text_content()
    return " ".join(text.split())
