"""Says of an index what stands open: what is missing, to decide, refused."""

from __future__ import annotations

import shlex
from collections.abc import Iterator
from pathlib import Path

from pipeline.records.base import Record
from pipeline.records.index import Index, IndexedSession, Resource, Speaker
from pipeline.records.matches import Candidate, Status
from pipeline.records.programme import variants

#: The inbox that commands take where none is named.
INBOX = Path("inbox")

#: The reasons that weigh most come first; more than these tell a person nothing new.
MOST_REASONS = 4
#: Below this confidence a session is not offered: it would be shown as 0%.
LIKELY = 0.005


class Gap(Record, frozen=True):
    """A session that lacks materials, and what it lacks: BCP 47 tags."""

    session: IndexedSession
    missing: tuple[str, ...]


def needs_a_person(index: Index) -> bool:
    """Tell whether anything is open: a review, a rejected file, a missing material."""
    return bool(to_review(index) or index.rejected or list(gaps(index)))


def to_review(index: Index) -> list[Resource]:
    """Return the resources that a person must look at."""
    return [item for item in index.resources if item.status is Status.REVIEW]


def strangers(index: Index) -> list[Resource]:
    """Return the resources that belong to no session."""
    return [item for item in index.resources if item.status is Status.UNMATCHED]


def likely(item: Resource) -> list[Candidate]:
    """Return the sessions that a resource may belong to, without those of no chance to speak of."""
    return [one for one in item.candidates if one.confidence >= LIKELY]


def gaps(index: Index) -> Iterator[Gap]:
    """Yield each session that lacks expected materials, in the order of the programme."""
    for session in index.sessions:
        if session.languages.missing:
            yield Gap(session=session, missing=session.languages.missing)


def gaps_by_speaker(index: Index) -> dict[str, tuple[Speaker, list[Gap]]]:
    """Return for each speaker, by id, the sessions of theirs that lack materials."""
    found: dict[str, tuple[Speaker, list[Gap]]] = {}
    for gap in gaps(index):
        for speaker in gap.session.speakers:
            found.setdefault(speaker.id, (speaker, []))[1].append(gap)
    return found


def title_of(session: IndexedSession, language: str = "") -> str:
    """Return the session's title, in the language where it is given in several; else its id."""
    if isinstance(session.title, dict) and language in session.title:
        return session.title[language]
    return next(variants(session.title), "") or session.id


def speakers_of(session: IndexedSession) -> str:
    """Return the names of the session's speakers."""
    return ", ".join(speaker.name for speaker in session.speakers)


def assign_command(item: Resource, inbox: Path | str) -> str:
    """Return the command by which a person puts a file on its session."""
    where = "" if inbox == INBOX else f" --inbox {shlex.quote(str(inbox))}"
    return f"elective-index assign {quoted(item.path)} {item.session_id or 'SESSION'}{where}"


def quoted(path: str) -> str:
    """Return a path as a shell takes it, in quotation marks that people know where they will do."""
    return shlex.quote(path) if set(path) & set('"$`\\!') else f'"{path}"'
