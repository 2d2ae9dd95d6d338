"""Reads the command line, starts the work, and turns what came of it into an exit status."""

from __future__ import annotations

import os
from enum import IntEnum
from pathlib import Path
from typing import Annotated

import typer
from typer.main import get_command

from pipeline import __version__
from pipeline.cli.options import (
    Cluster,
    ProgrammeFile,
    Strict,
    VocabularyFile,
    Workers,
)
from pipeline.threads import ONE_THREAD

app = typer.Typer(
    no_args_is_help=True,
    pretty_exceptions_enable=False,
    help="Turns the slides of a multilingual course into a searchable index.",
    epilog="Example: elective-index run --inbox slides --output index",
)


class Exit(IntEnum):
    """Exit statuses."""

    DONE = 0
    FAILED = 1
    USAGE = 2
    NO_PROGRAMME = 3
    NEEDS_A_PERSON = 4


def _version(wanted: bool) -> None:
    if wanted:
        typer.echo(f"elective-index {__version__}")
        raise typer.Exit


def folder_or_url(place: str) -> str:
    """Return the name of a folder if there is one, or if that cannot be seen from here."""
    if "://" not in place and not Path(place).is_dir():
        raise typer.BadParameter(f"Directory '{place}' does not exist.")
    return place


def no_file(place: str) -> str:
    """Return the name of what is, or may become, a folder."""
    if Path(place).is_file():
        raise typer.BadParameter(f"Directory '{place}' is a file.")
    return place


InboxOrUrl = Annotated[
    str,
    typer.Option(metavar="DIR", callback=folder_or_url, help="Folder with the slides, or its URL."),
]


@app.callback()
def _common(
    version: Annotated[
        bool, typer.Option("--version", callback=_version, is_eager=True, help="Show the version.")
    ] = False,
) -> None:
    pass


@app.command(epilog="Example: elective-index run --inbox slides --output index")
def run(
    inbox: InboxOrUrl = "inbox",
    output: Annotated[
        str,
        typer.Option(metavar="DIR", callback=no_file, help="Folder for index.json, or its URL."),
    ] = "output",
    programme: ProgrammeFile = None,
    vocabulary: VocabularyFile = None,
    workers: Workers = None,
    cluster: Cluster = None,
    strict: Strict = False,
    since: Annotated[
        Path | None,
        typer.Option(
            exists=True,
            help="An earlier index.json, or its folder: print what changed since, as JSON lines.",
        ),
    ] = None,
) -> None:
    """Index the inbox: write index.json and say what is there, missing and unclear."""
    from pipeline.cli.run import run_elective  # noqa: PLC0415 - `--help` must not load numpy

    raise typer.Exit(
        run_elective(
            inbox=inbox,
            output=output,
            programme=programme,
            vocabulary=vocabulary,
            workers=workers,
            cluster=cluster,
            strict=strict,
            since=since,
        )
    )


@app.command(epilog='Example: elective-index assign "from Laura/scan.pdf" d1-aufrere')
def assign(
    path: Annotated[str, typer.Argument(help="The file, as the report names it.")],
    session: Annotated[
        str | None, typer.Argument(help="Id of its session, or none for no session.")
    ] = None,
    language: Annotated[str | None, typer.Option(help="The language it is in, such as fr.")] = None,
    supersedes: Annotated[
        str | None, typer.Option(help="The file of which it is a newer version.")
    ] = None,
    inbox: InboxOrUrl = "inbox",
    programme: ProgrammeFile = None,
) -> None:
    """Decide about a file; your word is kept and wins over all evidence."""
    if session is None and language is None and supersedes is None:
        from pipeline.cli.speaking import wording  # noqa: PLC0415 - see run

        said = wording()("Say what you decide: a SESSION, --language or --supersedes.")
        raise typer.BadParameter(said)
    from pipeline.cli.assign import assign_file  # noqa: PLC0415 - see run

    raise typer.Exit(
        assign_file(
            path,
            session,
            inbox=inbox,
            programme=programme,
            language=language,
            supersedes=supersedes,
        )
    )


@app.command(epilog="Example: elective-index review --inbox slides --output index")
def review(
    inbox: InboxOrUrl = "inbox",
    output: Annotated[
        str,
        typer.Option(metavar="DIR", callback=no_file, help="Folder with index.json, or its URL."),
    ] = "output",
) -> None:
    """Walk through the decks that need a person, one question at a time."""
    from pipeline.cli.review import review_elective  # noqa: PLC0415 - see run

    raise typer.Exit(review_elective(inbox, output))


def main() -> None:
    """Run the command line, in the language of whoever runs it."""
    from pipeline.cli.speaking import for_people  # noqa: PLC0415 - see run

    os.environ.update(ONE_THREAD)
    for_people(get_command(app))()
