"""Writes the index when it keeps to its schema, and not otherwise."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import msgspec

from pipeline.atomic import write_atomically
from pipeline.records.base import Record
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
    content = msgspec.json.format(msgspec.json.encode(index, order="deterministic"), indent=2)
    # Most often the size tells, and nothing is read.
    is_as_long = path.is_file() and path.stat().st_size == len(content) + 1
    if is_as_long and path.read_bytes() == content + b"\n":
        return
    for error in _errors(index):
        raise InvalidIndexError(error)
    write_atomically(path, [content, b"\n"])


def _errors(index: Index) -> Iterator[str]:
    """Yield where and how the schema is broken.

    One resource is looked at after the other: all together, as JSON knows them, take memory.
    """
    rest = msgspec.structs.replace(index, resources=())
    for error in errors_in(_plain(rest), "index"):
        yield f"{error.json_path}: {error.message}"
    for number, resource in enumerate(index.resources):
        for error in errors_in(_plain(resource), "index", "Resource"):
            yield f"$.resources[{number}]{error.json_path.removeprefix('$')}: {error.message}"


def _plain(record: Record) -> object:
    return msgspec.json.decode(msgspec.json.encode(record))
