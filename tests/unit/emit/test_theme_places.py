from __future__ import annotations

from pipeline.records.matches import Role
from tests.unit.emit.elective import COMMONS, index_of, placed


def test_a_day_has_the_themes_of_its_sessions_together() -> None:
    index = index_of(placed("a.pdf"), placed("b.pdf", session="casa"))
    (day,) = index.days
    assert (day.day, day.date, day.sessions) == (1, "2021-11-22", ("frame",))
    assert [theme.id for theme in day.themes] == [COMMONS.id]


def test_a_session_without_day_or_date_makes_no_day() -> None:
    assert "casa" not in [id_ for day in index_of(placed("a.pdf")).days for id_ in day.sessions]


def test_a_theme_names_all_that_speaks_of_it() -> None:
    index = index_of(placed("b.pdf"), placed("a.pdf", session="casa"))
    (theme,) = index.themes
    assert (theme.id, theme.label) == (COMMONS.id, COMMONS.label)
    assert theme.resources == tuple(resource.id for resource in index.resources)
    assert theme.sessions == ("frame", "casa")


def test_an_older_version_is_no_place_where_a_theme_is_spoken_of() -> None:
    index = index_of(placed("a.pdf"), placed("old.pdf", role=Role.SUPERSEDED))
    (theme,) = index.themes
    assert len(theme.resources) == 1


def test_an_elective_without_decks_has_days_and_no_themes() -> None:
    index = index_of()
    assert [day.themes for day in index.days] == [()]
    assert index.themes == ()
