"""Finds the electives in an archive."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator
from pathlib import Path, PurePosixPath

from pipeline.ingest.names import set_aside
from pipeline.ingest.walk import Found, walk
from pipeline.records.base import Record
from pipeline.records.files import Ignored

#: The folder of the archive itself.
TOP = "."


class Tree(Record, frozen=True):
    """What an archive holds: the folders of electives, and how many files lie in which others.

    Folders are below the archive, `/`-separated and sorted; `TOP` is the archive itself.
    """

    electives: tuple[str, ...]
    strays: dict[str, int]


def walk_archive(root: Path, output: Path) -> Iterator[str]:
    """Yield the location of every file below a folder, but for those below the output.

    System files below it, and what lies behind links, are left out. Raises OSError when the folder
    cannot be listed.
    """
    here, ours = root.resolve(), output.resolve()
    skipped = f"{ours.relative_to(here).as_posix()}/" if here in ours.parents else None
    for found in walk(root):
        if isinstance(found, Found) and not (skipped and found.location.startswith(skipped)):
            yield found.location
        elif isinstance(found, Ignored) and "/" not in found.path:
            # For ingest a programme at the top is no material.
            yield found.path


def electives_in(locations: Iterable[str]) -> Tree:
    """Find the electives among files: the topmost folders that hold a `programme.*`.

    A file outside of them counts for the topmost folder on its way in which no elective lies.
    """
    # Nothing counts as what lies at the top of an inbox.
    paths = [PurePosixPath(path) for path in locations if not set_aside(f"archive/{path}")]
    holders = {path.parent for path in paths if path.name.casefold().startswith("programme.")}
    electives = {folder for folder in holders if not holders.intersection(folder.parents)}
    above = {parent for folder in electives for parent in folder.parents}
    strays: Counter[str] = Counter()
    for path in paths:
        folders = [*reversed(path.parents)]
        if not electives.intersection(folders) and not set_aside(path.name):
            strays[str(next((each for each in folders if each not in above), path.parent))] += 1
    return Tree(
        electives=tuple(sorted(map(str, electives))),
        strays={folder: strays[folder] for folder in sorted(strays)},
    )
