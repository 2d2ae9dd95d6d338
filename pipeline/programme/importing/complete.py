"""Completes a draft: years, days and dates from one another, languages, ids."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence
from datetime import date, timedelta

import msgspec

from pipeline.programme.ids import distinct
from pipeline.programme.importing.dates import in_year
from pipeline.programme.importing.draft import Draft, DraftSession
from pipeline.records.messages import message
from pipeline.text import slug

#: Names of more speakers than this make an id too long to be read.
NAMES_IN_ID = 2
#: What goes on for more days than this may be a series, of which only some are meant.
LONGEST_EVENT = 7


def complete(draft: Draft) -> Draft:
    """Return the draft with all that follows from what it says."""
    check = list(draft.check)
    year = _year(draft)
    if year is None and any(_is_partial(session.date) for session in draft.sessions):
        check.append(message("The year is not known, so the dates were left out. Add them."))
    days = tuple(day for day in draft.days if not _is_partial(day))
    partial = _partial(draft)
    sessions = [_with_year(session, year, days, partial) for session in draft.sessions]
    sessions = _within(sessions, days)
    dates = {session.date for session in sessions if session.date}
    if dates and _is_series(days, dates):
        days = tuple(sorted(dates))
        # Of the weeks in between none is a day of the series.
        sessions = [msgspec.structs.replace(one, day=None) if one.date else one for one in sessions]
    elif not dates <= set(days):
        days = _days_of((*dates, *days))
    sessions = [_dated(session, days) for session in sessions]
    languages = draft.languages
    if not languages and (languages := _languages_of(sessions)):
        check.append(message("The languages are those of the sessions taken together."))
    return msgspec.structs.replace(
        draft,
        days=days,
        languages=languages,
        sessions=tuple(_identified(sessions)),
        check=tuple(check),
    )


def _year(draft: Draft) -> int | None:
    dates = [*draft.days, *(session.date for session in draft.sessions)]
    return next((int(day[:4]) for day in dates if day and not _is_partial(day)), draft.year)


def _partial(draft: Draft) -> Sequence[str | None]:
    """Return the dates without a year by which days are counted, of days without sessions too."""
    told = list(dict.fromkeys(one.date for one in draft.sessions if _is_partial(one.date)))
    announced = [day for day in draft.days if _is_partial(day)]
    return announced if len(announced) <= LONGEST_EVENT and {*told} <= {*announced} else told


def _is_partial(day: str | None) -> bool:
    return day is not None and day.startswith("--")


def _with_year(
    session: DraftSession, year: int | None, days: Sequence[str], partial: Sequence[str | None]
) -> DraftSession:
    """Return the session with its whole date; where the year is not known, with its day alone."""
    if session.date is None or not _is_partial(session.date):
        return session
    month, day_of_month = int(session.date[2:4]), int(session.date[5:7])
    whole = in_year(month, day_of_month, days, year) if year else None
    day = session.day if whole else session.day or partial.index(session.date) + 1
    return msgspec.structs.replace(session, date=whole.isoformat() if whole else None, day=day)


def _within(sessions: list[DraftSession], days: Sequence[str]) -> list[DraftSession]:
    """Take away dates outside the days that are announced, such as that of the letter itself.

    They stay where most are outside: then the days are not those of the event.
    """
    outside = [one.date is not None and one.date not in days for one in sessions]
    dated = sum(one.date is not None for one in sessions)
    if len(days) == 1 or 2 * sum(outside) >= dated:
        return sessions
    return [
        msgspec.structs.replace(one, date=None, day=None) if out else one
        for one, out in zip(sessions, outside, strict=True)
    ]


def _days_of(dates: Iterable[str | None]) -> tuple[str, ...]:
    """Return the days from the first date to the last."""
    known = sorted(day for day in dates if day)
    if not known:
        return ()
    first, last = date.fromisoformat(known[0]), date.fromisoformat(known[-1])
    between = (last - first).days
    return tuple((first + timedelta(step)).isoformat() for step in range(between + 1))


def _is_series(days: Sequence[str], dates: Iterable[str | None]) -> bool:
    """Tell whether dates are those of a series: days far apart, with nothing between them."""
    known = sorted({day for day in (*days, *dates) if day and not _is_partial(day)})
    if not known:
        return False
    between = (date.fromisoformat(known[-1]) - date.fromisoformat(known[0])).days
    return between > LONGEST_EVENT and len(set(dates)) * 2 < between


def _dated(session: DraftSession, days: Sequence[str]) -> DraftSession:
    day, when = session.day, session.date
    if when is None and day is not None and day <= len(days):
        when = days[day - 1]
    elif day is None and when in days:
        day = days.index(when) + 1
    elif day is None and when is None and len(days) == 1:
        day, when = 1, days[0]
    return msgspec.structs.replace(session, day=day, date=when)


def _languages_of(sessions: Sequence[DraftSession]) -> tuple[str, ...]:
    counts = Counter(tag for session in sessions for tag in session.languages or ())
    return tuple(tag for tag, _ in counts.most_common())


def _identified(sessions: Sequence[DraftSession]) -> list[DraftSession]:
    given = Counter(session.id for session in sessions if session.id)
    wanted = [_id(session, given) for session in sessions]
    names = iter(distinct(pair for pair in wanted if pair[0]))
    return [
        msgspec.structs.replace(session, id=next(names) if pair[0] else None)
        for session, pair in zip(sessions, wanted, strict=True)
    ]


def _id(session: DraftSession, given: Counter[str]) -> tuple[str, bool]:
    """Return the id to have and whether it was given: `d2-hartmann-dia`, of day and surnames."""
    if session.id and given[session.id] == 1:
        return session.id, True
    surnames = [
        slug(person.name.split()[-1].replace("’", "").replace("'", ""))
        for person in session.speakers[:NAMES_IN_ID]
    ]
    if session.day is None or not all(surnames) or not surnames:
        return "", False
    return "-".join((f"d{session.day}", *surnames)), False
