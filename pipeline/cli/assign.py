"""`elective-index assign`: keeps what a person decided about one file."""

from __future__ import annotations

import unicodedata
from collections.abc import Sequence
from pathlib import Path

from rapidfuzz import process
from rich.console import Console

from pipeline.cli.main import Exit
from pipeline.decisions import FILE_NAME, DecisionsError, keep_decision
from pipeline.ingest import IngestSettings, take_stock
from pipeline.programme import ProgrammeProblems, expected_in
from pipeline.records.decisions import NO_SESSION, Decision
from pipeline.records.files import InboxFile
from pipeline.report import complain


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
    console = Console(stderr=True, highlight=False, markup=False, soft_wrap=True)
    expected = expected_in(inbox, programme)
    if isinstance(expected, ProgrammeProblems):
        complain(console, "The programme cannot be read.", expected)
        return Exit.NO_PROGRAMME
    ids = [NO_SESSION, *(item.id for item in expected.sessions)]
    if session is not None and session not in ids:
        return _unknown(console, "session", session, ids)
    files = take_stock(inbox, settings=IngestSettings(settle_seconds=0), say=console.print).files
    paths = [file.path for file in files]
    try:
        file = _named(path, files, inbox)
        older = supersedes and _named(supersedes, files, inbox).path
    except LookupError as error:
        return _unknown(console, "file", str(error.args[0]), paths)
    decision = Decision(path=file.path, session=session, language=language, supersedes=older)
    try:
        keep_decision(inbox, file.sha256, decision)
    except (DecisionsError, OSError) as error:
        complain(console, "The decision was not kept.", error)
        return Exit.FAILED
    console.print(f"Kept in {inbox / FILE_NAME}. Run make (or elective-index run) to apply it.")
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


def _unknown(console: Console, kind: str, name: str, known: Sequence[str]) -> Exit:
    close = [found for found, _, _ in process.extract(name, known, limit=3, score_cutoff=50)]
    hint = f"Did you mean: {', '.join(close or known[:3])}?" if known else "The inbox holds none."
    complain(console, f"There is no {kind} “{name}”.", hint)
    return Exit.USAGE
