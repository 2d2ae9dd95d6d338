"""What is wrong with a programme, as values that are shown to staff."""

from __future__ import annotations

from typing import NamedTuple

from pipeline.records.base import Record


class Mistake(NamedTuple):
    """A line (from 1) and what is wrong there, before it is tied to its file."""

    line: int
    message: str


class Problem(Record, frozen=True):
    """One thing to put right: where it stands (`line` from 1, if it has one), what to write."""

    file: str
    line: int | None
    message: str

    def __str__(self) -> str:
        """Return the problem as one sentence or two for a person."""
        place = self.file if self.line is None else f"{self.file}, line {self.line}"
        return f"{place}: {self.message}"


class ProgrammeProblems(Record, frozen=True):
    """All that keeps a programme from being read, by line; never empty."""

    problems: tuple[Problem, ...]

    def __str__(self) -> str:
        """Return one problem a line."""
        return "\n".join(str(problem) for problem in self.problems)


def problems_in(file: str, mistakes: list[Mistake]) -> ProgrammeProblems:
    """Tie mistakes to their file, each said once, in the order of their lines."""
    return ProgrammeProblems(
        problems=tuple(
            Problem(file=file, line=line, message=message)
            for line, message in sorted(set(mistakes))
        )
    )


def unreadable(file: str) -> ProgrammeProblems:
    """Return the problem of a file of a kind that is not read."""
    kinds = "a text, Word or PDF file, a web page, a table or a schedule"
    return problem(file, f"this kind of file cannot be read. Give {kinds}, or programme.yaml.")


def problem(file: str, message: str) -> ProgrammeProblems:
    """Return a single problem of the file as a whole."""
    return ProgrammeProblems(problems=(Problem(file=file, line=None, message=message),))
