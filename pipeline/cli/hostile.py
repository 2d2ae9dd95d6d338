"""`elective-index evaluate-hostile`: what becomes of files that do harm, as a person reads it."""

from __future__ import annotations

from collections import Counter
from pathlib import Path
from tempfile import TemporaryDirectory

from rich.console import Console
from rich.table import Table

from pipeline.cli.main import Exit
from pipeline.cli.speaking import print_json
from pipeline.evaluate.hostile import HostileRun, run_over_hostile
from pipeline.report import ProgressBar
from pipeline.settings import RunSettings

_SLOWEST = 8
_MIB = 1024 * 1024


def evaluate_hostile(corpus: Path, *, workers: int, as_json: bool) -> Exit:
    """Read every file below a folder and say what came of it; return the exit status."""
    with ProgressBar(Console(stderr=True)) as listener, TemporaryDirectory() as output:
        settings = RunSettings(inbox=corpus, output=Path(output), workers=workers)
        found = run_over_hostile(settings, listener)
    if as_json:
        print_json(found)
    else:
        _show(found, Console())
    return Exit.DONE


def _show(found: HostileRun, console: Console) -> None:
    counts = Table("Outcome", "Files", title="What became of the files", title_justify="left")
    for outcome, count in sorted(found.counts.items()):
        counts.add_row(outcome, str(count))
    console.print(counts)
    console.print(_by_hint(found))
    slowest = Table("File", "Seconds", title="The slowest in workers", title_justify="left")
    for verdict in sorted(found.verdicts, key=lambda each: -each.seconds)[:_SLOWEST]:
        slowest.add_row(verdict.path, f"{verdict.seconds:.2f}")
    console.print(slowest)
    peaks = Table("Process", "MiB", title="Peak of resident memory", title_justify="left")
    for name, peak in sorted(found.peaks.items(), key=lambda pair: -pair[1]):
        peaks.add_row(name, f"{peak / _MIB:.0f}")
    console.print(peaks)
    console.print(f"{len(found.verdicts)} files in {found.seconds:.1f} s.", highlight=False)


def _by_hint(found: HostileRun) -> Table:
    """Set what the manifest says of files against what became of them."""
    outcomes = sorted(found.counts)
    table = Table("Hint", *outcomes, title="By what the manifest says", title_justify="left")
    pairs = Counter((hint, each.outcome) for each in found.verdicts for hint in each.hints)
    for hint in sorted({hint for hint, _ in pairs}):
        table.add_row(hint, *(str(pairs[hint, outcome] or "") for outcome in outcomes))
    return table
