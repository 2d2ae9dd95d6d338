"""E-mails are read without their head and signature; other texts as they are."""

from __future__ import annotations

import pytest

from pipeline.programme.importing.letters import without_envelope


def test_the_subject_stays_and_the_rest_of_the_head_goes() -> None:
    text = "From: R. Osei <r@example.org>\nTo: all\nSubject: Re: Elective 9\n\nDear all,\n"
    assert without_envelope(text) == "Elective 9\n\nDear all,"


@pytest.mark.parametrize(
    "closing",
    [
        "Best wishes,",
        "Bien cordialement,",
        "Com os melhores cumprimentos,",
        "-- ",
        "Looking forward to seeing you all,",
    ],
)
def test_what_stands_below_the_closing_is_not_read(closing: str) -> None:
    assert without_envelope(f"Ana Reis spoke.\n{closing}\nRui Dias\nOfficer") == "Ana Reis spoke."


@pytest.mark.parametrize(
    "salutation", ["Dear colleagues,", "Mesdames, Messieurs,", "Exmos. Senhores,"]
)
def test_the_day_on_which_a_letter_was_written_is_no_day_of_the_event(salutation: str) -> None:
    text = f"N° 417      Dakar, le 3 mars\n\n{salutation}\n\nLundi 22 mars"
    assert without_envelope(text) == f"N° 417\n\n{salutation}\n\nLundi 22 mars"


def test_the_year_in_which_a_letter_was_written_is_kept() -> None:
    text = "Nairobi, 3 March 2027\n\nDear all,\n\nMonday 22 March"
    assert without_envelope(text) == text


@pytest.mark.parametrize(
    "text",
    [
        "Rome, 3 May\nDay 1",
        "Date: 3 May 2023\nElective 2",
        "De: Bruxelles\nJour 1",
        "Warm regards were exchanged.\nDay 1",
    ],
)
def test_a_text_that_is_no_letter_stays_whole(text: str) -> None:
    assert without_envelope(text) == text
