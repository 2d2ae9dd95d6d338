"""The published JSON schemas: where they lie, and whether a document keeps to one."""

from __future__ import annotations

import json
from collections.abc import Iterator
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING, Any, Literal

import jsonschema_rs

if TYPE_CHECKING:
    from jsonschema.exceptions import ValidationError

SchemaName = Literal["catalogue", "index", "programme"]


def schema_path(name: SchemaName) -> Path:
    """Return where the schema lies: beside this file when installed, else in the checkout."""
    file_name = f"{name}.schema.json"
    here = Path(__file__).parent
    installed = here / file_name
    return installed if installed.exists() else here.parents[1] / "schemas" / file_name


@cache
def load_schema(name: SchemaName) -> dict[str, Any]:
    """Return the schema as a document; the same object at every call, so do not change it."""
    schema: dict[str, Any] = json.loads(schema_path(name).read_bytes())
    return schema


def errors_in(document: object, name: SchemaName, part: str = "") -> Iterator[ValidationError]:
    """Yield each way in which the document breaks the schema, in document order.

    `part` names the definition in the schema of which the document is, where it is no whole one.
    jsonschema tells where and in which words; whether anything is wrong at all is asked of
    jsonschema-rs first, which takes a hundredth of the time.
    """
    if _quick_validator(name, part).is_valid(document):
        return
    from jsonschema import Draft202012Validator  # noqa: PLC0415 - a good document does without

    validator = Draft202012Validator(_schema(name, part))
    yield from sorted(validator.iter_errors(document), key=lambda error: error.json_path)


@cache
def _quick_validator(name: SchemaName, part: str) -> jsonschema_rs.Draft202012Validator:
    return jsonschema_rs.Draft202012Validator(_schema(name, part))


def _schema(name: SchemaName, part: str) -> dict[str, Any]:
    schema = load_schema(name)
    return {**schema, "$ref": f"#/$defs/{part}"} if part else schema
