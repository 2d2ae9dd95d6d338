"""Shows figures to a person."""

from __future__ import annotations

from collections.abc import Mapping

from rich.console import Console
from rich.markup import escape
from rich.table import Table

from pipeline.evaluate.figures import Figures

COLUMNS = ("decks", "top 1", "accepted", "precision", "recall", "language", "ECE")


def show_figures(rows: Mapping[str, Figures], title: str, console: Console) -> None:
    """Print a row of figures for each name."""
    table = Table(title=title, title_justify="left", title_style="bold")
    table.add_column("event", overflow="fold")
    for column in COLUMNS:
        table.add_column(column, justify="right")
    for name, item in rows.items():
        table.add_row(
            escape(name),
            str(item.decks),
            _percent(item.top1),
            str(item.accepted),
            _percent(item.precision),
            _percent(item.recall),
            _percent(item.language),
            "-" if item.calibration_error is None else f"{item.calibration_error:.3f}",
        )
    console.print(table)


def show_reliability(item: Figures, title: str, console: Console) -> None:
    """Print how often decks of each confidence are right."""
    table = Table(title=title, title_justify="left", title_style="bold")
    for column in ("confidence", "decks", "mean confidence", "right"):
        table.add_column(column, justify="right")
    for row in item.reliability:
        table.add_row(
            f"{row.low:.2f} to {row.high:.2f}",
            str(row.decks),
            f"{row.confidence:.2f}",
            _percent(row.right),
        )
    console.print(table)


def show_wrong(item: Figures, console: Console) -> None:
    """Print the decks whose best candidate is not the true session."""
    for line in item.wrong:
        console.print(f"  • {escape(line)}", highlight=False, soft_wrap=True)


def _percent(share: float | None) -> str:
    return "-" if share is None else f"{share:.1%}"
