"""Write `schemas/` from the records, or with `--check` tell whether it has drifted from them."""

from __future__ import annotations

import sys

import msgspec

from pipeline.records.archive import Catalogue
from pipeline.records.index import Index
from pipeline.records.programme_file import ProgrammeFile
from pipeline.schemas import SchemaName, schema_path

ROOTS: dict[SchemaName, type[msgspec.Struct]] = {
    "catalogue": Catalogue,
    "index": Index,
    "programme": ProgrammeFile,
}
TITLES: dict[SchemaName, str] = {
    "catalogue": "Catalogue of the electives in an archive",
    "index": "Index of an elective, as the pipeline emits it",
    "programme": "Programme of an elective, as staff write it",
}


def render(name: SchemaName) -> bytes:
    """Return the schema's text as it must stand on disk."""
    (root,), definitions = msgspec.json.schema_components(
        [ROOTS[name]], ref_template="#/$defs/{name}"
    )
    document = {
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        "title": TITLES[name],
        **root,
        "$defs": {key: definitions[key] for key in sorted(definitions)},
    }
    return msgspec.json.format(msgspec.json.encode(document), indent=2) + b"\n"


def main(arguments: list[str]) -> int:
    """Write or check every schema; return 1 when a check finds one that has drifted."""
    drifted = [name for name in ROOTS if schema_path(name).read_bytes() != render(name)]
    if "--check" not in arguments:
        for name in drifted:
            schema_path(name).write_bytes(render(name))
        return 0
    for name in drifted:
        print(f"{schema_path(name).name} differs from the records. Run: make schemas")
    return 1 if drifted else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
