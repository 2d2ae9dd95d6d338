"""The commands that measure how good the work is."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from pipeline.cli.main import app
from pipeline.records.messages import message

Json = Annotated[bool, typer.Option("--json", help="Print the figures as JSON.")]
#: Where `--help` lists them.
PANEL = str(message("Quality figures"))


@app.command(rich_help_panel=PANEL, epilog="Example: elective-index evaluate ../events --json")
def evaluate(
    corpus: Annotated[
        Path, typer.Argument(exists=True, file_okay=False, help="Folder of labelled events.")
    ],
    output: Annotated[
        Path, typer.Option(file_okay=False, help="Folder in which readings are kept.")
    ] = Path("output/evaluate"),
    strangers: Annotated[
        Path | None,
        typer.Option(exists=True, file_okay=False, help="Decks that belong to none of the events."),
    ] = None,
    as_json: Json = False,
    fit: Annotated[
        bool, typer.Option("--fit", help="Fit the matching weights to the corpus instead.")
    ] = False,
) -> None:
    """Measure how right the matching is on labelled events."""
    from pipeline.cli.evaluate import evaluate_events  # noqa: PLC0415 - `--help` must be fast

    raise typer.Exit(evaluate_events(corpus, output, strangers=strangers, as_json=as_json, fit=fit))


@app.command(rich_help_panel=PANEL, epilog="Example: elective-index evaluate-themes --json")
def evaluate_themes(
    gold: Annotated[
        Path, typer.Option(exists=True, file_okay=False, help="Folder of the gold set.")
    ] = Path("tests/data/themes"),
    sample: Annotated[
        Path, typer.Option(exists=True, file_okay=False, help="Inbox with the decks it judges.")
    ] = Path("tests/data/sample"),
    annif: Annotated[
        Path | None,
        typer.Option(exists=True, dir_okay=False, help="Suggestions of Annif, set beside ours."),
    ] = None,
    texts: Annotated[
        Path | None,
        typer.Option(dir_okay=False, help="Write the texts here, for Annif, and do no more."),
    ] = None,
    as_json: Json = False,
) -> None:
    """Measure how good the themes are on a gold set."""
    from pipeline.cli.evaluate_themes import evaluate_themes, write_texts  # noqa: PLC0415 - `--help` must be fast

    if texts is not None:
        write_texts(gold, sample, texts)
        raise typer.Exit
    raise typer.Exit(evaluate_themes(gold, sample, annif, as_json=as_json))


@app.command(
    rich_help_panel=PANEL, epilog="Example: elective-index evaluate-entities ../ner --json"
)
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


@app.command(
    rich_help_panel=PANEL, epilog="Example: elective-index evaluate-recall ../decks --json"
)
def evaluate_recall(
    corpus: Annotated[Path, typer.Argument(exists=True, file_okay=False, help="Folder of decks.")],
    as_json: Json = False,
) -> None:
    """Measure how much of what files say is read: words found, by kind of text."""
    from pipeline.cli.evaluate_recall import evaluate_recall as evaluate  # noqa: PLC0415 - `--help` must be fast

    raise typer.Exit(evaluate(corpus, as_json=as_json))


@app.command(rich_help_panel=PANEL, epilog="Example: elective-index evaluate-hostile ../hostile")
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


@app.command(
    rich_help_panel=PANEL,
    epilog="Example: elective-index evaluate-announcements tests/data/announcements/later",
)
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
