"""Entries are read by the pattern that they share."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest

from pipeline.programme import ProgrammeProblems
from pipeline.programme.importing import Draft, read_draft


@pytest.fixture
def read(tmp_path: Path) -> Any:
    def read_text(text: str) -> Draft:
        path = tmp_path / "programme.txt"
        path.write_text("School on Seeds, 3-4 June 2024\n\n" + text, encoding="utf-8")
        draft = read_draft(path)
        assert not isinstance(draft, ProgrammeProblems), draft
        return draft

    return read_text


def entries(draft: Draft) -> list[tuple[int | None, str, list[str]]]:
    return [
        (one.day, str(one.title), [person.name for person in one.speakers])
        for one in draft.sessions
    ]


OWN_LINES = """3 June

10:00
Seeds of the commons
Ana Reis
Agronomist
Coop Sol

11:00
Green Light Market
Rosa Dias
Baker
Coop Mar

4 June

10:00
Water for all
John Okello
Engineer
Lake Trust
"""


def test_a_title_that_looks_like_a_name_is_read_as_its_neighbours_are(read: Any) -> None:
    assert entries(read(OWN_LINES)) == [
        (1, "Seeds of the commons", ["Ana Reis"]),
        (1, "Green Light Market", ["Rosa Dias"]),
        (2, "Water for all", ["John Okello"]),
    ]


def test_what_only_the_neighbours_tell_is_to_be_checked(read: Any) -> None:
    draft = read(OWN_LINES + "\n11:00\nOld grain, new bread\nOndjaki\nMiller\nCoop Rio\n")
    assert entries(draft)[-1] == (2, "Old grain, new bread", ["Ondjaki"])
    doubted = [one.title for one in draft.sessions if "entries around" in str(one.check)]
    assert doubted == ["Old grain, new bread"]


def test_speakers_before_their_titles_are_not_given_the_title_above(read: Any) -> None:
    draft = read(
        "3 June\n\nAna Reis\nBaker\n«The bread we share»\n\nRosa Dias\nMiller\n«Old grain»\n\n"
        "4 June\n\nJohn Okello\nFarmer\n«Rain and rent»\n"
    )
    assert entries(draft) == [
        (1, "The bread we share", ["Ana Reis"]),
        (1, "Old grain", ["Rosa Dias"]),
        (2, "Rain and rent", ["John Okello"]),
    ]


def test_dates_within_entries_date_them(read: Any) -> None:
    draft = read(
        "Talk 1: Seeds of the commons\nDate: 3 June, 10:00\nSpeaker: Ana Reis\n\n"
        "Talk 2: Water for all\nDate: 4 June, 10:00\nSpeaker: John Okello\n"
    )
    assert entries(draft) == [
        (1, "Seeds of the commons", ["Ana Reis"]),
        (2, "Water for all", ["John Okello"]),
    ]


def test_dates_far_apart_are_the_days_of_a_series(read: Any) -> None:
    draft = read(
        "3 June\nAna Reis (Coop Sol)\nSeeds of the commons\n\n"
        "17 June\nRosa Dias (Coop Mar)\nThe fishers’ guild\n"
    )
    assert [(one.day, one.date) for one in draft.sessions] == [(1, "2024-06-03"), (2, "2024-06-17")]


def test_parallel_sessions_are_parts_and_their_chairs_are_no_speakers(read: Any) -> None:
    draft = read(
        "3 June\n\n11:00-12:30   Parallel session A: Farms     Blue Room\n   Chair: Paul Mbeki\n"
        "   - Seeds of the commons\n     Ana Reis (Coop Sol)\n   - Old grain, new bread\n"
        "     Rosa Dias (Coop Mar)\n12:30   Lunch\n"
    )
    assert entries(draft) == [
        (1, "Seeds of the commons", ["Ana Reis"]),
        (1, "Old grain, new bread", ["Rosa Dias"]),
    ]


def test_a_line_of_which_no_talk_is_made_is_listed(read: Any) -> None:
    draft = read(OWN_LINES + "\n12:00  Lunch in the garden\n\nBring your own cup, please.\n")
    assert "12:00  Lunch in the garden" in draft.left_out
    assert "Bring your own cup, please." in draft.left_out


def test_speakers_from_running_text_are_to_be_checked(read: Any) -> None:
    draft = read(
        "3 June, 10:00 – Seeds of the commons\n"
        "Baker Ana Reis has kept rye for twenty years. She shows it.\n\n"
        "4 June, 10:00 – Water for all\nJohn Okello runs a trust on the lake. He brings maps.\n"
    )
    assert entries(draft) == [
        (1, "Seeds of the commons", ["Ana Reis"]),
        (2, "Water for all", ["John Okello"]),
    ]
    assert all("running text" in str(one.check) for one in draft.sessions)


def test_columns_that_are_days_are_read_one_after_the_other(tmp_path: Path) -> None:
    path = tmp_path / "programme.html"
    path.write_text(
        "<h1>School on Seeds, 3 and 4 June 2024</h1><table>"
        "<tr><th>Time</th><th>Monday 3 June</th><th>Tuesday 4 June</th></tr>"
        "<tr><td>9:30</td><td>Ana Reis (Coop Sol)<br>Seeds of the commons</td>"
        "<td>Rosa Dias (Coop Mar)<br>Old grain, new bread</td></tr></table>",
        encoding="utf-8",
    )
    draft = read_draft(path)
    assert isinstance(draft, Draft)
    assert entries(draft) == [
        (1, "Seeds of the commons", ["Ana Reis"]),
        (2, "Old grain, new bread", ["Rosa Dias"]),
    ]


def test_what_begins_as_a_break_is_a_talk_where_its_speaker_is_told_below(read: Any) -> None:
    draft = read(
        "3 June\n\n09:00  Coffee\n10:00  Conclusions of fifteen years of seed banks\n"
        "       Speaker: Ana Reis, Coop Sol\n       Slides: English\n"
        "11:00  Old grain, new bread\n       Speaker: Rosa Dias\n       Slides: English\n"
    )
    assert entries(draft) == [
        (1, "Conclusions of fifteen years of seed banks", ["Ana Reis"]),
        (1, "Old grain, new bread", ["Rosa Dias"]),
    ]
