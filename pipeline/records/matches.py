"""Where a deck belongs, and why."""

from __future__ import annotations

from enum import StrEnum
from typing import Annotated

from msgspec import Meta

from pipeline.records.base import Record
from pipeline.records.tags import Score


class Status(StrEnum):
    """How sure the match is."""

    MATCHED = "matched"
    REVIEW = "review"
    UNMATCHED = "unmatched"


class Role(StrEnum):
    """Which of several files for one session and language this one is."""

    CURRENT = "current"
    DUPLICATE = "duplicate"
    SUPERSEDED = "superseded"


class Evidence(Record, frozen=True):
    """One reason for a match, in words that staff understand."""

    signal: Annotated[str, Meta(description="The kind of evidence, a stable name.")]
    detail: Annotated[str, Meta(description="What was found, as a sentence.")]
    weight: Annotated[
        float, Meta(description="How much it speaks for the session; below 0: against it.")
    ]
    page: Annotated[int, Meta(ge=1, description="The page it stands on, from 1.")] | None = None


class Candidate(Record, frozen=True):
    """A session that a deck may belong to."""

    session_id: str
    confidence: Score


class Match(Record, frozen=True):
    """The outcome for one deck; candidates stand best first."""

    status: Status
    session_id: str | None
    confidence: Score
    evidence: tuple[Evidence, ...] = ()
    candidates: tuple[Candidate, ...] = ()


class Placement(Record, frozen=True):
    """Where a deck stands among all decks of the elective; pointers are paths."""

    match: Match
    role: Role = Role.CURRENT
    duplicate_of: str | None = None
    superseded_by: str | None = None
    translation_group: str | None = None
