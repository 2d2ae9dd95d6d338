"""`elective-index programme`: the programme that an announcement or export tells, as YAML."""

from __future__ import annotations

import sys
from pathlib import Path

from pipeline.cli.main import Exit
from pipeline.cli.speaking import to_people, told, wording
from pipeline.programme import ProgrammeProblems
from pipeline.programme.importing import Draft, as_yaml, read_draft
from pipeline.report import complain


def print_programme(file: Path) -> Exit:
    """Print the programme on standard output and what to check on standard error."""
    console, say = to_people(), wording()
    draft = read_draft(file)
    if isinstance(draft, ProgrammeProblems):
        problems = "\n".join(told(problem, say) for problem in draft.problems)
        complain(console, say("No programme was found."), problems)
        return Exit.NO_PROGRAMME
    sys.stdout.buffer.write(as_yaml(draft, file.name, say.text).encode())
    sys.stdout.flush()
    speakers = {person.name for session in draft.sessions for person in session.speakers}
    summary = say(
        "{file}: {sessions} presentations, {speakers} speakers.",
        file=file.name,
        sessions=len(draft.sessions),
        speakers=len(speakers),
    )
    console.print(summary, highlight=False, markup=False, soft_wrap=True)
    if doubts := _doubts(draft):
        heading = say.plural("{n} thing to check:", "{n} things to check:", len(doubts))
        console.print(heading, highlight=False, markup=False)
        for doubt in doubts:
            console.print(
                f"  • {say.sentence(doubt)}", highlight=False, markup=False, soft_wrap=True
            )
    return Exit.DONE


def _doubts(draft: Draft) -> list[str]:
    """Return what to check; what was only inferred is told beside it in the YAML."""
    found = [str(check) for check in draft.check]
    for session in draft.sessions:
        name = session.id or str(session.title)
        found += [f"{name}: {check}" for check in session.check]
    return found
