"""Whole commands, as a user runs them: the run against the afternoon's script, and the re-runs."""

from __future__ import annotations

import os
import shutil
import sys
import time
from collections.abc import Callable, Iterator, Sequence
from pathlib import Path

from benchmarks.making import Words, change_one, make_inbox
from benchmarks.meter import Taken, meter, without

OURS = [sys.executable, "-m", "pipeline"]
PROGRAMME = (
    '{"title": "Benchmark", "languages": ["en", "fr", "pt"], "sessions": [{"title": "One"}]}'
)
#: Seconds after which a run takes a file for complete, and waits no longer to see.
AT_REST = 3.0
#: Neither the script nor its readers recognise pictures of text or convert old files.
BARE = without(os.environ, "tesseract", "soffice")

Run = Callable[[], Taken]


def run(inbox: Path, output: Path, workers: int = 2) -> Taken:
    """Index an inbox into a folder."""
    folders = ["--inbox", str(inbox), "--output", str(output)]
    return meter([*OURS, "run", *folders, "--workers", str(workers)], BARE)


def afresh(inbox: Path, output: Path, workers: int) -> Taken:
    """Index an inbox of which nothing is known yet."""
    shutil.rmtree(output, ignore_errors=True)
    return run(inbox, output, workers)


def against_script(decks: Path, scratch: Path) -> dict[str, Run]:
    """Return the program and the afternoon's scripts, all over the same real decks."""
    inbox, output = scratch / "real", scratch / "real-output"
    shutil.copytree(decks, inbox)
    (inbox / "programme.json").write_text(PROGRAMME)
    script = [sys.executable, "-m", "benchmarks.afternoon"]
    return {
        "ours, two workers": lambda: afresh(inbox, output, 2),
        "ours, one worker": lambda: afresh(inbox, output, 1),
        "script with kreuzberg": lambda: meter([*script, "kreuzberg", str(decks)], BARE),
        "script with markitdown": lambda: meter([*script, "markitdown", str(decks)], BARE),
    }


def commands(scratch: Path, words: dict[str, Words], decks: int = 1000) -> dict[str, Run]:
    """Return what a user waits for day by day, over an inbox that is indexed already."""
    inbox, output = scratch / "daily", scratch / "daily-output"
    make_inbox(inbox, decks, words)
    run(inbox, output)
    counter = iter(range(1, decks))

    def changed() -> Taken:
        change_one(inbox, next(counter), words)
        time.sleep(AT_REST)
        return run(inbox, output)

    return {
        "python, nothing done": lambda: meter([sys.executable, "-c", "pass"]),
        "--help": lambda: meter([*OURS, "--help"]),
        f"unchanged inbox of {decks} decks": lambda: run(inbox, output),
        f"one changed deck among {decks}": changed,
    }


def growth(
    scratch: Path, words: dict[str, Words], sizes: Sequence[int]
) -> Iterator[tuple[int, Taken, int, bool]]:
    """Yield, for each size, what a first run takes, its index in bytes, and whether that is stable.

    Stable is an index that a second run gives to the byte, from what the first has kept.
    """
    for size in sizes:
        inbox, output = scratch / f"inbox-{size}", scratch / f"output-{size}"
        make_inbox(inbox, size, words)
        taken = afresh(inbox, output, 2)
        first = (output / "index.json").read_bytes()
        (output / "index.json").unlink()
        run(inbox, output)
        yield size, taken, len(first), first == (output / "index.json").read_bytes()
