"""Reads and writes `decisions.yaml`, in which staff keep what they decided."""

from __future__ import annotations

import io
from collections.abc import Sequence
from pathlib import Path
from typing import Any

import msgspec
from ruamel.yaml import YAML
from ruamel.yaml.error import YAMLError

from pipeline.atomic import write_atomically
from pipeline.records.decisions import NO_SESSION, Decision, Decisions, StaleDecision
from pipeline.records.files import InboxFile
from pipeline.records.programme import Programme

FILE_NAME = "decisions.yaml"

HEADER = """\
# What you decided about files; it wins over all that the program finds by itself.
# Written by `elective-index assign` and `elective-index review`; you may edit it by hand.
# Each entry is named by the content of a file (its SHA-256), so that renaming it loses nothing:
#   path: where the file was          session: id of its session, or none
#   language: en, fr, pt …            supersedes: path of the older version it replaces
"""


class DecisionsError(Exception):
    """The decisions cannot be read; the message says where and what to write."""


def read_decisions(inbox: Path) -> Decisions:
    """Return the decisions kept in an inbox, none where there is no such file.

    Raises DecisionsError with file and line, or field, of the first mistake.
    """
    path = inbox / FILE_NAME
    if not path.exists():
        return {}
    try:
        raw = YAML(typ="safe", pure=True).load(path.read_text(encoding="utf-8"))
        return msgspec.convert(raw or {}, Decisions)
    except YAMLError as error:
        mark = getattr(error, "problem_mark", None)
        line = f", line {mark.line + 1}" if mark else ""
        raise DecisionsError(f"{FILE_NAME}{line}: this is not valid YAML.") from error
    except (OSError, UnicodeDecodeError) as error:
        raise DecisionsError(f"{FILE_NAME} cannot be read: {error}.") from error
    except msgspec.ValidationError as error:
        raise DecisionsError(f"{FILE_NAME}: {error}.") from error


def keep_decision(inbox: Path, sha256: str, decision: Decision) -> None:
    """Add a decision to those of an inbox; comments and other decisions stay as they are.

    Raises OSError when the file cannot be written, DecisionsError when it cannot be read.
    """
    read_decisions(inbox)
    path = inbox / FILE_NAME
    yaml = YAML()
    yaml.width = 1000
    text = path.read_text(encoding="utf-8") if path.exists() else HEADER
    document: Any = yaml.load(text) or {}
    entry = document.get(sha256, {})
    entry.update(msgspec.to_builtins(decision))
    document[sha256] = entry
    stream = io.StringIO()
    yaml.dump(document, stream)
    start = "" if path.exists() else HEADER
    write_atomically(path, (start + stream.getvalue()).encode("utf-8"))


def stale_decisions(
    decisions: Decisions, files: Sequence[InboxFile], programme: Programme
) -> tuple[StaleDecision, ...]:
    """Return the decisions that no longer apply, by path, each with the reason."""
    contents = {file.sha256 for file in files}
    paths = {file.path for file in files}
    sessions = {NO_SESSION, *(session.id for session in programme.sessions)}
    stale = []
    for sha256, decision in decisions.items():
        reason = None
        if sha256 not in contents:
            reason = (
                "The file has changed since. Decide again, or delete the entry."
                if decision.path in paths
                else "The file is no longer in the inbox. Delete the entry, or put the file back."
            )
        elif decision.session and decision.session not in sessions:
            reason = f"The programme has no session “{decision.session}”. Correct the entry."
        elif decision.supersedes and decision.supersedes not in paths:
            reason = f"There is no file “{decision.supersedes}”. Correct the entry."
        if reason:
            stale.append(StaleDecision(path=decision.path, reason=reason))
    return tuple(sorted(stale, key=lambda item: item.path))
