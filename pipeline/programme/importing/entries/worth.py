"""Tells how well a reading explains a document, so that one of two can be taken."""

from __future__ import annotations

from collections.abc import Sequence

from pipeline.programme.importing.affiliations import ROLE
from pipeline.programme.importing.draft import DraftSession
from pipeline.programme.importing.entries.people import name_score
from pipeline.programme.importing.entries.vocabulary import PROFESSION
from pipeline.text import fold, words

#: A title of more characters is a sentence or several.
LONGEST_TITLE = 160
#: More speakers than this say no more for a session.
MOST_SPEAKERS = 4


def worth(sessions: Sequence[DraftSession], *, dated: bool) -> float:
    """Return the sum of what sessions are worth: 1 for each that is whole, more for several.

    `dated` tells that the document has days.
    """
    seen: set[tuple[object, ...]] = set()
    total = 0.0
    for session in sessions:
        value = _worth(session)
        if dated and not (session.day or session.date):
            value -= 0.5
        key = (session.day, session.date, session.title, session.speakers)
        people = min(len(session.speakers), MOST_SPEAKERS)
        total += -0.5 if key in seen else value * (1 + (people - 1) / 2)
        seen.add(key)
    return total


def _worth(session: DraftSession) -> float:
    title = str(session.title)
    value = 1.0 if title else 0.3
    if len(title) > LONGEST_TITLE:
        value -= 0.4
    if PROFESSION.match(fold(title)) or ROLE.match(title):
        value -= 0.8
    named = words(title)
    for person in session.speakers:
        value -= 1.5 if name_score(person.name, frozenset()) < 0 else 0.0
        surname = words(person.name)[-2:]
        value -= 0.5 if len(surname) > 1 and set(surname) <= set(named) else 0.0
    return value
