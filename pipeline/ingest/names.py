"""What names tell: portable spelling, and which files are no material of the elective."""

from __future__ import annotations

import os
import unicodedata

LINK = "A link to another place. Put the file itself into the inbox."
NO_FILE = "Not an ordinary file: a device, a pipe or a socket."

_SYSTEM = "A system file of the computer, no material."
_HIDDEN = "A hidden file, no material."
_LOCK = "The lock file of an office program that has, or had, a file open."
_UNFINISHED = "An unfinished download or copy. It is read when it is complete under its own name."
_PROGRAMME = "The programme of the elective."
_DECISIONS = "The decisions taken by staff."
_NOTE = "A note about the inbox."

_SYSTEM_NAMES = frozenset(
    {
        ".ds_store",
        "$recycle.bin",
        "__macosx",
        "desktop.ini",
        "ehthumbs.db",
        "icon\r",
        "system volume information",
        "thumbs.db",
    }
)
_UNFINISHED_SUFFIXES = (
    ".!ut",
    ".aria2",
    ".crdownload",
    ".download",
    ".filepart",
    ".opdownload",
    ".part",
    ".partial",
    ".temp",
    ".tmp",
)


def portable(location: str) -> str:
    """Return a path in NFC, with U+FFFD for bytes that are no UTF-8."""
    return unicodedata.normalize("NFC", os.fsencode(location).decode("utf-8", "replace"))


def set_aside(path: str) -> str | None:
    """Return the reason why the file at a path below the inbox is no material, or None.

    The elective's own input files are known at the top of the inbox only.
    """
    *folders, name = path.casefold().split("/")
    if not folders and (reason := _own_input(name)):
        return reason
    for folder in folders:
        if reason := _system(folder):
            return reason
        if folder.endswith(".download"):
            return _UNFINISHED
    if name.startswith("~$") or (name.startswith(".~lock.") and name.endswith("#")):
        return _LOCK
    return _system(name) or (_UNFINISHED if name.endswith(_UNFINISHED_SUFFIXES) else None)


def _own_input(name: str) -> str | None:
    if name.startswith("programme."):
        return _PROGRAMME
    if name in ("decisions.yaml", "decisions.yml"):
        return _DECISIONS
    return _NOTE if name in (".gitkeep", "readme", "readme.md", "readme.txt") else None


def _system(name: str) -> str | None:
    if name in _SYSTEM_NAMES or name.startswith("._"):
        return _SYSTEM
    return _HIDDEN if name.startswith(".") else None
