from __future__ import annotations

import copy
import json
from pathlib import Path
from typing import Any

import pytest
from jsonschema import Draft202012Validator
from ruamel.yaml import YAML

from pipeline.records.index import SCHEMA_VERSION
from pipeline.schemas import errors_in, load_schema, schema_path
from pipeline.schemas.__main__ import ROOTS, TITLES, main, render

ROOT = Path(__file__).parents[3]
NAMES = list(ROOTS)
RESOURCE = {
    "id": "r-0123456789ab",
    "path": "day 1/slides.pdf",
    "sha256": "0" * 64,
    "size": 1000,
    "media_type": "application/pdf",
    "pages": 9,
    "title": "Framing social innovation",
    "language": {"tag": "en", "confidence": 0.99},
    "status": "matched",
    "session_id": "frame",
    "confidence": 0.98,
    "evidence": [{"signal": "speaker", "detail": "Page 1 names her.", "weight": 2.5, "page": 1}],
    "candidates": [{"session_id": "frame", "confidence": 0.98}],
    "role": "current",
    "duplicate_of": None,
    "superseded_by": None,
    "translation_group": None,
    "themes": [],
    "entities": [],
    "keyphrases": [],
    "warnings": [],
}
INDEX: dict[str, Any] = {
    "schema_version": SCHEMA_VERSION,
    "generator": {
        "name": "elective-index",
        "version": "0.1.0",
        "models": {},
        "vocabulary": "https://example.org/sse",
        "vocabulary_version": "1",
    },
    "elective": {
        "id": "elective",
        "event": {"en": "Academy", "fr": "Académie"},
        "number": 6,
        "title": None,
        "start": "2021-11-22",
        "end": None,
        "languages": ["en", "pt-BR"],
        "coordinators": [],
        "themes": [],
    },
    "sessions": [
        {
            "id": "frame",
            "title": "Framing social innovation",
            "abstract": None,
            "day": 1,
            "date": "2021-11-22",
            "speakers": [{"id": "p-laura-aufrere", "name": "Laura Aufrère", "affiliation": None}],
            "materials": ["r-0123456789ab"],
            "languages": {"expected": ["en", "fr"], "available": ["en"], "missing": ["fr"]},
            "themes": [],
        }
    ],
    "resources": [RESOURCE],
    "people": [],
    "organisations": [],
    "rejected": [{"path": "a.pptx", "code": "encrypted", "message": "Ask for the password."}],
    "ignored": [{"path": ".DS_Store", "reason": "A system file."}],
}


def changed(document: dict[str, Any], pointer: str, value: object) -> dict[str, Any]:
    """Return a copy with the value at the pointer replaced, or added."""
    document = copy.deepcopy(document)
    *folders, last = [int(key) if key.isdigit() else key for key in pointer.split("/")]
    place: Any = document
    for key in folders:
        place = place[key]
    place[last] = value
    return document


@pytest.mark.parametrize("name", NAMES)
def test_a_schema_on_disk_is_what_the_records_give(name: Any) -> None:
    assert schema_path(name).read_bytes() == render(name), "Run: make schemas"
    assert schema_path(name).parent == ROOT / "schemas"


def test_the_check_for_drift_passes_and_writes_nothing() -> None:
    before = {name: schema_path(name).stat().st_mtime_ns for name in NAMES}
    assert main(["--check"]) == 0
    assert {name: schema_path(name).stat().st_mtime_ns for name in NAMES} == before


def test_no_other_schema_is_published() -> None:
    published = {path.name for path in (ROOT / "schemas").glob("*.json")}
    assert published == {schema_path(name).name for name in NAMES}


@pytest.mark.parametrize("name", NAMES)
def test_a_schema_is_itself_valid_draft_2020_12(name: Any) -> None:
    schema = load_schema(name)
    assert schema["$schema"] == "https://json-schema.org/draft/2020-12/schema"
    Draft202012Validator.check_schema(schema)


