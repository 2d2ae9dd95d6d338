from __future__ import annotations

from pipeline.programme.importing.complete import complete
from pipeline.programme.importing.draft import Draft, DraftSession

DAYS = ("2026-02-10", "2026-02-11", "2026-02-12")


def test_every_session_of_an_event_of_one_day_is_on_it() -> None:
    draft = complete(Draft(kind="announcement", days=DAYS[:1], sessions=(DraftSession(title="A"),)))
    assert [(item.day, item.date) for item in draft.sessions] == [(1, DAYS[0])]


def test_where_there_are_several_days_a_session_without_one_stays_without() -> None:
    draft = complete(Draft(kind="announcement", days=DAYS, sessions=(DraftSession(title="A"),)))
    assert [(item.day, item.date) for item in draft.sessions] == [(None, None)]


def test_days_without_a_year_are_counted_with_those_that_have_no_session() -> None:
    sessions = tuple(DraftSession(title=when, date=when) for when in ("--06-08", "--06-10"))
    announced = ("--06-08", "--06-09", "--06-10")
    draft = complete(Draft(kind="announcement", days=announced, sessions=sessions))
    assert [(item.day, item.date) for item in draft.sessions] == [(1, None), (3, None)]
    assert draft.days == ()


def test_the_date_of_the_letter_itself_is_no_day_of_the_event() -> None:
    dates = ("2026-01-06", DAYS[0], DAYS[1])
    sessions = tuple(DraftSession(title=when, date=when) for when in dates)
    draft = complete(Draft(kind="announcement", days=DAYS, sessions=sessions))
    assert draft.days == DAYS
    assert [item.day for item in draft.sessions] == [None, 1, 2]


def test_dates_that_are_mostly_outside_the_announced_days_are_believed() -> None:
    sessions = tuple(DraftSession(title=when, date=when) for when in DAYS)
    days = ("2026-01-06", "2026-01-07")
    draft = complete(Draft(kind="announcement", days=days, sessions=sessions))
    assert all(item.date for item in draft.sessions)
