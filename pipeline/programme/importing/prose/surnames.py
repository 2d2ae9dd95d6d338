"""Calls speakers by the full name that an announcement has elsewhere: «Mme Ndiaye», Awa Ndiaye."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

import msgspec

from pipeline.programme.importing.draft import DraftSession
from pipeline.programme.importing.entries.people import name_score
from pipeline.programme.importing.prose.lexicon import Lexicon
from pipeline.programme.importing.prose.mentions import Mention, mentions
from pipeline.records.messages import message
from pipeline.records.programme import Person
from pipeline.text import fold


def with_full_names(
    sessions: Sequence[DraftSession], lines: Iterable[str], lexicon: Lexicon
) -> tuple[DraftSession, ...]:
    """Return the sessions with full names where just one person in the text has the surname.

    What only tells of talks again, by surnames, is no session of its own.
    """
    alone = {one.name for session in sessions for one in session.speakers if " " not in one.name}
    if not alone:
        return tuple(sessions)
    known = _full_names(alone, lines, lexicon)
    whole = {one.name for session in sessions for one in session.speakers} - alone
    return tuple(
        _named(session, known)
        for session in sessions
        if not all(one.name in known and known[one.name].name in whole for one in session.speakers)
    )


def _full_names(
    surnames: Iterable[str], lines: Iterable[str], lexicon: Lexicon
) -> dict[str, Mention]:
    """Return whoever has one of the surnames, where nobody else has it."""
    found: dict[str, dict[str, Mention]] = {}
    wanted = {fold(name): name for name in surnames}
    for line in lines:
        for one in mentions(line, lexicon):
            surname = wanted.get(fold(one.name).rpartition(" ")[2])
            if surname and " " in one.name and name_score(one.name, frozenset()) >= 2:
                found.setdefault(surname, {}).setdefault(fold(one.name), one)
    return {
        surname: next(iter(people.values()))
        for surname, people in found.items()
        if len(people) == 1
    }


def _named(session: DraftSession, known: dict[str, Mention]) -> DraftSession:
    speakers = tuple(_called(one, known.get(one.name)) for one in session.speakers)
    settled = [
        message("Only the surname of {name} is known.", name=one.name)
        for one in session.speakers
        if one.name in known
    ]
    check = tuple(one for one in session.check if one not in settled)
    return msgspec.structs.replace(session, speakers=speakers, check=check)


def _called(person: Person, found: Mention | None) -> Person:
    if found is None:
        return person
    affiliation = person.affiliation or found.affiliation
    return msgspec.structs.replace(person, name=found.name, affiliation=affiliation)
