"""Where and when themes are spoken of, from what resources and sessions are tagged with."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence

from pipeline.records.index import IndexedDay, IndexedSession, IndexedTheme, Resource
from pipeline.records.matches import Role
from pipeline.tag import roll_up


def days_of(sessions: Sequence[IndexedSession]) -> tuple[IndexedDay, ...]:
    """Return the days on which there are sessions, in order; sessions without one are left out."""
    found: defaultdict[tuple[int, str], list[IndexedSession]] = defaultdict(list)
    for session in sessions:
        if session.day is not None or session.date is not None:
            found[session.day or 0, session.date or ""].append(session)
    return tuple(
        IndexedDay(
            day=number or None,
            date=date or None,
            sessions=tuple(session.id for session in found[number, date]),
            themes=roll_up(session.themes for session in found[number, date]),
        )
        for number, date in sorted(found)
    )


def themes_of(
    sessions: Sequence[IndexedSession], resources: Sequence[Resource]
) -> tuple[IndexedTheme, ...]:
    """Return every theme once with all that speaks of it, by URI."""
    labels: dict[str, dict[str, str]] = {}
    spoken_in: defaultdict[str, list[str]] = defaultdict(list)
    said_in: defaultdict[str, list[str]] = defaultdict(list)
    for resource in resources:
        if resource.role is Role.CURRENT:
            for theme in resource.themes:
                labels[theme.id] = theme.label
                said_in[theme.id].append(resource.id)
    for session in sessions:
        for theme in session.themes:
            spoken_in[theme.id].append(session.id)
    return tuple(
        IndexedTheme(
            id=id_,
            label=labels[id_],
            resources=tuple(said_in[id_]),
            sessions=tuple(spoken_in[id_]),
        )
        for id_ in sorted(labels)
    )
