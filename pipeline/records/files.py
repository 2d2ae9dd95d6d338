"""Files of the inbox, as ingest hands them on."""

from __future__ import annotations

from enum import StrEnum
from typing import Annotated

from msgspec import Meta

from pipeline.records.base import Record


class RejectionCode(StrEnum):
    """Why a file could not be read."""

    EMPTY = "empty"
    TRUNCATED = "truncated"
    CORRUPT = "corrupt"
    ENCRYPTED = "encrypted"
    UNSUPPORTED = "unsupported"
    NOT_WHAT_IT_SAYS = "not-what-it-says"
    TOO_LARGE = "too-large"
    UNSAFE = "unsafe"
    TIMEOUT = "timeout"
    OUT_OF_MEMORY = "out-of-memory"
    CRASHED = "crashed"


class Refusal(Record, frozen=True, tag=True):
    """Why one file was not read, before it is tied to its path.

    A passing refusal says nothing about the file's bytes: the next run may read them.
    """

    code: RejectionCode
    message: str
    passing: bool = False


class InboxFile(Record, frozen=True, kw_only=True):
    """A file to be read: where it lies, what it is, which bytes it held when it was hashed.

    `path` is below the inbox, `/`-separated and NFC; `location` is the same path as the file
    system spells it, of the archive for a member of a .zip. `members` leads from the archive to
    the file: empty for a plain file, one name for each archive that is opened on the way.
    """

    path: str
    location: str
    members: tuple[str, ...] = ()
    sha256: str
    size: int
    media_type: str


class Rejected(Record, frozen=True):
    """A file that could not be read, with what staff can do about it."""

    path: Annotated[str, Meta(description="Below the inbox, `/`-separated, NFC.")]
    code: Annotated[RejectionCode, Meta(description="Why the file could not be read.")]
    message: Annotated[str, Meta(description="What is wrong and what to do about it.")]


class Ignored(Record, frozen=True):
    """A file that is no material: a lock file, a system file, an unfinished download."""

    path: Annotated[str, Meta(description="Below the inbox, `/`-separated, NFC.")]
    reason: Annotated[str, Meta(description="Why the file was set aside.")]


class Inventory(Record, frozen=True):
    """Every file of the inbox, once: to be read, rejected or ignored; each list sorted by path."""

    files: tuple[InboxFile, ...]
    rejected: tuple[Rejected, ...]
    ignored: tuple[Ignored, ...]
