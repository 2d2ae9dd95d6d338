"""`elective-index assign`: keeps what a person decided about one file."""

from __future__ import annotations

import unicodedata
from collections.abc import Sequence
from pathlib import Path

from rapidfuzz import process
from rich.console import Console

from pipeline.cli.main import Exit
from pipeline.cli.speaking import to_people, wording
from pipeline.cli.unread import unread_programme
from pipeline.decisions import FILE_NAME, DecisionsError, keep_decision
from pipeline.ingest import IngestSettings, take_stock
from pipeline.programme import ProgrammeProblems, expected_in
from pipeline.records.decisions import NO_SESSION, Decision
from pipeline.records.files import InboxFile
from pipeline.report import complain
from pipeline.translation import Wording


def assign_file(
    path: str,
    session: str | None,
    *,
    inbox: Path,
    programme: Path | None,
    language: str | None,
    supersedes: str | None,
) -> Exit:
    """Check a decision, keep it, and say so; return the exit status."""
    console, say = to_people(), wording()
    expected = expected_in(inbox, programme)
    if isinstance(expected, ProgrammeProblems):
        return unread_programme(expected, console, say)
    ids = [NO_SESSION, *(item.id for item in expected.sessions)]
    if session is not None and session not in ids:
        return _unknown(
            console, say, say("There is no session “{name}”.", name=session), session, ids
        )
    settings = IngestSettings(settle_seconds=0)
    files = take_stock(inbox, settings=settings, say=console.print).files
    paths = [file.path for file in files]
    try:
        file = _named(path, files, inbox)
        older = supersedes and _named(supersedes, files, inbox).path
    except LookupError as error:
        name = str(error.args[0])
        return _unknown(console, say, say("There is no file “{name}”.", name=name), name, paths)
    decision = Decision(path=file.path, session=session, language=language, supersedes=older)
    try:
        keep_decision(inbox, file.sha256, decision)
    except (DecisionsError, OSError) as error:
        complain(console, say("The decision was not kept."), say.sentence(str(error)))
        return Exit.FAILED
    kept = say(
        "Kept in {file}. Run make (or elective-index run) to apply it.", file=inbox / FILE_NAME
    )
    console.print(kept, highlight=False, markup=False, soft_wrap=True)
    return Exit.DONE


def _named(path: str, files: Sequence[InboxFile], inbox: Path) -> InboxFile:
    """Return the file that a path means: below the inbox, or as the shell sees it.

    Raises LookupError with the path when there is none.
    """
    wanted = unicodedata.normalize("NFC", path.replace("\\", "/"))
    prefix = inbox.as_posix().rstrip("/") + "/"
    spellings = {wanted, wanted.removeprefix("./").removeprefix(prefix)}
    for file in files:
        if file.path in spellings:
            return file
    raise LookupError(path)


def _unknown(console: Console, say: Wording, what: str, name: str, known: Sequence[str]) -> Exit:
    close = [found for found, _, _ in process.extract(name, known, limit=3, score_cutoff=50)]
    names = ", ".join(close or known[:3])
    hint = say("Did you mean: {names}?", names=names) if known else say("The inbox holds none.")
    complain(console, what, hint)
    return Exit.USAGE
