"""Fits the weights with which announcements are read: `python -m training.entries`.

`--without BATCH` leaves the announcements of a folder out, so that `evaluate-announcements` can
measure on them what the others teach.
"""

from __future__ import annotations

import argparse
import sys
from collections.abc import Sequence
from pathlib import Path

from pipeline.evaluate.announcements import EXPECTED
from pipeline.programme.importing.entries import weights
from pipeline.programme.importing.entries.weights import Table, Weights
from training.entries.by_hand import by_hand
from training.entries.chain import fit
from training.entries.examples import examples_in

_DATA = Path(__file__).parents[2] / "tests" / "data"
#: Kept apart, so that something tells what the reader makes of the next announcement.
_NEVER = frozenset(["third", "fourth"])
_HEADER = """\
# What every clue says for the role of a piece. Fitted: change nothing here by hand, but in
# `training/entries`, and run `python -m training.entries`.
"""


def main(arguments: Sequence[str]) -> None:
    """Fit the weights and write them into the package."""
    parser = argparse.ArgumentParser(prog="python -m training.entries", description=__doc__)
    parser.add_argument("--data", type=Path, default=_DATA, help="where the announcements are")
    parser.add_argument("--output", type=Path, default=Path(weights.__file__).parent / weights.FILE)
    parser.add_argument("--without", action="append", default=[], metavar="BATCH")
    parser.add_argument("--hold", type=float, default=2.0, help="how firmly the start is held")
    options = parser.parse_args(arguments)
    start = by_hand()
    folders = sorted(path.parent for path in options.data.glob(f"announcements*/*/{EXPECTED}"))
    examples = [
        example
        for folder in folders
        if folder.name not in {*_NEVER, *options.without}
        for example in examples_in(folder, Weights(start))
    ]
    options.output.write_text(_HEADER + written(fit(examples, start, hold=options.hold)), "utf-8")
    print(f"{len(examples)} announcements, {sum(len(one.pieces) for one in examples)} pieces")


def written(table: Table) -> str:
    """Return a table as TOML, a line for each clue; what says next to nothing is left out."""
    lines = []
    for clue, row in table.items():
        told = [f"{role} = {value:.2f}" for role, value in row.items() if abs(value) >= 0.005]
        if told:
            lines.append(f"'{clue}' = {{ {', '.join(told)} }}\n")
    return "".join(lines)


if __name__ == "__main__":
    main(sys.argv[1:])
