"""`elective-index doctor`: what is set up, what is not, and the command that mends it."""

from __future__ import annotations

from pathlib import Path

from rich.markup import escape

from pipeline.cli.main import Exit
from pipeline.cli.speaking import to_people, wording
from pipeline.doctor import State, examine

MARKS = {State.GOOD: "[green]✓[/]", State.OPTIONAL: "[yellow]![/]", State.WRONG: "[red]✗[/]"}


def examine_setup(inbox: Path, output: Path, programme: Path | None) -> Exit:
    """Print what each check found; return 1 where something is wrong."""
    console, say = to_people(), wording()
    wrong = False
    for finding in examine(inbox, output, programme):
        wrong = wrong or finding.state is State.WRONG
        told = escape(say.sentence(str(finding.told)))
        console.print(f"{MARKS[finding.state]} {told}", highlight=False, soft_wrap=True)
        if finding.remedy:
            console.print(f"    {escape(finding.remedy)}", highlight=False, soft_wrap=True)
    console.print()
    if wrong:
        console.print(say("Mend what is marked ✗ with the command below it."), style="red")
        return Exit.FAILED
    console.print(say("All that is needed is there. Run: make"), style="green")
    return Exit.DONE
