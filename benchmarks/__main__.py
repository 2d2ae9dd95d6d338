"""`make bench`: prints each table in Markdown, as the page beside this file quotes it."""

from __future__ import annotations

import argparse
import json
import os
import platform
import sys
from collections.abc import Callable, Iterable, Mapping
from pathlib import Path
from statistics import median
from subprocess import DEVNULL, check_output
from tempfile import TemporaryDirectory

from benchmarks import whole
from benchmarks.growth import draw
from benchmarks.making import words_of
from benchmarks.meter import Taken
from benchmarks.stages import STAGES, Stage

SECTIONS = ("stages", "script", "commands", "growth")
MIB = 1024 * 1024


def main() -> None:
    """Run the sections that are asked for, all of them without a name."""
    parser = argparse.ArgumentParser(prog="python -m benchmarks", description=__doc__)
    parser.add_argument("sections", nargs="*", metavar="SECTION", help=", ".join(SECTIONS))
    parser.add_argument("--decks", type=Path, required=True, help="folder with en, fr, pt in it")
    parser.add_argument("--rounds", type=int, default=3, help="how often each is run, in turn")
    parser.add_argument("--sizes", type=int, nargs="+", default=[100, 1000, 10_000])
    parser.add_argument("--plot", type=Path, help="where to draw the growth, as SVG")
    asked = parser.parse_args()
    sections = asked.sections or SECTIONS
    print(f"{platform.system()}, {os.cpu_count()} processors, Python {platform.python_version()}\n")
    with TemporaryDirectory() as name:
        scratch = Path(name)
        if "stages" in sections:
            for title, stage in STAGES.items():
                _stage(title, stage, asked.decks, asked.rounds)
        if "script" in sections:
            _runs(whole.against_script(asked.decks, scratch), asked.rounds)
        if "commands" in sections:
            _runs(whole.commands(scratch, words_of(asked.decks)), asked.rounds)
        if "growth" in sections:
            _growth(asked.decks, scratch, asked.sizes, asked.plot)


def _stage(title: str, stage: Stage, decks: Path, rounds: int) -> None:
    """Time the contenders in turn, round by round; ratios are to the first of the same round."""
    each: dict[str, list[float]] = {name: [] for name in stage.contenders}
    for _ in range(rounds):
        for name in stage.contenders:
            command = [sys.executable, "-m", "benchmarks.stages", title, name, str(decks)]
            seconds, units = json.loads(check_output(command, stderr=DEVNULL))
            each[name].append(1e6 * seconds / units)
    header = [f"{title}", f"µs a {stage.unit}", "against the first"]
    _table(header, ([name, _spread(found), _ratio(found, each)] for name, found in each.items()))


def _runs(runs: Mapping[str, Callable[[], Taken]], rounds: int) -> None:
    taken: dict[str, list[Taken]] = {name: [] for name in runs}
    for _ in range(rounds):
        for name, run in runs.items():
            taken[name].append(run())
            print(name, *taken[name][-1], file=sys.stderr)
    wall = {name: [each.wall for each in found] for name, found in taken.items()}
    header = ["command", "seconds", "against the first", "of processors", "largest process, MiB"]
    rows = (
        [
            name,
            _spread(wall[name]),
            _ratio(wall[name], wall),
            _spread([each.cpu for each in found]),
            f"{max(each.peak for each in found) / MIB:.0f}",
        ]
        for name, found in taken.items()
    )
    _table(header, rows)


def _growth(decks: Path, scratch: Path, sizes: list[int], plot: Path | None) -> None:
    found = []
    for row in whole.growth(scratch, words_of(decks), sizes):
        found.append(row)
        print(*row, file=sys.stderr)
    header = [
        "decks",
        "seconds",
        "of processors",
        "of them the main process",
        "largest process, MiB",
        "main process, MiB",
        "index, MB",
        "same again",
    ]
    rows = (
        [
            str(size),
            f"{taken.wall:.0f}",
            f"{taken.cpu:.0f}",
            f"{taken.own_cpu:.1f}",
            f"{taken.peak / MIB:.0f}",
            f"{taken.own_peak / MIB:.0f}",
            f"{index / 1e6:.1f}",
            "yes" if stable else "NO",
        ]
        for size, taken, index, stable in found
    )
    _table(header, rows)
    if plot:
        draw([(size, taken) for size, taken, _, _ in found], plot)


def _ratio(found: list[float], each: Mapping[str, list[float]]) -> str:
    first = next(iter(each.values()))
    return _spread([mine / other for mine, other in zip(found, first, strict=True)])


def _spread(values: list[float]) -> str:
    """Return the median with the least and the most, three digits each."""
    low, middle, high = map(_digits, (min(values), median(values), max(values)))
    return middle if low == high else f"{middle} ({low} to {high})"


def _digits(value: float) -> str:
    return f"{value:,.0f}" if value >= 100 else f"{value:.3g}"


def _table(header: list[str], rows: Iterable[list[str]]) -> None:
    print(f"| {' | '.join(header)} |", "| --- " * len(header) + "|", sep="\n")
    for row in rows:
        print(f"| {' | '.join(row)} |")
    print(flush=True)


if __name__ == "__main__":
    main()
