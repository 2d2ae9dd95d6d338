"""Reads iCalendar files (RFC 5545): an event of the calendar is a session."""

from __future__ import annotations

import re
from datetime import date, datetime
from typing import Any

from icalendar import Calendar, Component

from pipeline.programme.importing.draft import Draft, DraftSession
from pipeline.programme.importing.labels import label
from pipeline.programme.importing.languages import listed_languages
from pipeline.programme.importing.people import listed_people
from pipeline.programme.importing.tables import BREAKS
from pipeline.records.messages import message
from pipeline.records.programme import Person
from pipeline.text import fold

KIND = message("a calendar, iCalendar")

#: How pretalx ends a summary: « - Amara Nwosu, Marco Ferrari».
_CREDITED = re.compile(r"^(?P<title>.+?)\s+[-–—]\s+(?P<people>[^-–—]+)$")
_NAME = re.compile(r"^(?:[^\W\d_][\w.’'-]*\s+){1,4}[^\W\d_][\w.’'-]*$")


def read_calendar(content: bytes) -> Draft:
    """Return what a calendar says.

    Raises ValueError when it is no calendar.
    """
    calendar = Calendar.from_ical(content)
    events = sorted(calendar.walk("VEVENT"), key=_when)
    sessions = [_session(event) for event in events]
    kept = [session for session in sessions if session.speakers or not _is_break(session)]
    return Draft(
        kind=KIND,
        event=_text(calendar.get("X-WR-CALNAME") or calendar.get("NAME")) or None,
        sessions=tuple(kept),
        left_out=tuple(str(session.title) for session in sessions if session not in kept),
    )


def _session(event: Component) -> DraftSession:
    title = _text(event.get("SUMMARY"))
    told = dict(_labelled(str(event.get("DESCRIPTION") or "")))
    speakers = listed_people(told["speakers"]) if "speakers" in told else _attending(event)
    if not speakers:
        title, speakers = _credited(title)
    return DraftSession(
        title=title,
        date=_when(event)[:10] or None,
        abstract=told.get("abstract") or None,
        speakers=speakers,
        languages=listed_languages(told["languages"]) if "languages" in told else None,
    )


def _labelled(description: str) -> list[tuple[str, str]]:
    """Return the lines such as «Speakers: …» by field, and the rest as the abstract."""
    lines = [line.strip() for line in description.splitlines()]
    told = [(found.field, found.value) for line in lines if (found := label(line))]
    rest = " ".join(
        line for line in lines if line and not label(line) and not line.startswith("http")
    )
    return [*told, ("abstract", rest)]


def _attending(event: Component) -> tuple[Person, ...]:
    listed: Any = event.get("ATTENDEE") or ()
    entries = listed if isinstance(listed, list) else [listed]
    names = (str(entry.params.get("CN") or "") for entry in entries if hasattr(entry, "params"))
    return tuple(Person(name=name.strip()) for name in names if _NAME.match(name.strip()))


def _credited(title: str) -> tuple[str, tuple[Person, ...]]:
    parts = _CREDITED.match(title)
    names = [name.strip() for name in parts["people"].split(",")] if parts else []
    if not parts or not all(_NAME.match(name) and name.istitle() for name in names):
        return title, ()
    return parts["title"], tuple(Person(name=name) for name in names)


def _is_break(session: DraftSession) -> bool:
    return bool(BREAKS.match(fold(str(session.title))))


def _when(event: Component) -> str:
    start = event.get("DTSTART")
    when = start.dt if start is not None else None
    return when.isoformat() if isinstance(when, (date, datetime)) else ""


def _text(value: object) -> str:
    return " ".join(str(value or "").split())
