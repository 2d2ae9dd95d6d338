"""Brings the programme and the decisions of electives that lie elsewhere."""

from __future__ import annotations

import shutil
from collections.abc import Iterable
from pathlib import Path, PurePosixPath

from pipeline.location.folder import Folder, Listed, is_safe

OWN = ("programme.", "decisions.y")


def bring_inputs(folder: Folder, files: Iterable[Listed], elective: str, target: Path) -> None:
    """Copy the elective's own input files into the same folder below a path, and no others there.

    Raises LocationError where the folder cannot be reached.
    """
    shutil.rmtree(target / elective, ignore_errors=True)
    (target / elective).mkdir(parents=True)
    for file in files:
        path = PurePosixPath(file.location)
        own = path.parent == PurePosixPath(elective) and path.name.casefold().startswith(OWN)
        if own and is_safe(file.location):
            folder.fetch(file.location, target / path)
