"""Finds the programme in an inbox."""

from __future__ import annotations

from pathlib import Path

from pipeline.programme.kinds import IMPORTED, READABLE
from pipeline.programme.problems import ProgrammeProblems, problem, unreadable
from pipeline.programme.suggest import field_like

HOW_TO_START = (
    "Put the announcement or a table there as programme.txt, .docx, .pdf or .xlsx, or write "
    "programme.yaml; the README has an example."
)


def find_programme(inbox: Path) -> Path | ProgrammeProblems:
    """Return the one programme at the top of the inbox; capitals in its name do not matter.

    A programme that is written as such goes before one that has yet to be understood.
    """
    try:
        names = sorted(entry.name for entry in inbox.iterdir() if entry.is_file())
    except OSError as error:
        return problem(inbox.name, f"the inbox cannot be opened ({error.strerror}).")
    named = [name for name in names if name.casefold().startswith("programme.")]
    written = [name for name in named if Path(name).suffix.casefold() in READABLE]
    readable = written or [name for name in named if Path(name).suffix.casefold() in IMPORTED]
    if len(readable) == 1:
        return inbox / readable[0]
    if readable:
        found = ", ".join(readable[:-1]) + f" and {readable[-1]}"
        return problem(readable[0], f"the inbox holds {found}. Keep one of them.")
    if named:
        return unreadable(named[0])
    like = field_like("programme.yaml", names)
    hint = f"Is it {like}? Rename it." if like else HOW_TO_START
    return problem("programme.yaml", f"the inbox has no such file. {hint}")