@pytest.mark.parametrize("name", NAMES)
def test_every_definition_is_described_and_used(name: Any) -> None:
    schema = load_schema(name)
    text = json.dumps(schema)
    for key, definition in schema["$defs"].items():
        assert f"#/$defs/{key}" in text
        assert definition.get("description"), key


def test_a_whole_index_is_valid() -> None:
    assert [error.message for error in errors_in(INDEX, "index")] == []


@pytest.mark.parametrize(
    ("pointer", "value"),
    [
        ("schema_version", "1.0"),
        ("generator/name", None),
        ("elective/start", "22 November 2021"),
        ("elective/number", 6.5),
        ("sessions/0/id", "Frame 1"),
        ("sessions/0/materials", ["slides.pdf"]),
        ("sessions/0/languages", ["en"]),
        ("resources/0/id", "0123456789ab"),
        ("resources/0/sha256", "0" * 63),
        ("resources/0/size", 0),
        ("resources/0/pages", -1),
        ("resources/0/status", "sure"),
        ("resources/0/role", "copy"),
        ("resources/0/confidence", 1.1),
        ("resources/0/confidence", None),
        ("resources/0/evidence", [{"signal": "speaker"}]),
        ("resources/0/colour", "red"),
        ("rejected/0/code", "broken"),
        ("ignored/0/code", "empty"),
        ("clock", "2021-11-22T09:00:00Z"),
    ],
)
def test_an_index_with_a_field_of_another_kind_is_invalid(pointer: str, value: object) -> None:
    errors = list(errors_in(changed(INDEX, pointer, value), "index"))
    assert errors
    assert errors[0].json_path.count(".") <= pointer.count("/") + 1


@pytest.mark.parametrize("key", list(INDEX))
def test_an_index_that_lacks_a_part_is_invalid(key: str) -> None:
    rest = {name: value for name, value in INDEX.items() if name != key}
    assert [error.validator for error in errors_in(rest, "index")] == ["required"]


def test_errors_come_in_the_order_of_their_places() -> None:
    broken = changed(changed(INDEX, "sessions/0/day", "one"), "elective/number", 6.5)
    places = [error.json_path for error in errors_in(broken, "index")]
    assert places == ["$.elective.number", "$.sessions[0].day"]


def test_the_programme_that_is_shipped_is_valid() -> None:
    document = YAML(typ="safe").load((ROOT / "inbox" / "programme.yaml").read_text("utf-8"))
    for date in (document, *document["sessions"]):
        date.update({key: str(date[key]) for key in ("start", "end", "date") if key in date})
    assert [error.message for error in errors_in(document, "programme")] == []


@pytest.mark.parametrize(
    "programme",
    [
        {"sessions": [{"title": "Framing"}]},
        {"sessions": [{"speakers": ["Laura Aufrère"]}]},
        {"sessions": [{"title": {"en": "Framing", "pt-BR": "Enquadrar"}, "languages": []}]},
        {"event": None, "elective": "six", "sessions": [{"title": "Framing", "day": None}]},
    ],
)
def test_a_programme_needs_little(programme: object) -> None:
    assert [error.message for error in errors_in(programme, "programme")] == []


@pytest.mark.parametrize(
    "programme",
    [
        {},
        {"sessions": []},
        {"sessions": [{"day": 1}]},
        {"sessions": [{"title": None}]},
        {"sessions": [{"title": "Framing", "speaker": "Laura Aufrère"}]},
        {"sessions": [{"title": "Framing", "date": "22.11.2021"}]},
        {"sessions": [{"title": "Framing", "id": "Day 1"}]},
        {"languages": ["English"], "sessions": [{"title": "Framing"}]},
    ],
)
def test_a_programme_with_a_mistake_is_invalid(programme: object) -> None:
    assert list(errors_in(programme, "programme"))


def test_drift_is_told_with_what_to_run(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setitem(TITLES, "index", "Another title")
    assert main(["--check"]) == 1
    assert capsys.readouterr().out == (
        "index.schema.json differs from the records. Run: make schemas\n"
    )
