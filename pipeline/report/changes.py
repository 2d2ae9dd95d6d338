"""Says what changed between two indexes: new, moved, changed, withdrawn, placed otherwise."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Sequence
from enum import StrEnum
from pathlib import Path

import msgspec

from pipeline.records.base import Record
from pipeline.records.index import Index


class Kind(StrEnum):
    """What became of a file."""

    NEW = "new"
    MOVED = "moved"
    CHANGED = "changed"
    WITHDRAWN = "withdrawn"
    PLACED = "placed"


class Change(Record, frozen=True):
    """One file that is not as it was; `before` is where a moved file was.

    `status`, `session_id` and `language` say how it stands now; None where it is not there or
    cannot be read.
    """

    kind: Kind
    path: str
    before: str | None = None
    status: str | None = None
    session_id: str | None = None
    language: str | None = None


class _Tongue(msgspec.Struct, frozen=True):
    tag: str = ""


class _File(msgspec.Struct, frozen=True):
    """What is compared of a file, whatever else its index says; rejected files have no content."""

    path: str
    sha256: str = ""
    status: str | None = None
    session_id: str | None = None
    language: _Tongue = _Tongue()


class Earlier(msgspec.Struct, frozen=True):
    """An index of any version 1, as far as it is compared."""

    resources: tuple[_File, ...] = ()
    rejected: tuple[_File, ...] = ()


def read_earlier(path: Path) -> Earlier | None:
    """Return an index that was written before, or one in a folder; None where there is none."""
    try:
        content = (path / "index.json" if path.is_dir() else path).read_bytes()
        return msgspec.json.decode(content, type=Earlier)
    except (OSError, msgspec.MsgspecError):
        return None


def changes_since(earlier: Earlier, index: Index) -> list[Change]:
    """Return what changed, sorted by path; renamed files are known by their content."""
    now = msgspec.convert(msgspec.to_builtins(index), type=Earlier)
    before_files, now_files = _by_path(earlier), _by_path(now)
    gone = [file for path, file in before_files.items() if path not in now_files]
    come = [file for path, file in now_files.items() if path not in before_files]
    moved = _moves(gone, come)
    moved_from = {before.path for before, _ in moved}
    moved_to = {after.path for _, after in moved}
    changes = [_change(Kind.MOVED, after, before.path) for before, after in moved]
    changes += [_change(Kind.NEW, file) for file in come if file.path not in moved_to]
    changes += [
        Change(kind=Kind.WITHDRAWN, path=file.path) for file in gone if file.path not in moved_from
    ]
    for path in before_files.keys() & now_files.keys():
        before, after = before_files[path], now_files[path]
        if before.sha256 != after.sha256:
            changes.append(_change(Kind.CHANGED, after))
        elif _standing(before) != _standing(after):
            changes.append(_change(Kind.PLACED, after))
    return sorted(changes, key=lambda change: (change.path, change.kind))


def _by_path(index: Earlier) -> dict[str, _File]:
    return {file.path: file for file in (*index.resources, *index.rejected)}


def _moves(gone: Sequence[_File], come: Iterable[_File]) -> list[tuple[_File, _File]]:
    """Pair files that went with files of the same content that came, in the order of paths."""
    by_content: dict[str, list[_File]] = defaultdict(list)
    for file in sorted(gone, key=lambda file: file.path, reverse=True):
        if file.sha256:
            by_content[file.sha256].append(file)
    return [
        (by_content[file.sha256].pop(), file)
        for file in sorted(come, key=lambda file: file.path)
        if by_content.get(file.sha256)
    ]


def _standing(file: _File) -> tuple[str | None, str | None, str]:
    return file.status, file.session_id, file.language.tag


def _change(kind: Kind, file: _File, before: str | None = None) -> Change:
    return Change(
        kind=kind,
        path=file.path,
        before=before,
        status=file.status,
        session_id=file.session_id,
        language=file.language.tag or None,
    )
