"""Indico exports and iCalendar files."""

from __future__ import annotations

from typing import Any

from pipeline.programme.importing.calendar import read_calendar
from pipeline.programme.importing.complete import complete
from pipeline.programme.importing.indico import is_indico, read_indico

SPEAKER = {"first_name": "Tomás", "last_name": "Aguirre", "affiliation": "Agua Común"}
START = {"date": "2022-06-14", "time": "09:30:00", "tz": "Europe/Rome"}


def contribution(title: str, **fields: Any) -> dict[str, Any]:
    entry = {"id": title, "title": title, "description": "<p>On water</p>", "startDate": START}
    return {**entry, "speakers": [SPEAKER], **fields}


def exported(**fields: Any) -> dict[str, Any]:
    event = {"id": "9", "title": "Water as a Commons", "chairs": [SPEAKER], **fields}
    return {"count": 1, "results": [event]}


def test_contributions_of_an_indico_event_are_sessions() -> None:
    document = exported(contributions=[contribution("Myths"), contribution("Wells")])
    assert is_indico(document)
    draft = complete(read_indico(document))
    assert (draft.event, draft.coordinators[0].name) == ("Water as a Commons", "Tomás Aguirre")
    assert [session.title for session in draft.sessions] == ["Myths", "Wells"]
    session = draft.sessions[0]
    assert (session.day, session.date, session.abstract) == (1, "2022-06-14", "On water")
    assert session.speakers[0].affiliation == "Agua Común"


def test_contributions_within_indico_sessions_are_found_once() -> None:
    myths = contribution("Myths")
    draft = read_indico(exported(contributions=[myths], sessions=[{"contributions": [myths]}]))
    assert [session.title for session in draft.sessions] == ["Myths"]


def test_parts_of_a_contribution_are_sessions_of_their_own() -> None:
    whole = contribution("Panel", speakers=[], subContributions=[
        {"title": "First word", "speakers": [{"fullName": "LØVÅS, Ingrid"}]},
    ])  # fmt: skip
    draft = read_indico(exported(contributions=[whole]))
    assert draft.sessions[1].speakers[0].name == "Ingrid LØVÅS"
    assert draft.sessions[1].date == "2022-06-14"


def test_an_indico_timetable_is_read_through_its_blocks() -> None:
    talk = {"entryType": "Contribution", "title": "Myths", "startDate": START,
            "presenters": [{"firstName": "Rosa", "familyName": "Maldonado"}]}  # fmt: skip
    block = {"entryType": "Session", "title": "Morning", "entries": {"c1": talk}}
    lunch = {"entryType": "Break", "title": "Lunch"}
    document = {"count": 1, "results": {"9": {"20220614": {"s1": block, "b1": lunch}}}}
    (session,) = read_indico(document).sessions
    assert (session.title, session.speakers[0].name) == ("Myths", "Rosa Maldonado")


def calendar(*events: str) -> bytes:
    entries = "".join(f"BEGIN:VEVENT\r\nUID:1\r\n{event}END:VEVENT\r\n" for event in events)
    head = "BEGIN:VCALENDAR\r\nVERSION:2.0\r\nPRODID:x\r\nX-WR-CALNAME:Water Week\r\n"
    return f"{head}{entries}END:VCALENDAR\r\n".encode()


def test_events_of_a_calendar_are_sessions_in_the_order_of_their_hours() -> None:
    draft = complete(
        read_calendar(
            calendar(
                "SUMMARY:Wells - Amara Nwosu\\, Marco Ferrari\r\nDTSTART:20220615T090000\r\n",
                "SUMMARY:Myths\r\nDTSTART;VALUE=DATE:20220614\r\n"
                "DESCRIPTION:Speaker: Ana Reis (Coop)\\nSlides: EN\\, FR\\nOn water.\r\n",
            )
        )
    )
    assert (draft.event, [session.day for session in draft.sessions]) == ("Water Week", [1, 2])
    myths, wells = draft.sessions
    assert (myths.speakers[0].name, myths.speakers[0].affiliation) == ("Ana Reis", "Coop")
    assert (myths.languages, myths.abstract) == (("en", "fr"), "On water.")
    assert (wells.title, [person.name for person in wells.speakers]) == (
        "Wells",
        ["Amara Nwosu", "Marco Ferrari"],
    )


def test_a_dash_in_a_title_makes_nobody_a_speaker() -> None:
    draft = read_calendar(calendar("SUMMARY:Food - how to share it\r\nDTSTART:20220615T090000\r\n"))
    assert (draft.sessions[0].title, draft.sessions[0].speakers) == (
        "Food - how to share it",
        (),
    )


def test_breaks_of_a_calendar_are_left_out() -> None:
    draft = read_calendar(calendar("SUMMARY:Lunch\r\nDTSTART:20220615T120000\r\n"))
    assert (draft.sessions, draft.left_out) == ((), ("Lunch",))
