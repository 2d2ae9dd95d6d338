"""Tells a person why a programme cannot be read."""

from __future__ import annotations

from rich.console import Console

from pipeline.cli.main import Exit
from pipeline.cli.speaking import told
from pipeline.programme import ProgrammeProblems
from pipeline.report import complain
from pipeline.translation import Wording


def unread_programme(problems: ProgrammeProblems, console: Console, say: Wording) -> Exit:
    """Tell every problem with its line, and return the status that says so."""
    lines = "\n".join(told(problem, say) for problem in problems.problems)
    complain(console, say("The programme cannot be read."), lines)
    return Exit.NO_PROGRAMME
