"""`elective-index assign`: keeps what a person decided about one file."""

from __future__ import annotations

import unicodedata
from collections.abc import Sequence
from pathlib import Path

import msgspec
from rapidfuzz import process
from rich.console import Console

from pipeline.cli.inboxes import DecidingInbox, deciding_inbox
from pipeline.cli.main import Exit
from pipeline.cli.places import unreachable
from pipeline.cli.speaking import to_people, wording
from pipeline.cli.unread import unread_programme
from pipeline.decisions import DecisionsError
from pipeline.location import LocationError
from pipeline.programme import ProgrammeProblems, expected_in
from pipeline.records.decisions import NO_SESSION, Decision
from pipeline.records.files import InboxFile
from pipeline.report import complain
from pipeline.translation import Wording


def assign_file(
    path: str,
    session: str | None,
    *,
    inbox: str,
    programme: Path | None,
    language: str | None,
    supersedes: str | None,
) -> Exit:
    """Check a decision, keep it, and say so; return the exit status."""
    console, say = to_people(), wording()
    decision = Decision(path=path, session=session, language=language, supersedes=supersedes)
    try:
        with deciding_inbox(inbox) as where:
            return _assign(decision, where, programme, console, say)
    except LocationError as error:
        return unreachable(error, console, say)


def _assign(
    asked: Decision, inbox: DecidingInbox, programme: Path | None, console: Console, say: Wording
) -> Exit:
    """Keep a decision that names files as a person does."""
    session = asked.session
    expected = expected_in(inbox.places.inbox, programme)
    if isinstance(expected, ProgrammeProblems):
        return unread_programme(expected, console, say)
    ids = [NO_SESSION, *(item.id for item in expected.sessions)]
    if session is not None and session not in ids:
        return _unknown(
            console, say, say("There is no session “{name}”.", name=session), session, ids
        )
    given = filter(None, (asked.path, asked.supersedes))
    meant = {spelling for path in given for spelling in _spellings(path, inbox.name)}
    files, paths = inbox.named(meant, console)
    try:
        file = _named(asked.path, files, inbox.name)
        older = asked.supersedes and _named(asked.supersedes, files, inbox.name).path
    except LookupError as error:
        name = str(error.args[0])
        return _unknown(console, say, say("There is no file “{name}”.", name=name), name, paths)
    decision = msgspec.structs.replace(asked, path=file.path, supersedes=older)
    try:
        place = inbox.keep(file.sha256, decision)
    except (DecisionsError, OSError) as error:
        complain(console, say("The decision was not kept."), say.sentence(str(error)))
        return Exit.FAILED
    kept = say("Kept in {file}. Run make (or elective-index run) to apply it.", file=place)
    console.print(kept, highlight=False, markup=False, soft_wrap=True)
    return Exit.DONE


def _named(path: str, files: Sequence[InboxFile], inbox: str) -> InboxFile:
    """Return the file that a path means; raises LookupError with the path when there is none."""
    spellings = _spellings(path, inbox)
    for file in files:
        if file.path in spellings:
            return file
    raise LookupError(path)


def _spellings(path: str, inbox: str) -> set[str]:
    """Return the paths below the inbox that may be meant by one there, or as the shell sees it."""
    wanted = unicodedata.normalize("NFC", path.replace("\\", "/"))
    return {wanted, wanted.removeprefix("./").removeprefix(inbox.rstrip("/") + "/")}


def _unknown(console: Console, say: Wording, what: str, name: str, known: Sequence[str]) -> Exit:
    close = [found for found, _, _ in process.extract(name, known, limit=3, score_cutoff=50)]
    names = ", ".join(close or known[:3])
    hint = say("Did you mean: {names}?", names=names) if known else say("The inbox holds none.")
    complain(console, what, hint)
    return Exit.USAGE
