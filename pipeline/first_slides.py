"""Has LibreOffice draw the first slides of decks that were saved without a picture."""

from __future__ import annotations

import shutil
import tempfile
from collections.abc import Iterator, Sequence
from pathlib import Path

from pipeline.conversion.libreoffice import LibreOffice
from pipeline.ingest import read_as_hashed
from pipeline.records.files import InboxFile
from pipeline.records.media import OPENDOCUMENT, POWERPOINT, PPT
from pipeline.settings import RunSettings

#: What LibreOffice draws, and the suffix by which it knows it.
SUFFIXES = {
    **dict.fromkeys(POWERPOINT, ".pptx"),
    **dict.fromkeys(OPENDOCUMENT, ".odp"),
    PPT: ".ppt",
}
#: Seconds that one deck may keep LibreOffice busy; each of the sample takes half a second.
PATIENCE = 20.0


def draw_first_slides(
    files: Sequence[InboxFile], settings: RunSettings
) -> Iterator[tuple[InboxFile, bytes]]:
    """Yield the first slide of each file as WebP, b'' where LibreOffice cannot draw it.

    A file that is not there as it was is left out.
    """
    program = settings.libreoffice
    if not files or program is None:
        return
    from pipeline.page.cover import encode_cover  # noqa: PLC0415 - most runs draw nothing

    with tempfile.TemporaryDirectory(prefix="first-slides-") as name:
        folder = Path(name)
        copies = {file: copy for file in files if (copy := _copied(file, settings, folder))}
        _convert(LibreOffice(program, folder, PATIENCE), list(copies.values()), folder / "drawn")
        for file, copy in copies.items():
            drawn = folder / "drawn" / f"{copy.stem}.png"
            yield file, encode_cover(drawn.read_bytes()) if drawn.exists() else b""


def _copied(file: InboxFile, settings: RunSettings, folder: Path) -> Path | None:
    """Copy a file under a name that says nothing but its kind."""
    copy = folder / f"{file.sha256}{SUFFIXES[file.media_type]}"

    def take(path: Path) -> None:
        shutil.copyfile(path, copy)

    refusal = read_as_hashed(settings.inbox, file, take, settings=settings.ingest)
    return None if refusal else copy


def _convert(office: LibreOffice, copies: list[Path], output: Path) -> None:
    """Convert all files, going on after each that stops LibreOffice."""
    while copies:
        run = office.convert(copies, "png", output)
        copies = copies[max(1, len(run.loaded)) :] if run.stopped_by else []
