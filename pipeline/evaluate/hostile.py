"""Runs over a folder of hostile files and tells what became of each, how long and how large."""

from __future__ import annotations

import json
import time
from collections import Counter, defaultdict
from pathlib import Path

import msgspec

from pipeline.evaluate.memory import MemoryWatch
from pipeline.ingest import take_stock
from pipeline.kept import kept_vocabulary
from pipeline.library import Library, Listener
from pipeline.reading import read_files
from pipeline.records.files import InboxFile, Refusal
from pipeline.settings import RunSettings
from pipeline.store import Store

#: The elective's languages, in which the decks of such a folder are expected.
LANGUAGES = ("en", "fr", "pt")
READ = "read"
IGNORED = "set aside"


class Verdict(msgspec.Struct, frozen=True):
    """What became of one file: `outcome` is READ, IGNORED or the code of its refusal.

    `seconds` is what workers took for it; `hints` are what the folder's manifest says of it.
    """

    path: str
    outcome: str
    message: str
    seconds: float
    hints: tuple[str, ...]


class HostileRun(msgspec.Struct, frozen=True):
    """Every file's verdict, by path; wall time in seconds, and the peaks of memory in bytes."""

    verdicts: tuple[Verdict, ...]
    seconds: float
    peaks: dict[str, int]

    @property
    def counts(self) -> Counter[str]:
        """How many files came to each outcome."""
        return Counter(verdict.outcome for verdict in self.verdicts)


def run_over_hostile(settings: RunSettings, listener: Listener) -> HostileRun:
    """Take stock of a folder and read it into an empty store."""
    seconds: defaultdict[str, float] = defaultdict(float)

    def timed(file: InboxFile, took: float) -> None:
        seconds[file.path] += took

    started = time.perf_counter()
    with MemoryWatch() as watch:
        store = Store(settings.store, "hostile")
        vocabulary = kept_vocabulary(settings.vocabulary, store)
        inventory = take_stock(settings.inbox, settings=settings.ingest, say=listener.say)
        library = Library(store)
        read_files(inventory.files, library, settings, LANGUAGES, vocabulary, listener, timed)
    wall = time.perf_counter() - started
    outcomes = {item.path: (item.code.value, item.message) for item in inventory.rejected}
    outcomes |= {item.path: (IGNORED, item.reason) for item in inventory.ignored}
    for file in inventory.files:
        result = library.get(file)
        outcomes[file.path] = (
            (result.code.value, result.message) if isinstance(result, Refusal) else (READ, "")
        )
    hints = read_hints(settings.inbox)
    verdicts = tuple(
        Verdict(
            path=path,
            outcome=outcome,
            message=message,
            seconds=round(seconds[path], 3),
            hints=hints.get(path, ()),
        )
        for path, (outcome, message) in sorted(outcomes.items())
    )
    return HostileRun(verdicts=verdicts, seconds=wall, peaks=watch.peaks)


def read_hints(folder: Path) -> dict[str, tuple[str, ...]]:
    """Return what `manifest.json` says of the files beside it, nothing where there is none."""
    manifest = folder / "manifest.json"
    if not manifest.exists():
        return {}
    entries = json.loads(manifest.read_text(encoding="utf-8"))
    return {entry["file"]: tuple(dict.fromkeys(entry.get("hint") or ())) for entry in entries}
