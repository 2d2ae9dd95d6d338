"""The parts of a zipped document, read within limits."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Iterator
from contextlib import contextmanager
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

#: The most bytes that the parts read of one document may unpack to. The text of the largest of 87
#: decks unpacks to 2.3 MB.
MAX_BYTES = 64 * 1024 * 1024

_OLE2 = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"


class Budget:
    """How many bytes may still be unpacked, or characters kept."""

    def __init__(self, left: int) -> None:
        self._left = left

    def spend(self, size: int) -> None:
        """Take what something needs; raises `UnreadableError`, and takes nothing, if too much."""
        if size > self._left:
            raise UnreadableError(TOO_LARGE)
        self._left -= size


class Parts:
    """The parts of an open package, unpacked one by one as they are asked for."""

    def __init__(self, archive: zipfile.ZipFile, budget: Budget) -> None:
        self._archive = archive
        self._members = {_key(name): info for name, info in archive.NameToInfo.items()}
        self._budget = budget

    def __contains__(self, name: str) -> bool:
        """Tell whether the package has a part of this name."""
        return _key(name) in self._members

    def read(self, name: str) -> bytes:
        """Return the content of a part; raises `UnreadableError` if it is missing or too large."""
        info = self._members.get(_key(name))
        if info is None:
            raise UnreadableError(CORRUPT)
        if info.flag_bits & 1:
            raise UnreadableError(ENCRYPTED)
        self._budget.spend(info.file_size)
        # Asked for so many bytes, zipfile inflates no more, whatever there is.
        with self._archive.open(info) as part:
            return part.read(info.file_size)


def no_parts() -> Parts:
    """Return the parts of a document that has none."""
    return Parts(zipfile.ZipFile(io.BytesIO(), "w"), Budget(0))


def _key(name: str) -> str:
    """Return what two spellings of a part's name have in common; case counts for nothing in OPC."""
    return name.replace("\\", "/").lstrip("/").lower()


@contextmanager
def opened(path: Path) -> Iterator[Parts]:
    """Open a zipped document; raises `UnreadableError` for one that is no zip, or damaged."""
    try:
        with zipfile.ZipFile(path) as archive:
            yield Parts(archive, Budget(MAX_BYTES))
    except (zipfile.BadZipFile, EOFError, NotImplementedError) as error:
        raise UnreadableError(_why_no_zip(path)) from error


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
