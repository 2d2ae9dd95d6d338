"""Gives later stages the file itself, wherever it lies, as it was when stock was taken."""

from __future__ import annotations

import hashlib
import tempfile
import zipfile
from collections.abc import Iterator
from contextlib import ExitStack, contextmanager
from pathlib import Path

from pipeline.ingest.archives import Allowance, unpack
from pipeline.ingest.refusals import cannot_open
from pipeline.ingest.settings import IngestSettings
from pipeline.ingest.zipguard import ZIP_ERRORS, inflation_refusal
from pipeline.records.files import InboxFile, Refusal, RejectionCode
from pipeline.records.media import PDF

#: The file is not the one that was hashed. This says nothing about that content: a result that
#: is kept by `sha256` must not be this one.
CHANGED = Refusal(
    code=RejectionCode.CORRUPT,
    message="The file changed while the inbox was being read. Run again when it is complete.",
)


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
            if hashlib.file_digest(stream, "sha256").hexdigest() != file.sha256:
                return CHANGED
            if file.media_type == PDF:
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
