"""`elective-index evaluate`: accuracy on labelled events, as a person or a script reads it."""

from __future__ import annotations

from pathlib import Path

import msgspec
from rich.console import Console

from pipeline.cli.main import Exit
from pipeline.evaluate.events import read_events
from pipeline.evaluate.figures import Figures, Judged, figures
from pipeline.evaluate.fit import as_toml
from pipeline.evaluate.matching import Evaluation, ReadEvent
from pipeline.evaluate.tables import show_figures, show_reliability, show_wrong
from pipeline.match.weights import TABLE
from pipeline.report import ProgressBar
from pipeline.settings import PACKAGE, RunSettings
from pipeline.store import Store, fingerprint

NAMES = {"names shown": True, "names hidden": False}
ALL = "all events"


def evaluate_events(corpus: Path, output: Path, *, as_json: bool, fit: bool) -> Exit:
    """Measure matching on every event below a folder; return the exit status."""
    console = Console(stderr=True)
    settings = RunSettings(inbox=corpus, output=output)
    with ProgressBar(console) as listener:
        evaluation = Evaluation(Store(settings.store, fingerprint(PACKAGE)), settings, listener)
        try:
            reads = [evaluation.read(event) for event in read_events(corpus)]
        except (FileNotFoundError, msgspec.ValidationError) as error:
            console.print(f"[bold red]The corpus cannot be read.[/] {error}", highlight=False)
            return Exit.FAILED
    if fit:
        counts = {read.event.name: len(read.decks) for read in reads}
        TABLE.write_text(as_toml(evaluation.fit(reads), counts), encoding="utf-8")
        console.print(f"Written: {TABLE}", highlight=False)
        return Exit.DONE
    tables = {name: _by_event(evaluation, reads, show) for name, show in NAMES.items()}
    if len(reads) > 1:
        for name, show in NAMES.items():
            judged = evaluation.cross_validate(reads, show_names=show)
            tables[f"cross-validated by event, {name}"] = _sum_up(judged)
    if as_json:
        print(msgspec.json.format(msgspec.json.encode(tables), indent=2).decode())
    else:
        _show(tables)
    return Exit.DONE


def _by_event(
    evaluation: Evaluation, reads: list[ReadEvent], show_names: bool
) -> dict[str, Figures]:
    judged = [item for read in reads for item in evaluation.judge(read, show_names=show_names)]
    return _sum_up(judged)


def _sum_up(judged: list[Judged]) -> dict[str, Figures]:
    events = dict.fromkeys(item.event for item in judged)
    rows = {event: figures([item for item in judged if item.event == event]) for event in events}
    return {**rows, ALL: figures(judged)}


def _show(tables: dict[str, dict[str, Figures]]) -> None:
    console = Console()
    for title, rows in tables.items():
        show_figures(rows, title[:1].upper() + title[1:], console)
        show_wrong(rows[ALL], console)
    last = list(tables)[-1]
    show_reliability(tables[last][ALL], f"Reliability, {last}", console)
