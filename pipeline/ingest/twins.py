"""Finds files that hold the same bytes."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable

from pipeline.records.files import InboxFile


def twins(files: Iterable[InboxFile]) -> dict[str, str]:
    """Map the path of each file whose bytes another file holds too to the path of that first one.

    The first is the one with the shortest path, then in alphabetical order: it lies nearest to
    the top, without the ` (1)` and `Copy of` that copies get. It is no key itself; keys are
    sorted.
    """
    paths: defaultdict[str, list[str]] = defaultdict(list)
    for file in files:
        paths[file.sha256].append(file.path)
    first = {
        path: min(same, key=lambda path: (len(path), path))
        for same in paths.values()
        for path in same
    }
    return {path: first[path] for path in sorted(first) if path != first[path]}
