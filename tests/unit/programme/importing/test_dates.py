from __future__ import annotations

from datetime import date

import pytest

from pipeline.programme.importing.dates import find_days, find_weekday


@pytest.mark.parametrize(
    ("text", "year", "days"),
    [
        ("took place on 22, 23 and 24 November 2021", 2021, [(11, 22), (11, 23), (11, 24)]),
        ("From 3 to 5 October 2022, forty people", 2022, [(10, 3), (10, 4), (10, 5)]),
        ("between 3 and 5 May 2022", 2022, [(5, 3), (5, 4), (5, 5)]),
        ("Nairobi, February 26-28, 2024", 2024, [(2, 26), (2, 27), (2, 28)]),
        ("March 3rd, 2021", 2021, [(3, 3)]),
        ("du 12 au 14 octobre 2023", 2023, [(10, 12), (10, 13), (10, 14)]),
        ("du lundi 4 au mercredi 6 septembre 2023", 2023, [(9, 4), (9, 5), (9, 6)]),
        ("le 1er mars 2020", 2020, [(3, 1)]),
        ("nos dias 7, 8 e 9 de setembro de 2021", 2021, [(9, 7), (9, 8), (9, 9)]),
        ("de 21 a 23 de novembro de 2022", 2022, [(11, 21), (11, 22), (11, 23)]),
        ("1.º de maio", None, [(5, 1)]),
        ("Day 1, 14 June 2022", 2022, [(6, 14)]),
        ("Jour 2 : 15 juin", None, [(6, 15)]),
        ("Segunda-feira, 22 de novembro", None, [(11, 22)]),
        ("2021-11-22", 2021, [(11, 22)]),
        ("22/11/2021", 2021, [(11, 22)]),
        ("11/22/2021", 2021, [(11, 22)]),
    ],
)
def test_days_are_found_in_lists_and_ranges_of_three_languages(
    text: str, year: int | None, days: list[tuple[int, int]]
) -> None:
    (found,) = find_days(text)
    assert (found.year, list(found.days)) == (year, days)


def test_a_range_over_two_months_is_one() -> None:
    (found,) = find_days("30 September – 2 October 2024")
    assert found.days == ((9, 30), (10, 1), (10, 2))


@pytest.mark.parametrize(
    ("text", "days"),
    [
        ("de segunda-feira, 20 de julho, a quarta-feira, 22 de julho", [20, 21, 22]),
        ("from Monday 20 July to Wednesday 22 July", [20, 21, 22]),
        ("a 12 de novembro (quinta-feira) e 13 de novembro (sexta-feira)", [12, 13]),
        ("on 3 May and 7 May", [3, 7]),
    ],
)
def test_days_that_are_told_one_by_one_are_told_together(text: str, days: list[int]) -> None:
    (found,) = find_days(text)
    assert [day for _, day in found.days] == days


@pytest.mark.parametrize("text", ["9h30 à 10h", "pages 3 to 5", "May I speak", "12th Academy"])
def test_hours_pages_and_ordinals_are_no_days(text: str) -> None:
    assert find_days(text) == []


def test_a_day_without_a_year_is_resolved_in_the_year_that_is_known() -> None:
    (found,) = find_days("Jeudi 12 octobre")
    assert found.resolve() == ()
    assert found.resolve(2023) == (date(2023, 10, 12),)


def test_a_day_that_the_calendar_does_not_have_is_left_out() -> None:
    (found,) = find_days("30 February 2023")
    assert found.resolve() == ()


@pytest.mark.parametrize(
    ("text", "weekday"),
    [("MONDAY", 0), ("jeudi matin", 3), ("quinta-feira", 3), ("A segunda apresentação", None)],
)
def test_weekdays_are_told_from_ordinals(text: str, weekday: int | None) -> None:
    assert find_weekday(text) == weekday
