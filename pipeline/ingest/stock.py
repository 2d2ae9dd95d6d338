"""Takes stock of the inbox: every file once, to be read, rejected or ignored."""

from __future__ import annotations

import time
from collections.abc import Callable, Iterable, Sequence
from concurrent.futures import ThreadPoolExecutor
from functools import partial
from pathlib import Path

from pipeline.ingest.archives import Allowance, Outcome, Place, outcomes
from pipeline.ingest.refusals import NAMESAKE, rejected, too_large
from pipeline.ingest.settings import IngestSettings
from pipeline.ingest.settle import settle
from pipeline.ingest.walk import Found, failed, walk
from pipeline.records.files import Ignored, InboxFile, Inventory, Rejected


def take_stock(
    inbox: Path,
    *,
    settings: IngestSettings,
    say: Callable[[str], None],
    seen: Callable[[Sequence[Found]], None] | None = None,
    sleep: Callable[[float], None] = time.sleep,
    clock: Callable[[], float] = time.time,
) -> Inventory:
    """Return every file below the inbox once, or its members in the place of an archive.

    Files that are still being copied are waited for, which `say` tells in a sentence for staff;
    `seen` hears which files there are before any is waited for or opened. `sleep` and `clock` are
    in seconds. The inbox is only read. Raises OSError when the inbox itself cannot be listed.
    """
    still, others = standing_files(
        inbox, settings=settings, say=say, seen=seen, sleep=sleep, clock=clock
    )
    # Hashing releases the interpreter's lock, and files of a shared folder come slowly.
    with ThreadPoolExecutor() as pool:
        read = [
            item
            for group in pool.map(partial(outcomes_of, inbox, settings), still)
            for item in group
        ]
    return inventory([*others, *read])


def standing_files(
    inbox: Path,
    *,
    settings: IngestSettings,
    say: Callable[[str], None],
    seen: Callable[[Sequence[Found]], None] | None = None,
    sleep: Callable[[float], None] = time.sleep,
    clock: Callable[[], float] = time.time,
) -> tuple[list[Found], list[Rejected | Ignored]]:
    """Part the files below the inbox that can be opened from all others, as `take_stock` does."""
    walked = list(walk(inbox))
    found = [item for item in walked if isinstance(item, Found)]
    if seen is not None:
        seen(found)
    still, gone = settle(inbox, found, settings=settings, say=say, sleep=sleep, clock=clock)
    return still, [*(item for item in walked if not isinstance(item, Found)), *gone]


def outcomes_of(inbox: Path, settings: IngestSettings, file: Found) -> list[Outcome]:
    """Return what becomes of a file, or of each member if it is an archive."""
    place = Place(path=file.path, location=file.location)
    if file.size > settings.max_file_bytes:
        return [rejected(file.path, too_large(settings.max_file_bytes))]
    try:
        with (inbox / file.location).open("rb") as stream:
            return list(outcomes(stream, place, settings, Allowance(settings.max_archive_bytes)))
    except OSError as error:
        return [failed(file.path, error)]


def inventory(items: Iterable[Outcome]) -> Inventory:
    """Return outcomes in their order, each path once."""
    files: dict[str, InboxFile] = {}
    refused: list[Rejected] = []
    ignored: list[Ignored] = []
    for item in sorted(items, key=_order):
        if isinstance(item, Ignored):
            ignored.append(item)
        elif isinstance(item, Rejected):
            refused.append(item)
        elif item.path in files:
            refused.append(rejected(item.path, NAMESAKE))
        else:
            files[item.path] = item
    return Inventory(files=tuple(files.values()), rejected=tuple(refused), ignored=tuple(ignored))


def _order(item: Outcome) -> tuple[str, str, tuple[str, ...]]:
    """Sort by path, and where names differ in spelling only, by spelling."""
    if isinstance(item, InboxFile):
        return item.path, item.location, item.members
    return item.path, "", ()
