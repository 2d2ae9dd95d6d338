"""Gives later stages the file itself, wherever it lies, as it was when stock was taken."""

from __future__ import annotations

import hashlib
import tempfile
import zipfile
from collections.abc import Callable, Iterator
from contextlib import ExitStack, contextmanager
from io import BufferedReader
from pathlib import Path
from typing import TypeVar

from pipeline.ingest.archives import Allowance, unpack
from pipeline.ingest.refusals import cannot_open
from pipeline.ingest.settings import IngestSettings
from pipeline.ingest.zipguard import ZIP_ERRORS, inflation_refusal
from pipeline.records.files import InboxFile, Refusal, RejectionCode
from pipeline.records.media import ZIPPED

#: The file is not, or no longer, the one that was hashed.
CHANGED = Refusal(
    code=RejectionCode.CORRUPT,
    message="The file changed while the inbox was being read. Run again when it is complete.",
    passing=True,
)

T = TypeVar("T")


def read_as_hashed(
    inbox: Path, file: InboxFile, read: Callable[[Path], T], *, settings: IngestSettings
) -> T | Refusal:
    """Return what `read` makes of a file, or the refusal of one that cannot be opened.

    A file that is written to while it is read gives `CHANGED`, whatever was made of it.
    """
    with opened(inbox, file, settings=settings) as path:
        if isinstance(path, Refusal):
            return path
        result = read(path)
        # The copy of a member is ours alone.
        return result if file.members or _is_as_hashed(path, file) else CHANGED


@contextmanager
def opened(
    inbox: Path, file: InboxFile, *, settings: IngestSettings | None = None
) -> Iterator[Path | Refusal]:
    """Yield a path under which a file can be read, valid inside the `with` only.

    A member of an archive is unpacked into a temporary folder for that time. Yields a refusal
    for a file that is not, or no longer, the one that was hashed (`CHANGED`), cannot be opened,
    or is a zipped document that unpacks to more than it claims.
    """
    with ExitStack() as stack:
        yield _located(inbox, file, settings or IngestSettings(), stack)


def _located(
    inbox: Path, file: InboxFile, settings: IngestSettings, stack: ExitStack
) -> Path | Refusal:
    try:
        path = inbox / file.location
        if file.members:
            folder = Path(stack.enter_context(tempfile.TemporaryDirectory()))
            path = _unpacked(path, file.members, folder, settings)
        with path.open("rb") as stream:
            if _digest(stream) != file.sha256:
                return CHANGED
            if file.media_type not in ZIPPED:
                return path
            with zipfile.ZipFile(stream) as document:
                return inflation_refusal(document) or path
    except (FileNotFoundError, KeyError):
        return CHANGED
    except OSError as error:
        return cannot_open(error)
    except ZIP_ERRORS:
        return CHANGED


def _unpacked(path: Path, members: tuple[str, ...], folder: Path, settings: IngestSettings) -> Path:
    """Unpack a member, and the archives on the way to it, into a folder; return its path."""
    allowance = Allowance(settings.max_archive_bytes)
    for depth, name in enumerate(members):
        target = folder / str(depth)
        with zipfile.ZipFile(path) as archive, target.open("wb") as stream:
            unpack(archive, archive.getinfo(name), stream, allowance)
        path = target
    return path


def _is_as_hashed(path: Path, file: InboxFile) -> bool:
    try:
        with path.open("rb") as stream:
            return _digest(stream) == file.sha256
    except OSError:
        return False


def _digest(stream: BufferedReader) -> str:
    return hashlib.file_digest(stream, "sha256").hexdigest()
