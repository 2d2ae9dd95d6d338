"""Words single facts of a run for people."""

from __future__ import annotations

from pipeline.records.index import Index
from pipeline.records.matches import Status
from pipeline.report.changes import Change, Kind
from pipeline.report.standing import title_of
from pipeline.translation import Wording


def change_line(change: Change, index: Index, say: Wording) -> str:
    """Return one line on what became of a file, and where it stands now."""
    match change.kind:
        case Kind.NEW:
            told = say("new: {path}", path=change.path)
        case Kind.MOVED:
            told = say("moved: {before} is now {path}", before=change.before, path=change.path)
        case Kind.CHANGED:
            told = say("changed: {path}", path=change.path)
        case Kind.PLACED:
            told = say("placed anew: {path}", path=change.path)
        case Kind.WITHDRAWN:
            return say("withdrawn: {path}", path=change.path)
    return f"{told} → {standing(change, index, say)}"


def standing(change: Change, index: Index, say: Wording) -> str:
    """Return in a few words how a file stands now."""
    session = next((each for each in index.sessions if each.id == change.session_id), None)
    title = title_of(session, say.language) if session else None
    if change.status is None:
        return say("not readable")
    if change.status == Status.MATCHED and title:
        return say("“{title}” ({language})", title=title, language=change.language)
    if change.status == Status.REVIEW:
        return say("perhaps “{title}”", title=title) if title else say("to decide")
    return say("no session")
