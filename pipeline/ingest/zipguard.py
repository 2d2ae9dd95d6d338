"""Inspects zip containers before anything opens them, so that none can do harm.

The directory tells what a container claims. What it claims is held against the limits here, and
what it really unpacks to by `inflation_refusal`. The forms of zip bombs are those of D. Fifield,
"A better zip bomb", USENIX WOOT 2019.
"""

from __future__ import annotations

import copy
import re
import struct
import sys
import zipfile
import zlib
from collections.abc import Iterable
from itertools import pairwise
from lzma import LZMAError
from typing import BinaryIO

from pipeline.ingest.refusals import ENCRYPTED, TRUNCATED, too_large, unsafe
from pipeline.ingest.settings import IngestSettings
from pipeline.records.files import Refusal

#: What `zipfile` raises on damaged containers.
ZIP_ERRORS = (
    zipfile.BadZipFile,
    zlib.error,
    LZMAError,
    struct.error,
    EOFError,
    OSError,
    RuntimeError,
    ValueError,
    OverflowError,
)
CHUNK = 256 * 1024

#: The parts of a zipped document that a reader of text unpacks; media are left alone.
_TEXT = (".xml", ".rels", ".vml")
_CLIMBS = re.compile(r"(^|[/\\])\.\.([/\\]|$)|^[/\\]|^[A-Za-z]:|^\.?$")

_END = b"PK\x05\x06"
_END_SIZE = 22
_ZIP64_LOCATOR = b"PK\x06\x07"
_ZIP64_SIZE = 76
_LOCAL_HEADER_SIZE = 30
_LONGEST_COMMENT = 65_535
#: Room for one entry of the directory with a long name, in bytes.
_ENTRY_SIZE = 512


def directory_refusal(stream: BinaryIO, settings: IngestSettings) -> Refusal | None:
    """Refuse a container whose directory is missing, or too large to be read into memory."""
    size = _directory_size(stream)
    if size is None:
        return TRUNCATED
    return _too_many(settings) if size > settings.max_entries * _ENTRY_SIZE else None


def structure_refusal(archive: zipfile.ZipFile, settings: IngestSettings) -> Refusal | None:
    """Refuse entries that are too many, overlap, are encrypted or have names that climb out."""
    entries = archive.infolist()
    if len(entries) > settings.max_entries:
        return _too_many(settings)
    if any(_CLIMBS.search(entry.filename) for entry in entries):
        return unsafe("names in it lead elsewhere on the disk")
    spans = sorted(
        (entry.header_offset, entry.header_offset + _LOCAL_HEADER_SIZE + entry.compress_size)
        for entry in entries
    )
    spans.append((archive.start_dir, archive.start_dir))
    if any(end > start for (_, end), (start, _) in pairwise(spans)):
        return unsafe("parts of it overlap, as in a zip bomb")
    return ENCRYPTED if any(entry.flag_bits & 1 for entry in entries) else None


def archive_refusal(entries: Iterable[zipfile.ZipInfo], settings: IngestSettings) -> Refusal | None:
    """Refuse an archive of files that claims to unpack to too much."""
    entries = list(entries)
    if _is_bomb(entries, settings):
        return unsafe("it unpacks to far more than its size, as a zip bomb does")
    claimed = sum(entry.file_size for entry in entries)
    return too_large(settings.max_archive_bytes) if claimed > settings.max_archive_bytes else None


def document_refusal(archive: zipfile.ZipFile, settings: IngestSettings) -> Refusal | None:
    """Refuse a zipped document whose text parts claim to unpack to too much."""
    parts = _text_parts(archive)
    if _is_bomb(parts, settings) or sum(p.file_size for p in parts) > settings.max_text_bytes:
        return unsafe("its text unpacks to far more than slides hold, as in a zip bomb")
    return None


def inflation_refusal(archive: zipfile.ZipFile) -> Refusal | None:
    """Refuse a zipped document of which a text part unpacks to more than it claims.

    `ZipFile.read` believes the claim only after it has unpacked everything into memory.
    """
    if any(_exceeds_claim(archive, part) for part in _text_parts(archive)):
        return unsafe("it unpacks to more than it claims, as a zip bomb does")
    return None


def _text_parts(archive: zipfile.ZipFile) -> list[zipfile.ZipInfo]:
    return [entry for entry in archive.infolist() if entry.filename.lower().endswith(_TEXT)]


def _exceeds_claim(archive: zipfile.ZipFile, entry: zipfile.ZipInfo) -> bool:
    """Unpack an entry in chunks; one that turns out to be damaged is left to who reads it."""
    unlimited = copy.copy(entry)
    unlimited.file_size = sys.maxsize
    size = 0
    try:
        with archive.open(unlimited) as part:
            while size <= entry.file_size and (chunk := part.read(CHUNK)):
                size += len(chunk)
    except ZIP_ERRORS:
        pass
    return size > entry.file_size


def _is_bomb(entries: Iterable[zipfile.ZipInfo], settings: IngestSettings) -> bool:
    return any(
        entry.file_size > settings.ratio_floor
        and entry.file_size > settings.max_ratio * entry.compress_size
        for entry in entries
    )


def _too_many(settings: IngestSettings) -> Refusal:
    return unsafe(f"it has more than {settings.max_entries} entries")


def _directory_size(stream: BinaryIO) -> int | None:
    """Return the size of the central directory in bytes, None where a container has none.

    `zipfile` reads that many bytes whatever number of entries the container claims.
    """
    size = stream.seek(0, 2)
    stream.seek(max(0, size - _ZIP64_SIZE - _END_SIZE - _LONGEST_COMMENT))
    tail = stream.read()
    at = len(tail) - _END_SIZE
    if not (tail.startswith(_END, max(at, 0)) and tail.endswith(b"\0\0")):
        at = tail.rfind(_END)
    if at < 0 or at + _END_SIZE > len(tail):
        return None
    claimed = int.from_bytes(tail[at + 12 : at + 16], "little")
    if at >= _ZIP64_SIZE and tail.startswith(_ZIP64_LOCATOR, at - 20):
        claimed = max(claimed, int.from_bytes(tail[at - 36 : at - 28], "little"))
    return claimed
