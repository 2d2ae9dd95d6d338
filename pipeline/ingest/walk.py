"""Walks the inbox and its subfolders."""

from __future__ import annotations

import os
import stat
from collections.abc import Iterator
from pathlib import Path

from pipeline.ingest import names
from pipeline.ingest.refusals import VANISHED, cannot_open, rejected
from pipeline.records.base import Record
from pipeline.records.files import Ignored, Rejected


class Found(Record, frozen=True):
    """An ordinary file: its path, its location, and how it stood when it was last looked at.

    `path` and `location` are those of `InboxFile`; `size` is in bytes, `modified` in nanoseconds
    of POSIX time.
    """

    path: str
    location: str
    size: int
    modified: int


def walk(inbox: Path) -> Iterator[Found | Rejected | Ignored]:
    """Yield every file below the inbox, folder by folder; links are not followed.

    Raises OSError when the inbox itself cannot be listed.
    """
    folders = [""]
    while folders:
        folder = folders.pop()
        try:
            with os.scandir(inbox / folder) as listing:
                entries = sorted(listing, key=lambda entry: entry.name)
        except OSError as error:
            if not folder:
                raise
            yield failed(names.portable(folder), error)
            continue
        for entry in entries:
            location = f"{folder}/{entry.name}" if folder else entry.name
            seen = _look(entry, location)
            if seen is None:
                folders.append(location)
            else:
                yield seen


def failed(path: str, error: OSError) -> Rejected | Ignored:
    """Return what becomes of a file or folder that cannot be opened."""
    if isinstance(error, FileNotFoundError):
        return Ignored(path=path, reason=VANISHED)
    return rejected(path, cannot_open(error))


def _look(entry: os.DirEntry[str], location: str) -> Found | Rejected | Ignored | None:
    """Return what an entry is, None for a folder."""
    path = names.portable(location)
    try:
        status = entry.stat(follow_symlinks=False)
    except OSError as error:
        return failed(path, error)
    if stat.S_ISDIR(status.st_mode):
        return None
    if reason := names.set_aside(path):
        return Ignored(path=path, reason=reason)
    if stat.S_ISLNK(status.st_mode):
        return Ignored(path=path, reason=names.LINK)
    if not stat.S_ISREG(status.st_mode):
        return Ignored(path=path, reason=names.NO_FILE)
    return Found(path=path, location=location, size=status.st_size, modified=status.st_mtime_ns)
