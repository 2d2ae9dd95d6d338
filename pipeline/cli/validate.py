"""`elective-index validate`: tells whether files keep to what they must be."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from pathlib import Path

import msgspec

from pipeline.cli.main import Exit
from pipeline.cli.speaking import to_people, told, wording
from pipeline.decisions import FILE_NAME, DecisionsError, read_decisions
from pipeline.programme import ProgrammeProblems, read_programme
from pipeline.schemas import errors_in
from pipeline.translation import Wording


def validate_files(files: Sequence[Path]) -> Exit:
    """Tell for each file whether it is valid, with every mistake; return the exit status."""
    console, say = to_people(), wording()
    status = Exit.DONE
    for file in files:
        problems, fault = _problems(file, say)
        for problem in problems:
            console.print(problem, style="red", markup=False, highlight=False, soft_wrap=True)
        if problems:
            status = max(status, fault)
        else:
            console.print(say("{file}: valid", file=file), highlight=False, markup=False)
    return status


def _problems(file: Path, say: Wording) -> tuple[list[str], Exit]:
    """Return the mistakes in a file, and the status with which they end the command."""
    if file.name == FILE_NAME:
        return [say.sentence(problem) for problem in _in_decisions(file)], Exit.FAILED
    if file.suffix == ".json" and (index := _index(file)) is not None:
        found = [
            f"{file}: {error.json_path}: {error.message}" for error in errors_in(index, "index")
        ]
        return found, Exit.FAILED
    outcome = read_programme(file)
    if isinstance(outcome, ProgrammeProblems):
        return [told(problem, say) for problem in outcome.problems], Exit.NO_PROGRAMME
    return [], Exit.DONE


def _index(file: Path) -> object | None:
    """Return the JSON document where it is an index, None where it is something else."""
    try:
        document = msgspec.json.decode(file.read_bytes())
    except (OSError, msgspec.DecodeError):
        return None
    return document if isinstance(document, dict) and "schema_version" in document else None


def _in_decisions(file: Path) -> Iterator[str]:
    try:
        read_decisions(file.parent)
    except DecisionsError as error:
        yield str(error)
