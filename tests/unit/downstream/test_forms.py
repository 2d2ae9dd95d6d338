"""The forms of the index that other programs read, held against what is published of them."""

from __future__ import annotations

import csv
import io
import json
import re
from pathlib import Path
from typing import Any
from uuid import UUID

import pytest
from jsonschema import Draft6Validator, FormatChecker
from rdflib import RDF, Graph, URIRef
from rdflib.namespace import SDO

from pipeline.downstream import write_downstream
from pipeline.downstream.jsonld import as_jsonld
from pipeline.downstream.resources_csv import HEADINGS, as_csv
from pipeline.downstream.schedule import as_schedule
from pipeline.programme.importing.schedule import read_schedule_json
from pipeline.records.index import Index

#: rdflib's own reader of JSON-LD still calls what rdflib calls outdated.
pytestmark = pytest.mark.filterwarnings("ignore:ConjunctiveGraph:DeprecationWarning")

HERE = Path(__file__).parent
SCHEMA = json.loads((HERE / "schedule-form.json").read_bytes())
TERMS = json.loads((HERE / "schema-org-terms.json").read_bytes())

THEME = {"id": "https://example.org/sse/food", "label": {"en": "food", "fr": "nourriture"},
         "score": 0.5}  # fmt: skip


@pytest.fixture
def index() -> Index:
    from told_index import deck, make_index, session

    decks = [
        deck("day 1/Été n°1.pdf", translation_group="g", themes=[THEME]),
        deck("b.pdf", translation_group="g", language={"tag": "en", "confidence": 1.0}),
        deck("draft.pdf", role="superseded"),
        deck("=SUM(A1).pdf", session_id=None, status="unmatched", title="@\tx\ny"),
    ]
    told = session("d1-aufrere", *decks, themes=[THEME], abstract="On food.")
    return make_index(*decks, sessions=[told, session("d2-x", date=None, day=2, title="")])


def graph(index: Index) -> Graph:
    document = json.dumps(as_jsonld(index))
    return Graph().parse(data=document, format="json-ld", publicID="https://example.org/e/")


def test_linked_data_is_read_without_fetching_a_context(index: Index) -> None:
    assert as_jsonld(index)["@context"] == {"@vocab": "https://schema.org/"}
    assert len(graph(index)) > 40


def test_every_type_and_property_is_one_of_schema_org(index: Index) -> None:
    found = graph(index)
    used = {URIRef(str(term)) for term in (*found.predicates(), *found.objects(None, RDF.type))}
    assert not [term for term in used - {RDF.type} if term not in SDO]


def test_every_property_stands_on_a_type_that_it_is_for(index: Index) -> None:
    found = graph(index)
    for subject, name, _ in found:
        if name == RDF.type:
            continue
        types = {str(kind).rsplit("/", 1)[1] for kind in found.objects(subject, RDF.type)}
        kinds = {above for kind in types for above in TERMS["types"].get(kind, [kind])}
        domains = set(TERMS["properties"][str(name).rsplit("/", 1)[1]])
        assert kinds & domains, (subject, name, kinds)


def test_presentations_hang_on_their_session_with_their_translations(index: Index) -> None:
    found = graph(index)
    lesson = URIRef("https://example.org/e/#d1-aufrere")
    works = list(found.objects(lesson, SDO.workFeatured))
    assert len(works) == 2
    assert (works[0], RDF.type, SDO.LearningResource) in found
    assert (works[0], SDO.workTranslation, works[1]) in found
    encoding = found.value(works[0], SDO.encoding)
    assert str(found.value(encoding, SDO.contentUrl)) == "day%201/%C3%89t%C3%A9%20n%C2%B01.pdf"


def test_names_in_several_languages_keep_their_language(index: Index) -> None:
    names = graph(index).objects(URIRef(THEME["id"]), SDO.name)
    assert {(str(name), name.language) for name in names} == {  # type: ignore[attr-defined]
        ("food", "en"),
        ("nourriture", "fr"),
    }


def test_the_schedule_keeps_to_the_published_form(index: Index) -> None:
    validator = Draft6Validator(SCHEMA, format_checker=FormatChecker())
    assert [error.message for error in validator.iter_errors(as_schedule(index))] == []


def test_the_schedule_carries_languages_and_attachments(index: Index) -> None:
    conference = as_schedule(index)["schedule"]["conference"]
    assert (conference["daysCount"], conference["meta"]["languages"]) == (2, ["en", "fr"])
    event = conference["days"][0]["rooms"]["Elective 6"][0]
    assert event["language"] == "fr"
    assert [item["language"] for item in event["attachments"]] == ["fr", "en"]
    assert UUID(event["guid"]).version == 5


def test_a_session_without_a_date_stands_on_the_day_of_its_number(index: Index) -> None:
    days = as_schedule(index)["schedule"]["conference"]["days"]
    assert [event["slug"] for event in days[1]["rooms"]["Elective 6"]] == ["d2-x"]


def test_our_schedule_reads_back_as_a_programme(index: Index) -> None:
    draft = read_schedule_json(as_schedule(index))
    assert [item.id for item in draft.sessions] == ["d1-aufrere", "d2-x"]
    assert [item.day for item in draft.sessions] == [1, 2]
    assert draft.sessions[0].speakers[0].affiliation == "Paris Nord"


def rows(index: Index) -> list[dict[str, str]]:
    text = as_csv(index).decode("utf-16")
    return list(csv.DictReader(io.StringIO(text, newline=""), delimiter="\t"))


def test_the_table_starts_with_the_byte_order_mark_by_which_excel_knows_utf_16(
    index: Index,
) -> None:
    assert as_csv(index).startswith(b"\xff\xfes\x00e\x00s\x00")
    assert tuple(rows(index)[0]) == HEADINGS


def test_the_table_has_a_row_a_resource_and_nothing_that_a_region_reads_otherwise(
    index: Index,
) -> None:
    table = rows(index)
    assert [row["path"] for row in table][-1] == "'=SUM(A1).pdf"
    assert len(table) == 4
    assert table[0]["speakers"] == "Laura Aufrère"
    assert {row["sure_%"] for row in table} == {"98"}
    assert all(re.fullmatch(r"\d{4}-\d\d-\d\d", row["date"]) for row in table[:3])


def test_no_cell_is_a_formula_and_none_breaks_a_row(index: Index) -> None:
    cells = [cell for row in rows(index) for cell in row.values()]
    assert not [cell for cell in cells if cell.startswith(("=", "+", "-", "@"))]
    assert rows(index)[-1]["title"] == "'@ x y"


def test_all_forms_are_written_beside_the_index(index: Index, tmp_path: Path) -> None:
    write_downstream(index, tmp_path)
    names = {path.name for path in tmp_path.iterdir()}
    assert names == {"index.jsonld", "schedule.json", "resources.csv"}
    document: Any = json.loads((tmp_path / "index.jsonld").read_bytes())
    assert document["@type"] == "EducationEvent"


def test_an_elective_without_any_day_has_forms_all_the_same(tmp_path: Path) -> None:
    from told_index import make_index, session

    bare = {"id": "e", "event": None, "number": None, "title": None, "start": None, "end": None,
            "languages": [], "coordinators": [], "themes": []}  # fmt: skip
    index = make_index(sessions=[session("one", date=None, day=None)], elective=bare)
    validator = Draft6Validator(SCHEMA, format_checker=FormatChecker())
    assert not list(validator.iter_errors(as_schedule(index)))
    assert len(graph(index)) > 3
