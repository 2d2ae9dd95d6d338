"""What must hold between the fields of a programme, beyond the shape of each."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import suppress
from datetime import date

from pipeline.programme.document import Document
from pipeline.programme.problems import Mistake

Fields = dict[str, object]


def conflicts_in(document: Document) -> Iterator[Mistake]:
    """Yield the mistakes between fields; what breaks the schema is passed over, never trusted."""
    programme = _fields(document.data)
    listed = programme.get("sessions")
    sessions = [_fields(entry) for entry in listed] if isinstance(listed, list) else []
    yield from _ids_given_twice(sessions, document)
    start, end = _day(programme.get("start")), _day(programme.get("end"))
    if start and end and end < start:
        message = f"the end {end} lies before the start {start}. Correct one of them."
        yield Mistake(document.lines["end",], message)
    else:
        yield from _days_outside(start, end, sessions, document)


def _ids_given_twice(sessions: list[Fields], document: Document) -> Iterator[Mistake]:
    first: dict[str, int] = {}
    for index, session in enumerate(sessions):
        name = session.get("id")
        if not isinstance(name, str):
            continue
        line = document.lines["sessions", index, "id"]
        if name in first:
            message = f"the id '{name}' is taken by the session on line {first[name]}. "
            yield Mistake(line, message + "Give each session an id of its own.")
        first.setdefault(name, line)


def _days_outside(
    start: date | None, end: date | None, sessions: list[Fields], document: Document
) -> Iterator[Mistake]:
    for index, session in enumerate(sessions):
        day = _day(session.get("date"))
        line = document.lines.get(("sessions", index, "date"), 1)
        if day and start and day < start:
            remedy = f"lies before the start {start}. Correct it, or the start."
        elif day and end and day > end:
            remedy = f"lies after the end {end}. Correct it, or the end."
        else:
            continue
        yield Mistake(line, f"the date {day} {remedy}")


def _fields(value: object) -> Fields:
    return value if isinstance(value, dict) else {}


def _day(value: object) -> date | None:
    with suppress(ValueError):
        return date.fromisoformat(value) if isinstance(value, str) else None
    return None
