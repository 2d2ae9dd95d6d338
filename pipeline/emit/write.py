"""Writes the index when it keeps to its schema, and not otherwise."""

from __future__ import annotations

from pathlib import Path

import msgspec

from pipeline.atomic import write_atomically
from pipeline.records.index import Index
from pipeline.schemas import errors_in


class InvalidIndexError(Exception):
    """The index would break its own schema: a mistake in this program, not in the inbox."""


def write_index(index: Index, path: Path) -> None:
    """Write the index as UTF-8 JSON with two spaces of indent, atomically.

    An index that is there already, to the byte, was found valid when it was written.

    Raises InvalidIndexError, with nothing written, when it breaks the schema; OSError when the
    folder cannot be written to.
    """
    encoded = msgspec.json.encode(index, order="deterministic")
    content = msgspec.json.format(encoded, indent=2) + b"\n"
    if path.is_file() and path.read_bytes() == content:
        return
    for error in errors_in(msgspec.json.decode(encoded), "index"):
        raise InvalidIndexError(f"{error.json_path}: {error.message}")
    write_atomically(path, content)
