"""Gives commands that decide about files the inbox they are in, wherever it lies."""

from __future__ import annotations

import tempfile
from collections.abc import Collection, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import NamedTuple

from rich.console import Console

from pipeline.cli.places import Places, bring_programmes, places_of
from pipeline.decisions import FILE_NAME, keep_decision
from pipeline.ingest import IngestSettings, inventory, outcomes_of, take_stock
from pipeline.ingest.walk import Found
from pipeline.location import Folder
from pipeline.records.decisions import Decision
from pipeline.records.files import InboxFile
from pipeline.shards.listing import list_inbox

_AT_ONCE = IngestSettings(settle_seconds=0)


class Named(NamedTuple):
    """The files that a person may mean, and the paths of all that could have been meant."""

    files: tuple[InboxFile, ...]
    paths: list[str]


@dataclass(frozen=True)
class DecidingInbox:
    """An inbox about whose files a person decides.

    Where it lies elsewhere its methods raise LocationError when it cannot be reached.
    """

    places: Places

    @property
    def name(self) -> str:
        """The inbox as a person names it."""
        return self.places.origin or self.places.inbox.as_posix()

    def named(self, paths: Collection[str], console: Console) -> Named:
        """Return the files at some paths below the inbox; here also all others."""
        if not self.places.origin:
            files = take_stock(self.places.inbox, settings=_AT_ONCE, say=console.print).files
            return Named(files, [file.path for file in files])
        folder = Folder(self.places.origin)
        found = list(list_inbox(folder, _AT_ONCE)[0].values())
        meant = [file for file in found if any(_leads_to(file, path) for path in paths)]
        with tempfile.TemporaryDirectory() as name:
            here = Path(name)
            for file in meant:
                folder.fetch(file.location, here / file.location)
            outcomes = [item for file in meant for item in outcomes_of(here, _AT_ONCE, file)]
        return Named(inventory(outcomes).files, [file.path for file in found])

    def keep(self, sha256: str, decision: Decision) -> str:
        """Add a decision to those of the inbox, also to those that came meanwhile; say where.

        Raises what `keep_decision` raises.
        """
        kept = self.places.inbox / FILE_NAME
        if not self.places.origin:
            keep_decision(self.places.inbox, sha256, decision)
            return str(kept)
        folder = Folder(self.places.origin)
        if not folder.fetch(FILE_NAME, kept):
            kept.unlink(missing_ok=True)
        keep_decision(self.places.inbox, sha256, decision)
        folder.put(kept, FILE_NAME)
        return f"{folder.url}/{FILE_NAME}"


@contextmanager
def deciding_inbox(inbox: str) -> Iterator[DecidingInbox]:
    """Yield an inbox by path or URL; raises LocationError where it cannot be reached."""
    with tempfile.TemporaryDirectory(prefix="elective-index-") as scratch:
        places = places_of(inbox, scratch)
        bring_programmes(places, ["."])
        yield DecidingInbox(places)


def _leads_to(file: Found, path: str) -> bool:
    """Tell whether a path means a file, or a member of it."""
    return path == file.path or path.startswith(f"{file.path}/")
