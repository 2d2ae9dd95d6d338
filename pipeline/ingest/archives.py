"""Opens .zip archives: their members become files of their own."""

from __future__ import annotations

import errno
import stat
import tempfile
import unicodedata
import zipfile
from collections.abc import Iterator
from contextlib import suppress
from typing import BinaryIO

from pipeline.ingest import names
from pipeline.ingest.examine import Seekable, examine
from pipeline.ingest.refusals import CORRUPT, rejected, too_large, unsafe
from pipeline.ingest.settings import IngestSettings
from pipeline.ingest.zipguard import CHUNK, ZIP_ERRORS
from pipeline.records.base import Record
from pipeline.records.files import Ignored, InboxFile, Refusal, Rejected
from pipeline.records.media import ZIP

Outcome = InboxFile | Rejected | Ignored

#: An archive may stand in an archive, no deeper.
_MAX_DEPTH = 1
#: Bit 11 of the general purpose flags (PKWARE APPNOTE 4.4.4): the name is UTF-8.
_UTF8_FLAG = 0x800


class Place(Record, frozen=True):
    """Where a file lies: `path`, `location` and `members` are those of `InboxFile`."""

    path: str
    location: str
    members: tuple[str, ...] = ()


class Allowance:
    """The bytes that may still be unpacked from an archive and the archives in it."""

    def __init__(self, limit: int) -> None:
        self.limit = limit
        self.left = limit


def outcomes(
    stream: Seekable, place: Place, settings: IngestSettings, allowance: Allowance
) -> Iterator[Outcome]:
    """Yield what becomes of a seekable file, or of each member if it is an archive.

    Raises OSError when the file cannot be read.
    """
    content = examine(stream, place.path, settings)
    if isinstance(content, Refusal):
        yield rejected(place.path, content)
    elif content.media_type != ZIP:
        yield InboxFile(
            path=place.path,
            location=place.location,
            members=place.members,
            sha256=content.sha256,
            size=content.size,
            media_type=content.media_type,
        )
    elif len(place.members) > _MAX_DEPTH:
        yield rejected(place.path, unsafe("it is an archive in an archive in an archive"))
    else:
        with zipfile.ZipFile(stream) as archive:
            # Of members with the same name the last one counts, as for every unpacker.
            for entry in archive.NameToInfo.values():
                if not entry.is_dir():
                    yield from _member(archive, entry, place, settings, allowance)


def unpack(
    archive: zipfile.ZipFile, entry: zipfile.ZipInfo, target: BinaryIO, allowance: Allowance
) -> Refusal | None:
    """Write a member to `target`, counting its bytes; return why that was given up.

    Raises OSError when the disk is full.
    """
    try:
        with archive.open(entry) as member:
            while chunk := member.read(CHUNK):
                allowance.left -= len(chunk)
                if allowance.left < 0:
                    return too_large(allowance.limit)
                target.write(chunk)
    except ZIP_ERRORS as error:
        if isinstance(error, OSError) and error.errno == errno.ENOSPC:
            raise
        return CORRUPT
    return None


def _member(
    archive: zipfile.ZipFile,
    entry: zipfile.ZipInfo,
    container: Place,
    settings: IngestSettings,
    allowance: Allowance,
) -> Iterator[Outcome]:
    place = Place(
        path=f"{container.path}/{_portable(entry)}",
        location=container.location,
        members=(*container.members, entry.filename),
    )
    if reason := _set_aside(entry, place.path):
        yield Ignored(path=place.path, reason=reason)
        return
    with tempfile.TemporaryFile() as stream:
        if refusal := unpack(archive, entry, stream, allowance):
            yield rejected(place.path, refusal)
            return
        stream.seek(0)
        yield from outcomes(stream, place, settings, allowance)


def _set_aside(entry: zipfile.ZipInfo, path: str) -> str | None:
    return names.LINK if stat.S_ISLNK(entry.external_attr >> 16) else names.set_aside(path)


def _portable(entry: zipfile.ZipInfo) -> str:
    """Return the name of a member in NFC with `/`.

    macOS writes UTF-8 names without saying so, which `zipfile` takes for code page 437. What is
    valid UTF-8 beyond ASCII is hardly anything else.
    """
    name = entry.filename
    if not entry.flag_bits & _UTF8_FLAG:
        with suppress(UnicodeError):
            name = name.encode("cp437").decode("utf-8")
    segments = name.replace("\\", "/").split("/")
    return unicodedata.normalize("NFC", "/".join(s for s in segments if s not in ("", ".")))
