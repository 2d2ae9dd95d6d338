"""What a person decided about a file."""

from __future__ import annotations

from typing import Annotated

from msgspec import Meta

from pipeline.records.base import Record


class Decision(Record, frozen=True, omit_defaults=True):
    """A person's word on one file, which wins over all evidence; what is left out stays open.

    `session` is the id of a session, or `none` for a file that belongs to no session.
    """

    path: Annotated[str, Meta(description="Where the file was when this was decided.")]
    session: Annotated[str, Meta(description="Id of a session, or none.")] | None = None
    language: Annotated[str, Meta(description="BCP 47 tag of its language.")] | None = None
    supersedes: (
        Annotated[str, Meta(description="Path of the file of which it is a newer version.")] | None
    ) = None


#: What stands for 'no session' in a decision.
NO_SESSION = "none"

#: Decisions by the SHA-256 of the file they are about.
Decisions = dict[str, Decision]


class StaleDecision(Record, frozen=True):
    """A decision that no longer applies."""

    path: Annotated[str, Meta(description="Where the file was when this was decided.")]
    reason: Annotated[str, Meta(description="Why it no longer applies, and what to do.")]
