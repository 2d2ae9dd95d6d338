"""`elective-index run`: one run, as a person sees it."""

from __future__ import annotations

from pathlib import Path

from rich.console import Console

from pipeline.cli.main import Exit
from pipeline.decisions import DecisionsError
from pipeline.job import index_elective
from pipeline.programme import ProgrammeProblems, expected_in
from pipeline.report import ProgressBar, complain, needs_a_person, show
from pipeline.settings import OWN_VOCABULARY, RunSettings, processors
from pipeline.tag import VocabularyError


def run_elective(
    *,
    inbox: Path,
    output: Path,
    programme: Path | None,
    vocabulary: Path | None,
    workers: int | None,
    strict: bool,
) -> Exit:
    """Index an elective and tell a person on standard error; return the exit status."""
    console = Console(stderr=True)
    settings = RunSettings(
        inbox=inbox,
        output=output,
        vocabulary=vocabulary or OWN_VOCABULARY,
        workers=processors() if workers is None else workers,
    )
    expected = expected_in(inbox, programme)
    if isinstance(expected, ProgrammeProblems):
        complain(console, "The programme cannot be read.", expected)
        return Exit.NO_PROGRAMME
    try:
        with ProgressBar(console) as listener:
            index = index_elective(settings, expected, listener)
    except VocabularyError as error:
        complain(console, "The vocabulary cannot be read.", error)
        return Exit.FAILED
    except DecisionsError as error:
        complain(console, "Your decisions cannot be read.", error)
        return Exit.FAILED
    except OSError as error:
        complain(console, "The index was not written.", error)
        return Exit.FAILED
    show(index, console)
    console.print("Index:", output / "index.json", highlight=False, markup=False, soft_wrap=True)
    return Exit.NEEDS_A_PERSON if strict and needs_a_person(index) else Exit.DONE
