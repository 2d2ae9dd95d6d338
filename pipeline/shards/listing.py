"""Lists an inbox that lies elsewhere, as `ingest` walks one on this machine."""

from __future__ import annotations

import hashlib

import msgspec

from pipeline.ingest import IngestSettings, names
from pipeline.ingest.refusals import rejected, too_large, unsafe
from pipeline.ingest.walk import Found
from pipeline.location import Folder, Listed
from pipeline.location.folder import is_safe
from pipeline.records.files import Ignored, Rejected


def list_inbox(
    folder: Folder, settings: IngestSettings
) -> tuple[dict[str, Found], list[Rejected | Ignored]]:
    """Part the files that can be opened from all others; each of the former has its key.

    The key names all that is known of a file before it is fetched, so that of two files with the
    same key the same can be said. Raises LocationError where the folder cannot be reached.
    """
    found: dict[str, Found] = {}
    others: list[Rejected | Ignored] = []
    for file in folder.files():
        path = names.portable(file.location)
        if not is_safe(file.location):
            others.append(rejected(path, unsafe("its name leads out of the inbox")))
        elif reason := names.set_aside(path):
            others.append(Ignored(path=path, reason=reason))
        elif file.size > settings.max_file_bytes:
            others.append(rejected(path, too_large(settings.max_file_bytes)))
        else:
            found[_key(folder.url, file, settings)] = Found(
                path=path, location=file.location, size=file.size, modified=0
            )
    return found, others


def _key(url: str, file: Listed, settings: IngestSettings) -> str:
    known = msgspec.json.encode([url, file, settings], order="deterministic")
    return f"stock-{hashlib.sha256(known).hexdigest()}"
