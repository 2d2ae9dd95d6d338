"""Finds the programs beside Python that are used where they are installed."""

from __future__ import annotations

import shutil
import subprocess
from pathlib import Path

from pipeline.records.tools import Tesseract

#: Where LibreOffice lies when it is not on the path.
_USUAL_PLACES = (
    Path("/Applications/LibreOffice.app/Contents/MacOS/soffice"),
    Path("C:/Program Files/LibreOffice/program/soffice.com"),
)
#: Seconds; it takes 20 ms.
_PATIENCE = 10


def find_libreoffice() -> Path | None:
    """Return LibreOffice's program, None where it is not installed."""
    found = shutil.which("soffice") or shutil.which("libreoffice")
    places = [Path(found)] if found else [place for place in _USUAL_PLACES if place.exists()]
    return places[0] if places else None


def find_tesseract() -> Tesseract | None:
    """Return Tesseract, None where it is not installed or knows no language."""
    program = shutil.which("tesseract")
    if program is None:
        return None
    try:
        listed = subprocess.run(  # noqa: S603 - what the system calls tesseract
            [program, "--list-langs"], capture_output=True, text=True, timeout=_PATIENCE, check=True
        )
    except (OSError, subprocess.SubprocessError):
        return None
    languages = sorted(line for line in listed.stdout.splitlines()[1:] if line.isidentifier())
    return Tesseract(program=program, languages=tuple(languages)) if languages else None
