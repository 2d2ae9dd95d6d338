"""Brings the programme and the decisions of electives that lie elsewhere."""

from __future__ import annotations

import shutil
from collections.abc import Iterable
from pathlib import Path, PurePosixPath

from pipeline.location.folder import Folder, Listed, is_safe

OWN = ("programme.", "decisions.y")


def bring_inputs(
    folder: Folder, files: Iterable[Listed], electives: Iterable[str], target: Path
) -> None:
    """Copy the own input files of electives into the same folders below a path, no others there.

    Raises LocationError where the folder cannot be reached.
    """
    wanted = {PurePosixPath(elective) for elective in electives}
    for elective in wanted:
        shutil.rmtree(target / elective, ignore_errors=True)
        (target / elective).mkdir(parents=True)
    for file in files:
        path = PurePosixPath(file.location)
        own = path.name.casefold().startswith(OWN) and path.parent in wanted
        if own and is_safe(file.location):
            folder.fetch(file.location, target / path)
