"""The index keeps what its first version promised, as docs/index-format.md says."""

from __future__ import annotations

import copy
import json
import re
from pathlib import Path
from typing import Any

import pytest
from shape import SCHEMA, broken, shape_of

from pipeline.records.index import SCHEMA_VERSION

HERE = Path(__file__).parent
DOCUMENT = (HERE.parents[2] / "docs" / "index-format.md").read_text(encoding="utf-8")
CONTRACT = (
    "/schema_version /generator /elective/coordinators /sessions/*/id /sessions/*/materials "
    "/sessions/*/languages/missing /resources/*/path /resources/*/status /resources/*/evidence/*/"
    "signal /resources/*/candidates/*/confidence /resources/*/entities/*/ref /resources/*/themes/"
    "*/label /people/*/aliases /organisations/*/name /rejected/*/code /ignored/*/reason"
)


def schema() -> Any:
    return json.loads(SCHEMA.read_bytes())


def promised() -> Any:
    major = SCHEMA_VERSION.partition(".")[0]
    return json.loads((HERE / f"index-shape-{major}.json").read_bytes())


def test_nothing_that_a_reader_relies_on_is_broken() -> None:
    assert broken(promised(), shape_of(schema())) == []


@pytest.mark.parametrize("place", CONTRACT.split())
def test_the_names_of_the_contract_are_promised(place: str) -> None:
    assert place in promised()


def test_a_new_field_breaks_nothing() -> None:
    changed = schema()
    changed["$defs"]["Resource"]["properties"]["mood"] = {"type": "string"}
    assert broken(promised(), shape_of(changed)) == []


@pytest.mark.parametrize(
    ("change", "told"),
    [
        (lambda part: part["properties"].pop("path"), "/resources/*/path is gone."),
        (lambda part: part["required"].remove("path"), "path is no longer always there."),
        (lambda part: part["properties"].update(path={"type": "integer"}), "may now be integer"),
        (lambda part: part["properties"].update(pages={"type": ["integer", "null"]}),
         "/resources/*/pages may now be null"),
    ],
)  # fmt: skip
def test_a_breaking_change_is_told(change: Any, told: str) -> None:
    changed = copy.deepcopy(schema())
    change(changed["$defs"]["Resource"])
    assert any(told in line for line in broken(promised(), shape_of(changed)))


def test_a_value_that_readers_do_not_know_is_told() -> None:
    changed = schema()
    changed["$defs"]["Status"]["enum"].append("perhaps")
    assert "/resources/*/status may now be perhaps." in broken(promised(), shape_of(changed))


def test_the_document_names_this_version() -> None:
    versions = re.findall(r"^\| (\d+\.\d+\.\d+) \|", DOCUMENT, re.MULTILINE)
    assert versions[0] == SCHEMA_VERSION
