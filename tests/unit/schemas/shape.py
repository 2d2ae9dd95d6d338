"""The shape of a schema as those who read the documents rely on it: `python shape.py` prints it."""

from __future__ import annotations

import json
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any

SCHEMA = Path(__file__).parents[3] / "schemas" / "index.schema.json"

#: For each pointer: the types a value may have, whether it is always there, its closed values.
Shape = dict[str, dict[str, Any]]


def shape_of(schema: dict[str, Any]) -> Shape:
    """Return the shape of every place in the documents; `*` stands for items and free names."""
    return dict(_places(schema, schema, "", required=True))


def _places(
    node: dict[str, Any], schema: dict[str, Any], at: str, *, required: bool
) -> Iterator[tuple[str, dict[str, Any]]]:
    variants = [_resolved(variant, schema) for variant in node.get("anyOf", [node])]
    types = sorted({kind for variant in variants for kind in _types(variant)})
    values = sorted({str(value) for variant in variants for value in variant.get("enum", ())})
    yield at or "/", {"types": types, "required": required, "values": values}
    for variant in variants:
        needed = set(variant.get("required", ()))
        for name, part in variant.get("properties", {}).items():
            yield from _places(part, schema, f"{at}/{name}", required=name in needed)
        for part in (variant.get("items"), variant.get("additionalProperties")):
            if isinstance(part, dict):
                yield from _places(part, schema, f"{at}/*", required=True)


def _types(node: dict[str, Any]) -> list[str]:
    kind = node.get("type", "string" if "enum" in node else None)
    return kind if isinstance(kind, list) else [kind] if kind else []


def _resolved(node: dict[str, Any], schema: dict[str, Any]) -> dict[str, Any]:
    while "$ref" in node:
        node = {**schema["$defs"][node["$ref"].rpartition("/")[2]], **_without_ref(node)}
    return node


def _without_ref(node: dict[str, Any]) -> dict[str, Any]:
    return {name: value for name, value in node.items() if name != "$ref"}


def broken(promised: Shape, now: Shape) -> list[str]:
    """Return what was promised and no longer holds, as sentences."""
    found = []
    for place, was in promised.items():
        here = now.get(place)
        if here is None:
            found.append(f"{place} is gone.")
            continue
        if more := sorted(set(here["types"]) - set(was["types"])):
            found.append(f"{place} may now be {' or '.join(more)} as well.")
        if was["required"] and not here["required"]:
            found.append(f"{place} is no longer always there.")
        if was["values"] and (more := sorted(set(here["values"]) - set(was["values"]))):
            found.append(f"{place} may now be {' or '.join(more)}.")
    return found


if __name__ == "__main__":
    shape = shape_of(json.loads(SCHEMA.read_bytes()))
    sys.stdout.write(json.dumps(shape, indent=1, sort_keys=True) + "\n")
