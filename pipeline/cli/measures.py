"""The commands that measure how well files are read."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from pipeline.cli.main import app

Json = Annotated[bool, typer.Option("--json", help="Print the figures as JSON.")]


@app.command(epilog="Example: elective-index evaluate-entities ../ner --json")
def evaluate_entities(
    corpus: Annotated[
        Path | None,
        typer.Argument(
            exists=True,
            file_okay=False,
            help="Folder of annotated sets (words with IOB2 tags), named like pt_news/test.iob2.",
        ),
    ] = None,
    gold: Annotated[
        Path, typer.Option(exists=True, file_okay=False, help="Folder of the gold pages.")
    ] = Path("tests/data/entities"),
    as_json: Json = False,
) -> None:
    """Measure how well names are found, and what each piece of evidence adds."""
    from pipeline.cli.evaluate_entities import evaluate_entities as evaluate  # noqa: PLC0415 - `--help` must be fast

    raise typer.Exit(evaluate(gold, corpus, as_json=as_json))


@app.command(epilog="Example: elective-index evaluate-recall ../decks --json")
def evaluate_recall(
    corpus: Annotated[
        Path, typer.Argument(exists=True, file_okay=False, help="Folder of PowerPoint, PDF files.")
    ],
    as_json: Json = False,
) -> None:
    """Measure how much of what files say is read: words found, by kind of text."""
    from pipeline.cli.evaluate_recall import evaluate_recall as evaluate  # noqa: PLC0415 - `--help` must be fast

    raise typer.Exit(evaluate(corpus, as_json=as_json))


@app.command(epilog="Example: elective-index evaluate-hostile ../hostile")
def evaluate_hostile(
    corpus: Annotated[
        Path, typer.Argument(exists=True, file_okay=False, help="Folder of hostile files.")
    ],
    workers: Annotated[int, typer.Option(min=1, help="Worker processes.")] = 2,
    as_json: Json = False,
) -> None:
    """Measure what becomes of files that are broken or do harm: outcomes, time, memory."""
    from pipeline.cli.hostile import evaluate_hostile as evaluate  # noqa: PLC0415 - `--help` must be fast

    raise typer.Exit(evaluate(corpus, workers=workers, as_json=as_json))


@app.command(epilog="Example: elective-index evaluate-announcements tests/data/announcements/later")
def evaluate_announcements(
    folder: Annotated[
        Path,
        typer.Argument(
            exists=True, file_okay=False, help="Folder of announcements with an expected.yaml."
        ),
    ],
    as_json: Annotated[bool, typer.Option("--json", help="Print the counts as JSON.")] = False,
) -> None:
    """Measure how well announcements are understood: sessions, speakers, languages."""
    from pipeline.cli.evaluate_announcements import (  # noqa: PLC0415 - `--help` must be fast
        evaluate_announcements as evaluate,
    )

    raise typer.Exit(evaluate(folder, as_json=as_json))
