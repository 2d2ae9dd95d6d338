"""Knows the index that stands when it already says what a new run would say."""

from __future__ import annotations

import hashlib
from pathlib import Path

import msgspec

from pipeline.records.index import Index
from pipeline.store import Store

#: What a run writes beside its report: for each file its SHA-256.
Outputs = dict[str, str]
INDEX = "index.json"
OUTPUTS = (INDEX, "index.html", "index.jsonld", "schedule.json", "resources.csv")


def standing_index(inputs: str, store: Store, output: Path) -> Index | None:
    """Return the index in the output folder where it was made from the same inputs.

    `inputs` is the digest of `Inputs`.
    None where there is none, or where a file of that run is gone or changed.
    """
    outputs: Outputs | None = store.load(_key(inputs), Outputs)
    if outputs is None or any(_digest(output / name) != seen for name, seen in outputs.items()):
        return None
    return msgspec.json.decode((output / INDEX).read_bytes(), type=Index)


def keep_standing(inputs: str, store: Store, output: Path) -> None:
    """Remember from which inputs the files in the output folder were made."""
    store.save(_key(inputs), {name: _digest(output / name) for name in OUTPUTS})


def _digest(path: Path) -> str:
    """Return the SHA-256 of a file, '' where there is none."""
    try:
        with path.open("rb") as stream:
            return hashlib.file_digest(stream, "sha256").hexdigest()
    except OSError:
        return ""


def _key(inputs: str) -> str:
    return f"outputs-{inputs}"
