"""Sends what was written here to where it belongs."""

from __future__ import annotations

import hashlib
from collections.abc import Iterable
from pathlib import Path

import msgspec

from pipeline.atomic import write_atomically
from pipeline.location.folder import Folder

#: What was sent from a folder: for each file its SHA-256.
_SENT = ".sent.json"


def send(folder: Path, names: Iterable[str], target: Folder) -> None:
    """Copy files of a folder to another place, in the order of their names here.

    What was sent before, and is still there, is not sent again. Raises LocationError where the
    place cannot be reached.
    """
    sent: dict[str, str] = {}
    record = folder / _SENT
    if record.exists():
        kept = msgspec.json.decode(record.read_bytes(), type=dict[str, dict[str, str]])
        sent = kept.get(target.url, {})
    for name in names:
        digest = hashlib.sha256((folder / name).read_bytes()).hexdigest()
        if sent.get(name) != digest or not target.holds(name):
            target.put(folder / name, name)
            sent[name] = digest
            write_atomically(record, msgspec.json.encode({target.url: sent}))
