from __future__ import annotations

from typing import Any

import pytest
from lxml import etree

from pipeline.programme.importing.complete import complete
from pipeline.programme.importing.draft import Draft
from pipeline.programme.importing.schedule import (
    is_schedule,
    read_schedule_json,
    read_schedule_xml,
)

PEOPLE = [
    {"id": 7, "public_name": "Amara Nwosu"},
    {"id": 8, "public_name": "Chloé Berthier (EDRi)"},
]


def event(title: str, **fields: Any) -> dict[str, Any]:
    return {
        "id": 31,
        "guid": "a0a0fcfe-b7fb-46e3-84b6-97a5406016b4",
        "date": "2024-05-02T10:00:00+02:00",
        "start": "10:00",
        "duration": "00:45",
        "title": title,
        "subtitle": "",
        "language": "fr",
        "abstract": "",
        "description": "",
        "persons": [],
        "links": [],
        "attachments": [],
        **fields,
    }


def version_1(*rooms: list[dict[str, Any]]) -> dict[str, Any]:
    halls = {f"Hall {number}": events for number, events in enumerate(rooms)}
    days = [
        {"index": 1, "date": "2024-05-02", "rooms": halls},
        {"index": 2, "date": "2024-05-03", "rooms": {}},
    ]
    conference = {"acronym": "ww", "title": "Water Week", "days": days}
    return {"schedule": {"version": "1.0", "conference": conference}}


def version_2(*events: dict[str, Any]) -> dict[str, Any]:
    days = [
        {"index": 1, "date": "2024-05-02", "start": "2024-05-02T09:00:00+02:00",
         "end": "2024-05-03T05:00:00+02:00"},
        {"index": 2, "date": "2024-05-03", "start": "2024-05-03T09:00:00+02:00",
         "end": "2024-05-03T20:00:00+02:00"},
    ]  # fmt: skip
    conference = {"title": "Water Week", "days": days, "languages": ["fr", "en"]}
    return {"schedule": {"version": "2", "conference": conference, "events": list(events)}}


def one(draft: Draft) -> Any:
    (session,) = draft.sessions
    return session


def test_sessions_of_all_rooms_are_read_with_their_people() -> None:
    document = version_1([event("Tariffs", persons=PEOPLE)], [event("Wells", id=32)])
    assert is_schedule(document)
    draft = complete(read_schedule_json(document))
    assert [session.title for session in draft.sessions] == ["Tariffs", "Wells"]
    assert draft.sessions[0].speakers[1].affiliation == "EDRi"
    assert (draft.event, draft.days) == ("Water Week", ("2024-05-02", "2024-05-03"))


def test_a_talk_after_midnight_belongs_to_the_day_it_is_listed_under() -> None:
    document = version_1([event("Late", date="2024-05-03T00:15:00+02:00", persons=PEOPLE)])
    session = one(read_schedule_json(document))
    assert (session.day, session.date) == (1, "2024-05-02")


def test_the_flat_version_is_read_and_its_nights_belong_to_the_day_before() -> None:
    late = event("Late", start="2024-05-03T00:15:00+02:00", participants=[{"name": "Dan"}])
    del late["date"], late["persons"]
    draft = read_schedule_json(version_2(late))
    assert draft.languages == ("fr", "en")
    assert (one(draft).day, one(draft).speakers[0].name) == (1, "Dan")


def test_the_language_of_a_talk_is_that_of_its_slides() -> None:
    assert one(read_schedule_json(version_1([event("A", persons=PEOPLE)]))).languages == ("fr",)
    unknown = event("A", language=None, persons=PEOPLE)
    assert one(read_schedule_json(version_1([unknown]))).languages is None


def test_no_slides_are_expected_where_nobody_speaks() -> None:
    assert one(read_schedule_json(version_1([event("Lunch")]))).languages == ()


def test_a_subtitle_joins_the_title_and_markup_leaves_the_abstract() -> None:
    told = event("Wells", subtitle="and tariffs", abstract="<p>On <a href='x'>wells</a></p>")
    session = one(read_schedule_json(version_1([told])))
    assert (session.title, session.abstract) == ("Wells: and tariffs", "On wells")


@pytest.mark.parametrize(
    ("fields", "id_"),
    [({"code": "MJA8QY"}, "mja8qy"), ({"slug": "ww-31-wells"}, "ww-31-wells"), ({}, "31")],
)
def test_ids_last_from_one_export_to_the_next(fields: dict[str, str], id_: str) -> None:
    assert one(complete(read_schedule_json(version_1([event("A", **fields)])))).id == id_


def test_a_code_that_two_talks_share_is_no_id() -> None:
    twice = [event("A", persons=PEOPLE[:1]), event("B", persons=PEOPLE[:1])]
    draft = complete(read_schedule_json(version_1(twice)))
    assert [session.id for session in draft.sessions] == ["d1-nwosu", "d1-nwosu-2"]


def test_schedule_xml_says_the_same() -> None:
    root = etree.fromstring(
        "<schedule><conference><title>Water Week</title></conference>"
        "<day index='1' date='2024-05-02'><room name='Hall'>"
        "<event id='31' guid='x'><title>Tariffs</title><subtitle/><language>fr</language>"
        "<abstract>On &lt;b&gt;tariffs&lt;/b&gt;</abstract>"
        "<persons><person id='7'>Amara Nwosu</person></persons></event></room></day></schedule>"
    )
    draft = read_schedule_xml(root)
    assert draft.event == "Water Week"
    session = one(draft)
    assert (session.day, session.date, session.languages) == (1, "2024-05-02", ("fr",))
    assert (session.title, session.abstract) == ("Tariffs", "On tariffs")
    assert session.speakers[0].name == "Amara Nwosu"


@pytest.mark.parametrize("name", ["Tim 'mithro' Ansell", 'Sean "xobs" Cross', "cy", "one / two"])
def test_people_are_called_as_they_call_themselves(name: str) -> None:
    session = one(
        read_schedule_json(version_1([event("A", persons=[{"public_name": f"{name} "}])]))
    )
    assert [speaker.name for speaker in session.speakers] == [name]
