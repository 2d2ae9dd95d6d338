"""Reads what is expected in an inbox, once for as long as the programme's file is the same."""

from __future__ import annotations

import hashlib
from pathlib import Path

from pipeline.programme import ProgrammeProblems, find_programme, read_programme
from pipeline.records.programme import Programme
from pipeline.store import Store


def kept_programme(
    inbox: Path, store: Store, given: Path | None = None
) -> Programme | ProgrammeProblems:
    """Return what `expected_in` returns; problems are not kept.

    Raises OSError when nothing can be kept.
    """
    path = given or find_programme(inbox)
    if isinstance(path, ProgrammeProblems):
        return path
    try:
        digest = hashlib.sha256(path.name.encode(errors="surrogateescape") + b"\0")
        digest.update(path.read_bytes())
    except OSError:
        return read_programme(path)
    key = f"programme-{digest.hexdigest()}"
    programme: Programme | None = store.load(key, Programme)
    if programme is not None:
        return programme
    read = read_programme(path)
    if isinstance(read, Programme):
        store.save(key, read)
    return read
