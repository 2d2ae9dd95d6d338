"""`elective-index evaluate-recall`: how much of what files say is read, as a person reads it."""

from __future__ import annotations

from collections import Counter
from pathlib import Path

from rich.console import Console
from rich.markup import escape
from rich.table import Table

from pipeline.cli.main import Exit
from pipeline.cli.speaking import print_json
from pipeline.evaluate.pdf_truth import has_poppler
from pipeline.evaluate.recall import RecallRun, measure_recall
from pipeline.report import ProgressBar

_NO_POPPLER = "pdftotext (poppler) is not installed: PDF files are held against pdfium alone."
_WORST = 5


def evaluate_recall(corpus: Path, *, as_json: bool) -> Exit:
    """Hold what is read of the files below a folder against other readings; return the status."""
    with ProgressBar(Console(stderr=True)) as listener:
        if not has_poppler():
            listener.say(_NO_POPPLER)
        found = measure_recall(corpus, listener)
    if as_json:
        print_json(found)
    else:
        _show(found, Console())
    return Exit.DONE


def _show(found: RecallRun, console: Console) -> None:
    table = Table(title="Words found, by kind of text", title_justify="left", title_style="bold")
    table.add_column("kind")
    for column in ("files", "words", "found", "recall"):
        table.add_column(column, justify="right")
    for kind, item in found.recalls.items():
        rate = "-" if item.rate is None else f"{item.rate:.2%}"
        table.add_row(kind, str(item.files), str(item.expected), str(item.found), rate)
    console.print(table)
    missed: Counter[str] = Counter()
    for item in found.recalls.values():
        missed.update(item.missed)
    for name, count in missed.most_common(_WORST):
        console.print(f"  • {escape(name)}: {count} words missed", highlight=False, soft_wrap=True)
    console.print(
        f"{found.pages} PDF pages, {found.garbled_pages} of them left out: their text layer is "
        "garbage.",
        highlight=False,
    )
    for why, count in sorted(Counter(found.left_out.values()).items()):
        console.print(f"Files left out, {why}: {count}", highlight=False)
