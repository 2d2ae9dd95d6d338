"""The options that several commands share."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

Inbox = Annotated[Path, typer.Option(file_okay=False, help="Folder with the slides.")]
Output = Annotated[Path, typer.Option(file_okay=False, help="Folder for index.json.")]
ProgrammeFile = Annotated[
    Path | None, typer.Option(exists=True, help="Programme; else the one in the inbox.")
]
VocabularyFile = Annotated[
    Path | None,
    typer.Option(exists=True, dir_okay=False, help="SKOS file of themes; else our own."),
]
Workers = Annotated[int | None, typer.Option(min=0, help="Worker processes; 0 works in this one.")]
Cluster = Annotated[
    str | None,
    typer.Option(
        metavar="ADDRESS", help="Dask scheduler, such as tcp://host:8786, whose workers read."
    ),
]
Strict = Annotated[
    bool, typer.Option("--strict", help="Exit with 4 when something needs a person.")
]
