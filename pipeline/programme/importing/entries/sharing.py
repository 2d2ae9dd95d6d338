"""Gives sessions the languages of slides that are told for all of them, or elsewhere."""

from __future__ import annotations

from collections.abc import Sequence

import msgspec

from pipeline.programme.importing.draft import DraftSession
from pipeline.programme.importing.entries.general import default_languages, exceptions
from pipeline.programme.importing.entries.pieces import Piece
from pipeline.records.messages import Message, message

FOR_ALL = message("The languages are those that are told for all talks.")
NONE_TOLD = message("No slides are expected, as none are said to be available.")


def with_languages(
    sessions: Sequence[DraftSession], more: Sequence[bool], apart: Sequence[Piece]
) -> tuple[DraftSession, ...]:
    """Return the sessions with the languages that pieces apart from them tell.

    `more` tells which of them have languages beside those of all: «slides also in Spanish».
    Where half of them or more say what slides they have, those that do not have none.
    """
    every = default_languages(piece.stated for piece in apart)
    surnames = {one.name.split()[-1] for session in sessions for one in session.speakers}
    other = exceptions(apart, surnames)
    most = 2 * sum(one.languages is not None for one in sessions) >= len(sessions)
    found = []
    for session, is_more in zip(sessions, more, strict=True):
        told = [other[name] for one in session.speakers if (name := one.name.split()[-1]) in other]
        if told and session.languages is None:
            tags, beside = told[0]
            found.append(_added(session, tags, every if beside else None))
        elif session.languages is not None:
            found.append(
                _added(session, session.languages, every if is_more and session.languages else None)
            )
        elif every:
            found.append(_inferred(session, every, FOR_ALL))
        else:
            found.append(_inferred(session, (), NONE_TOLD) if most else session)
    return tuple(found)


def _added(
    session: DraftSession, tags: tuple[str, ...], every: tuple[str, ...] | None
) -> DraftSession:
    languages = tuple(dict.fromkeys((*(every or ()), *tags)))
    return msgspec.structs.replace(session, languages=languages)


def _inferred(session: DraftSession, tags: tuple[str, ...], why: Message) -> DraftSession:
    return msgspec.structs.replace(session, languages=tags, inferred=(*session.inferred, why))
