"""Says what is expected in an inbox."""

from __future__ import annotations

from pathlib import Path

from pipeline.programme.find import find_programme
from pipeline.programme.problems import ProgrammeProblems
from pipeline.programme.read import read_programme
from pipeline.records.programme import Programme


def expected_in(inbox: Path, given: Path | None = None) -> Programme | ProgrammeProblems:
    """Return the programme that was given, else the one in the inbox, or what is wrong."""
    path = given or find_programme(inbox)
    return path if isinstance(path, ProgrammeProblems) else read_programme(path)
