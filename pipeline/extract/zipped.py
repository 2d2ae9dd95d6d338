"""The XML parts of a zipped document, read within limits."""

from __future__ import annotations

import zipfile
from collections.abc import Mapping
from pathlib import Path

from pipeline.extract.refusals import (
    CORRUPT,
    EMPTY,
    ENCRYPTED,
    TOO_LARGE,
    TRUNCATED,
    UnreadableError,
)
from pipeline.records.files import Refusal

#: The most bytes that the XML parts of one document may unpack to. The largest of 89 real decks
#: unpacks to 9 MB.
MAX_XML_BYTES = 256 * 1024 * 1024

_OLE2 = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"


def xml_parts(path: Path) -> dict[str, bytes]:
    """Read the parts named .xml or .rels, by name below the root of the package.

    Pictures, sound, film and embedded documents are not read. Raises `UnreadableError` for a
    file that is no zip, is encrypted or damaged, or unpacks to too much.
    """
    try:
        with zipfile.ZipFile(path) as archive:
            members = {
                name.replace("\\", "/").lstrip("/"): info
                for name, info in archive.NameToInfo.items()
                if name.endswith((".xml", ".rels"))
            }
            _check(members)
            return {name: archive.read(info) for name, info in members.items()}
    except (zipfile.BadZipFile, EOFError, NotImplementedError) as error:
        raise UnreadableError(_why_no_zip(path)) from error


def _check(members: Mapping[str, zipfile.ZipInfo]) -> None:
    if any(info.flag_bits & 1 for info in members.values()):
        raise UnreadableError(ENCRYPTED)
    # zipfile never yields more than the declared size, so the declared sum is a bound.
    if sum(info.file_size for info in members.values()) > MAX_XML_BYTES:
        raise UnreadableError(TOO_LARGE)


def _why_no_zip(path: Path) -> Refusal:
    with path.open("rb") as file:
        start = file.read(8)
    if not start:
        return EMPTY
    if start == _OLE2:
        return ENCRYPTED
    if start.startswith(b"PK\x03\x04") and not zipfile.is_zipfile(path):
        return TRUNCATED
    return CORRUPT
