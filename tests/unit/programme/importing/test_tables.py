from __future__ import annotations

import pytest

from pipeline.programme.importing.draft import DraftSession
from pipeline.programme.importing.headings import columns
from pipeline.programme.importing.rows import day_in
from pipeline.programme.importing.tables import Table


def sessions(*rows: list[str], speakers_needed: bool = False) -> list[DraftSession]:
    found = Table(speakers_needed=speakers_needed).sessions(rows)
    assert found is not None
    return found


@pytest.mark.parametrize(
    ("headings", "fields"),
    [
        (["Title", "Speaker(s)", "Day", "Languages"], ["title", "speakers", "day", "languages"]),
        (["Organisme", "Intervenant·e·s", "Titre de la présentation", "Jour"],
         ["affiliation", "speakers", "title", "day"]),
        (["Dia", "Hora", "Sessão", "Orador(a)", "Línguas"],
         ["day", "ignored", "title", "speakers", "languages"]),
        (["Nom", "Prénom", "Titre"], ["last", "first", "title"]),
        (["Nom", "Titre"], ["speakers", "title"]),
        (["Nome", "Apelido", "Tema"], ["first", "last", "title"]),
        (["Speakrs", "Abstrct", "Title"], ["speakers", "abstract", "title"]),
    ],
)  # fmt: skip
def test_headings_are_known_in_three_languages_and_in_any_order(
    headings: list[str], fields: list[str]
) -> None:
    found = columns(headings)
    assert found is not None
    assert [found[at].field for at in sorted(found)] == fields


def test_a_row_of_contents_is_no_heading() -> None:
    assert columns(["Who cares?", "Amara Nwosu", "1", "EN"]) is None
    assert columns(["Title"]) is None


def test_a_heading_below_a_title_is_found() -> None:
    (session,) = sessions(["Elective 3", ""], [], ["Title", "Speaker"], ["Fair food", "Ana Reis"])
    assert (session.title, session.speakers[0].name) == ("Fair food", "Ana Reis")


def test_languages_may_have_a_column_each() -> None:
    first, second = sessions(
        ["Titre", "Intervenant", "FR", "EN", "PT"],
        ["Un", "Ana Reis", "x", "", "oui"],
        ["Deux", "Ana Reis", "", "", ""],
    )
    assert (first.languages, second.languages) == (("fr", "pt"), ())


def test_titles_may_be_given_per_language() -> None:
    (session,) = sessions(
        ["Title (EN)", "Titre FR", "Speaker"], ["Fair food", "Le bon goût", "Ana Reis"]
    )
    assert session.title == {"en": "Fair food", "fr": "Le bon goût"}


def test_a_day_is_carried_down_and_a_row_with_a_day_alone_is_a_heading() -> None:
    found = sessions(
        ["Day", "Title", "Speaker"],
        ["Day 1, 14 June 2022", "", ""],
        ["", "One", "Ana Reis"],
        ["2", "Two", "Ana Reis"],
        ["", "Three", "Ana Reis"],
    )
    assert [(item.day, item.date) for item in found] == [(1, "2022-06-14"), (2, None), (2, None)]


def test_a_row_that_only_names_another_speaker_belongs_to_the_session_above() -> None:
    (session,) = sessions(
        ["Title", "First name", "Surname"],
        ["One", "Ana", "Reis"],
        ["", "Bruno", "Melo"],
        ["One", "Rui", "Sá"],
    )
    assert [person.name for person in session.speakers] == ["Ana Reis", "Bruno Melo", "Rui Sá"]


@pytest.mark.parametrize("title", ["Lunch", "Pause café", "Almoço", "Registration and coffee"])
def test_breaks_are_left_out_and_told(title: str) -> None:
    table = Table(speakers_needed=False)
    assert table.sessions([["Title", "Speaker"], [title, ""], ["Panel", ""]])
    assert table.left_out == [title]


def test_a_speaker_to_be_confirmed_keeps_the_session_and_asks_for_a_check() -> None:
    (session,) = sessions(["Title", "Speaker"], ["Fair food", "TBC"], speakers_needed=True)
    assert (session.speakers, len(session.check)) == ((), 1)


@pytest.mark.parametrize(
    "cell",
    [
        "none", "–", "sem materiais", "aucun support", "no slides", "aucune", "à venir",
        "spoke without slides",
    ],
)  # fmt: skip
def test_a_cell_may_say_that_there_are_no_slides(cell: str) -> None:
    (session,) = sessions(["Title", "Speaker", "Slides"], ["A", "Ana Reis", cell])
    assert session.languages == ()


@pytest.mark.parametrize(
    ("cell", "day"),
    [
        ("2", (2, None)),
        ("J2", (2, None)),
        ("Dia 3", (3, None)),
        ("Day 1\n14 June", (1, "--06-14")),
        ("2023-05-01", (None, "2023-05-01")),
        ("1 mai 2023", (None, "2023-05-01")),
        ("Lunch", (None, None)),
    ],
)
def test_days_and_dates_are_read_from_one_cell(
    cell: str, day: tuple[int | None, str | None]
) -> None:
    assert day_in(cell) == day


def test_what_stands_below_speakers_in_most_cells_is_where_they_work() -> None:
    first, second = sessions(
        ["Speaker", "Talk"],
        ["Ana Reis \nFood bank of the north", "One"],
        ["Rui Sá \nTyddyn Teg", "Two"],
        ["Ivo Lima \nUniversity of Cork", "Three"],
    )[:2]
    assert [(one.name, one.affiliation) for one in (*first.speakers, *second.speakers)] == [
        ("Ana Reis", "Food bank of the north"),
        ("Rui Sá", "Tyddyn Teg"),
    ]
