"""A programme as it was understood from something else, with what a person should check."""

from __future__ import annotations

import msgspec

from pipeline.records.base import Record
from pipeline.records.messages import Message
from pipeline.records.programme import Person, Text


class DraftSession(Record, frozen=True):
    """A session; `languages` is None where the source says nothing of its slides.

    `sources` are the sentences or lines it was understood from, as they stand there. `inferred`
    tells what the source does not say in so many words, `check` what a person should look at.
    """

    title: Text = ""
    id: str | None = None
    day: int | None = None
    date: str | None = None
    abstract: Text | None = None
    speakers: tuple[Person, ...] = ()
    languages: tuple[str, ...] | None = None
    sources: tuple[str, ...] = ()
    inferred: tuple[Message, ...] = ()
    check: tuple[Message, ...] = ()


class Draft(Record, frozen=True):
    """A programme to check. `kind` names what it was read from, in words for staff.

    `days` are the dates of the event in order, where the source says them. A date without its
    year is `--MM-DD`, as ISO 8601:2000 writes it, until the draft is completed with the `year`.
    `sources` maps a field of the programme to the sentence it was understood from. `left_out`
    are the entries that were taken for no presentation.
    """

    kind: Message
    sessions: tuple[DraftSession, ...]
    event: Text | None = None
    elective: int | str | None = None
    title: Text | None = None
    languages: tuple[str, ...] = ()
    days: tuple[str, ...] = ()
    year: int | None = None
    coordinators: tuple[Person, ...] = ()
    sources: dict[str, str] = msgspec.field(default_factory=dict)
    check: tuple[Message, ...] = ()
    left_out: tuple[str, ...] = ()
