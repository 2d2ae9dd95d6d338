"""Tells which bytes a file holds and what they are."""

from __future__ import annotations

import hashlib
import zipfile
from io import BufferedRandom, BufferedReader
from typing import BinaryIO

import olefile

from pipeline.ingest import kinds, magic, ole, package, zipguard
from pipeline.ingest.refusals import CORRUPT, EMPTY, ENCRYPTED, ENCRYPTED_ARCHIVE
from pipeline.ingest.settings import IngestSettings
from pipeline.records.base import Record
from pipeline.records.files import Refusal
from pipeline.records.media import LEGACY, PLAIN, READABLE, ZIP

Seekable = BufferedReader | BufferedRandom


class Content(Record, frozen=True):
    """The bytes of a file: SHA-256 in hexadecimal, number, and media type by content."""

    sha256: str
    size: int
    media_type: str


def examine(stream: Seekable, name: str, settings: IngestSettings) -> Content | Refusal:
    """Return what a seekable file holds if it is a deck or an archive, else why it is refused.

    The name is only used to tell that it promises something else. Raises OSError when the file
    cannot be read.
    """
    sha256 = hashlib.file_digest(stream, "sha256").hexdigest()
    size = stream.tell()
    if size == 0:
        return EMPTY
    media_type = _media_type(stream, settings)
    if isinstance(media_type, Refusal):
        return media_type
    read_as = _read_as(media_type, name, settings)
    if read_as is None:
        return kinds.refuse(media_type, name)
    return Content(sha256=sha256, size=size, media_type=read_as)


def _read_as(media_type: str, name: str, settings: IngestSettings) -> str | None:
    if media_type in PLAIN:
        return kinds.named_kind(media_type, name)
    if media_type in READABLE or media_type == ZIP or (settings.legacy and media_type in LEGACY):
        return media_type
    return None


def _media_type(stream: BinaryIO, settings: IngestSettings) -> str | Refusal:
    """Look into containers too; what goes wrong in there, of whatever kind, is their damage."""
    stream.seek(0)
    media_type = magic.media_type_of(stream.read(magic.HEAD))
    try:
        if media_type == ZIP:
            return _zip_type(stream, settings)
        if media_type == magic.OLE:
            with olefile.OleFileIO(stream) as compound:
                return ole.compound_type(compound)
    except Exception:
        return CORRUPT
    return media_type


def _zip_type(stream: BinaryIO, settings: IngestSettings) -> str | Refusal:
    if refusal := zipguard.directory_refusal(stream, settings):
        return refusal
    with zipfile.ZipFile(stream) as archive:
        refusal = zipguard.structure_refusal(archive, settings)
        if refusal == ENCRYPTED:
            return ENCRYPTED_ARCHIVE
        media_type = refusal or package.document_type(archive)
        if media_type == ZIP:
            return zipguard.archive_refusal(archive.infolist(), settings) or media_type
        return zipguard.document_refusal(archive, settings) or media_type
