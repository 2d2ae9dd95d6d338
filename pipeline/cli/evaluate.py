"""`elective-index evaluate`: accuracy on labelled events, as a person or a script reads it."""

from __future__ import annotations

from pathlib import Path

import msgspec
from rich.console import Console

from pipeline.cli.main import Exit
from pipeline.cli.speaking import print_json
from pipeline.evaluate.events import read_events, strangers_in
from pipeline.evaluate.figures import Figures, Judged, figures
from pipeline.evaluate.fit import as_toml
from pipeline.evaluate.matching import Evaluation, ReadEvent
from pipeline.evaluate.tables import show_figures, show_reliability, show_wrong
from pipeline.match.weights import TABLE, Weights, load_weights, naive_sum
from pipeline.report import ProgressBar, complain
from pipeline.settings import PACKAGE, RunSettings
from pipeline.store import Store, fingerprint

NAMES = {"names shown": True, "names hidden": False}
ALL = "all events"
NAIVE = "naive sum of title, speaker and meaning"
VALIDATED = "cross-validated by event"
REMOVED = "true session removed from the programme"


def evaluate_events(
    corpus: Path, output: Path, *, strangers: Path | None, as_json: bool, fit: bool
) -> Exit:
    """Measure matching on every event below a folder; return the exit status."""
    console = Console(stderr=True)
    settings = RunSettings(inbox=corpus, output=output)
    with ProgressBar(console) as listener:
        evaluation = Evaluation(Store(settings.store, fingerprint(PACKAGE)), settings, listener)
        try:
            reads = [evaluation.read(event) for event in read_events(corpus)]
            others = evaluation.read(strangers_in(strangers)) if strangers else None
        except (FileNotFoundError, msgspec.DecodeError) as error:
            complain(console, "The corpus cannot be read.", error)
            return Exit.FAILED
    if fit:
        counts = {read.event.name: len(read.decks) for read in reads}
        TABLE.write_text(as_toml(evaluation.fit(reads), counts), encoding="utf-8")
        console.print(f"Written: {TABLE}", highlight=False)
        return Exit.DONE
    tables = {name: _by_event(evaluation, reads, show) for name, show in NAMES.items()}
    naive = naive_sum(list(load_weights().signals))
    for name, show in NAMES.items():
        tables[f"{NAIVE}, {name}"] = _by_event(evaluation, reads, show, naive)
    if len(reads) > 1:
        tables.update(_cross_validated(evaluation, reads))
    if others:
        tables["decks of no event"] = _sum_up(evaluation.strangers(reads, others))
    if as_json:
        print_json(tables)
    else:
        _show(tables)
    return Exit.DONE


def _cross_validated(
    evaluation: Evaluation, reads: list[ReadEvent]
) -> dict[str, dict[str, Figures]]:
    tables = {}
    fitted = list(zip(reads, evaluation.fit_to_others(reads), strict=True))
    for title, judge in ((VALIDATED, evaluation.judge), (REMOVED, evaluation.orphans)):
        for name, show in NAMES.items():
            judged = [
                item
                for read, weights in fitted
                for item in judge(read, show_names=show, weights=weights)
            ]
            tables[f"{title}, {name}"] = _sum_up(judged)
    return tables


def _by_event(
    evaluation: Evaluation,
    reads: list[ReadEvent],
    show_names: bool,
    weights: Weights | None = None,
) -> dict[str, Figures]:
    judged = [
        item
        for read in reads
        for item in evaluation.judge(read, show_names=show_names, weights=weights)
    ]
    return _sum_up(judged)


def _sum_up(judged: list[Judged]) -> dict[str, Figures]:
    events = dict.fromkeys(item.event for item in judged)
    rows = {event: figures([item for item in judged if item.event == event]) for event in events}
    return {**rows, ALL: figures(judged)}


def _show(tables: dict[str, dict[str, Figures]]) -> None:
    console = Console()
    for title, rows in tables.items():
        show_figures(rows, title[:1].upper() + title[1:], console)
        if not title.startswith((NAIVE, REMOVED)):
            show_wrong(rows[ALL], console)
    for title, rows in tables.items():
        if title.startswith(VALIDATED):
            show_reliability(rows[ALL], f"Reliability, {title}", console)
    console.print("ECE: expected calibration error, of confidence against the share that is right.")
