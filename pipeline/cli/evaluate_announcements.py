"""`elective-index evaluate-announcements`: how well announcements are understood."""

from __future__ import annotations

from pathlib import Path

from rich.console import Console
from rich.table import Table

from pipeline.cli.main import Exit
from pipeline.cli.speaking import print_json
from pipeline.evaluate.announcements import Understanding, measure, together
from pipeline.report import complain


def evaluate_announcements(folder: Path, *, as_json: bool) -> Exit:
    """Read every announcement that the folder's expected.yaml lists; return the exit status."""
    try:
        found = measure(folder)
    except (OSError, KeyError) as error:
        complain(Console(stderr=True), "The announcements cannot be judged.", error)
        return Exit.FAILED
    rows = {**found, "all announcements": together(list(found.values()))}
    if as_json:
        print_json(rows)
    else:
        _show(rows)
    return Exit.DONE


def _show(rows: dict[str, Understanding]) -> None:
    columns = ("Announcement", "Sessions", "Speakers", "Languages", "Titles")
    table = Table(*columns, title_justify="left", title="Understood, in %")
    for name, row in rows.items():
        table.add_row(name, *(f"{share:.1%}" for share in row.shares))
    Console().print(table)
