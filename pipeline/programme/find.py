"""Finds the programme in an inbox."""

from __future__ import annotations

from pathlib import Path

from pipeline.programme.problems import ProgrammeProblems, problem, unreadable
from pipeline.programme.read import READABLE
from pipeline.programme.suggest import field_like


def find_programme(inbox: Path) -> Path | ProgrammeProblems:
    """Return the one programme at the top of the inbox; capitals in its name do not matter."""
    try:
        names = sorted(entry.name for entry in inbox.iterdir() if entry.is_file())
    except OSError as error:
        return problem(inbox.name, f"the inbox cannot be opened ({error.strerror}).")
    named = [name for name in names if name.casefold().startswith("programme.")]
    readable = [name for name in named if Path(name.casefold()).suffixes[-1] in READABLE]
    if len(readable) == 1:
        return inbox / readable[0]
    if readable:
        found = " and ".join(readable)
        return problem(readable[0], f"the inbox holds {found}. Keep one of them.")
    if named:
        return unreadable(named[0])
    like = field_like("programme.yaml", names)
    hint = f"Is it {like}? Rename it." if like else "Write one; the README has an example."
    return problem("programme.yaml", f"the inbox has no such file. {hint}")
