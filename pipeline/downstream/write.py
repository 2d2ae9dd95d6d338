"""Writes every form of the index beside it."""

from __future__ import annotations

import json
from pathlib import Path

from pipeline.atomic import write_atomically
from pipeline.downstream.jsonld import as_jsonld
from pipeline.downstream.resources_csv import as_csv
from pipeline.downstream.schedule import as_schedule
from pipeline.records.index import Index


def write_downstream(index: Index, output: Path) -> None:
    """Write `index.jsonld`, `schedule.json` and `resources.csv`, each whole or not at all.

    They follow from the index alone. Raises OSError when the folder cannot be written to.
    """
    write_atomically(output / "index.jsonld", _json(as_jsonld(index)))
    write_atomically(output / "schedule.json", _json(as_schedule(index)))
    write_atomically(output / "resources.csv", as_csv(index))


def _json(document: object) -> bytes:
    return json.dumps(document, ensure_ascii=False, indent=2).encode() + b"\n"
