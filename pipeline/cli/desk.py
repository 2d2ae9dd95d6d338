"""The commands around a run: the programme, checks, the watch, the set-up."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from pipeline.cli.main import app, folder_or_url, no_file
from pipeline.cli.options import (
    Cluster,
    Inbox,
    Output,
    ProgrammeFile,
    Strict,
    VocabularyFile,
    Workers,
)


@app.command(epilog="Example: elective-index programme announcement.docx > inbox/programme.yaml")
def programme(
    file: Annotated[
        Path,
        typer.Argument(
            exists=True,
            dir_okay=False,
            help="Announcement (text, HTML, Word, PDF), schedule.json or .xml, Indico export, "
            "calendar (.ics), or table (.csv, .xlsx).",
        ),
    ],
) -> None:
    """Turn an announcement, a schedule or a table into a programme to check."""
    from pipeline.cli.programme import print_programme  # noqa: PLC0415 - `--help` must be fast

    raise typer.Exit(print_programme(file))


@app.command(epilog="Example: elective-index validate inbox/programme.yaml output/index.json")
def validate(
    files: Annotated[
        list[Path],
        typer.Argument(
            metavar="FILE",
            exists=True,
            dir_okay=False,
            help="Programmes, decisions.yaml, indexes.",
        ),
    ],
) -> None:
    """Tell every mistake in a programme, in your decisions or in an index."""
    from pipeline.cli.validate import validate_files  # noqa: PLC0415 - see programme

    raise typer.Exit(validate_files(files))


@app.command(epilog="Example: elective-index watch --inbox slides --output index")
def watch(
    inbox: Inbox = Path("inbox"),
    output: Output = Path("output"),
    programme: ProgrammeFile = None,
    vocabulary: VocabularyFile = None,
    workers: Workers = None,
    settle: Annotated[
        float, typer.Option(min=0.1, help="Seconds without a change before files are read.")
    ] = 2.0,
    glance: Annotated[
        float, typer.Option(min=0.1, help="Seconds between looks at what nobody reported.")
    ] = 5.0,
    poll: Annotated[
        bool, typer.Option("--poll", help="Look at the files only, for shares without reports.")
    ] = False,
) -> None:
    """Index again whenever files arrive, change or go, until you stop it."""
    from pipeline.cli.watch import watch_inbox  # noqa: PLC0415 - see programme
    from pipeline.watch import WatchSettings  # noqa: PLC0415 - see programme

    raise typer.Exit(
        watch_inbox(
            inbox=inbox,
            output=output,
            programme=programme,
            vocabulary=vocabulary,
            workers=workers,
            watching=WatchSettings(settle=settle, glance=glance, poll=poll),
        )
    )


@app.command(epilog="Example: elective-index archive all-electives --output catalogue")
def archive(
    root: Annotated[
        str,
        typer.Argument(
            metavar="ROOT",
            callback=folder_or_url,
            help="Folder of electives, each with its programme, or its URL.",
        ),
    ],
    output: Annotated[
        str,
        typer.Option(
            metavar="DIR",
            callback=no_file,
            help="Folder for the catalogue and all indexes, or its URL.",
        ),
    ] = "output",
    vocabulary: VocabularyFile = None,
    workers: Workers = None,
    cluster: Cluster = None,
    strict: Strict = False,
) -> None:
    """Index every elective in a tree of folders, with a catalogue above them."""
    from pipeline.cli.archive import archive_electives  # noqa: PLC0415 - see programme

    raise typer.Exit(
        archive_electives(
            root=root,
            output=output,
            vocabulary=vocabulary,
            workers=workers,
            cluster=cluster,
            strict=strict,
        )
    )


@app.command(epilog="Example: elective-index doctor --inbox slides")
def doctor(
    inbox: Inbox = Path("inbox"),
    output: Output = Path("output"),
    programme: ProgrammeFile = None,
) -> None:
    """Check that everything is set up, and name the command that mends what is not."""
    from pipeline.cli.doctor import examine_setup  # noqa: PLC0415 - see programme

    raise typer.Exit(examine_setup(inbox, output, programme))
