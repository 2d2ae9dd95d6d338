"""`elective-index evaluate-entities`: how well names are found, for a person or a script."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path

import msgspec
from rich import box
from rich.console import Console
from rich.markup import escape
from rich.progress import Progress
from rich.table import Table

from pipeline.cli.main import Exit
from pipeline.cli.speaking import print_json
from pipeline.evaluate.entities.measuring import (
    LANGUAGES,
    OWN,
    Piece,
    Row,
    Speed,
    on_pages,
    on_set,
    speeds,
    systems,
    without_each,
)
from pipeline.evaluate.entities.pages import GoldElective, read_gold_pages
from pipeline.evaluate.entities.sets import annotated_sets
from pipeline.records.tags import EntityLabel
from pipeline.settings import OWN_VOCABULARY
from pipeline.tag import compile_vocabulary

PARTS = ("dev", "held-out")


class Report(msgspec.Struct, frozen=True):
    """All figures; F1 without a piece of evidence stands by part of the gold pages and language."""

    pages: dict[str, dict[str, int]]
    rows: tuple[Row, ...]
    evidence: tuple[Piece, ...]
    speed: dict[str, Speed]


def evaluate_entities(gold: Path, corpus: Path | None, *, as_json: bool) -> Exit:
    """Measure names on the gold pages, and on annotated sets where there are any."""
    errors = Console(stderr=True)
    try:
        parts = {part: read_gold_pages(gold / part) for part in PARTS if (gold / part).is_dir()}
    except (OSError, ValueError) as error:
        errors.print(f"[bold red]The gold pages cannot be read.[/] {error}")
        return Exit.FAILED
    concepts = compile_vocabulary(OWN_VOCABULARY).concepts
    notions = tuple(label for concept in concepts for label in concept.label.values())
    compared = systems(notions)
    rows: list[Row] = []
    with Progress(console=errors, transient=True) as progress:
        for item in progress.track(
            annotated_sets(corpus) if corpus else (), description="Annotated sets"
        ):
            rows += on_set(item, compared.values())
        for part, electives in parts.items():
            rows += on_pages(part, electives, compared.values())
        task = progress.add_task("Evidence")
        pieces = tuple(without_each(parts, compared[OWN], lambda: progress.advance(task)))
    report = Report(
        pages={part: _pages(electives) for part, electives in parts.items()},
        rows=tuple(rows),
        evidence=pieces,
        speed=speeds((e for electives in parts.values() for e in electives), notions),
    )
    if as_json:
        print_json(report)
    else:
        _show(report, Console())
    return Exit.DONE


def _pages(electives: Iterable[GoldElective]) -> dict[str, int]:
    decks = [item for elective in electives for item in elective.decks]
    return {
        language: sum(len(item.deck.pages) for item in decks if item.language == language)
        for language in LANGUAGES
    }


def _show(report: Report, console: Console) -> None:
    for part, pages in report.pages.items():
        counts = ", ".join(f"{count} {language}" for language, count in pages.items())
        console.print(f"Gold pages, {part}: {counts}")
    _show_rows(report.rows, console)
    _show_evidence(report, console)
    for language, speed in report.speed.items():
        console.print(
            f"{language}: {speed.words_per_second:,.0f} words a second with all evidence, "
            f"loaded in {speed.load_seconds:.2f} s (processor time)"
        )


def _show_rows(rows: Iterable[Row], console: Console) -> None:
    table = Table(
        title="Names, strict spans (%), with F1 by label",
        title_justify="left",
        title_style="bold",
        box=box.SIMPLE_HEAD,
        padding=(0, 1, 0, 0),
    )
    table.add_column("", overflow="fold")
    for column in ("names", "P", "R", "F1", *(label.value for label in EntityLabel)):
        table.add_column(column, justify="right", no_wrap=True)
    sets: dict[tuple[str, str], list[Row]] = {}
    for row in rows:
        sets.setdefault((row.dataset, row.language), []).append(row)
    for (dataset, language), group in sets.items():
        table.add_section()
        table.add_row(f"[bold]{escape(dataset)}[/], {language}")
        for row in group:
            total = row.total
            found = (total.precision, total.recall, total.f1)
            by_label = (row.labels[each].f1 if each in row.labels else None for each in EntityLabel)
            table.add_row(row.system, str(total.names), *map(_percent, (*found, *by_label)))
    console.print(table)


def _percent(share: float | None) -> str:
    return "" if share is None else f"{100 * share:.1f}"


def _show_evidence(report: Report, console: Console) -> None:
    table = Table(
        title="What each piece of evidence adds to F1 (points)",
        title_justify="left",
        title_style="bold",
    )
    table.add_column("evidence")
    whole = {(row.dataset, row.language): row.total.f1 for row in report.rows if row.system == OWN}
    columns = [column for column in whole if column[0] in report.pages]
    for part, language in columns:
        table.add_column(f"{part} {language}", justify="right")
    for piece in report.evidence:
        gains = (whole[column] - piece.f1[column[0]][column[1]] for column in columns)
        table.add_row(piece.left_out, *(f"{100 * gain:+.1f}" for gain in gains))
    console.print(table)
