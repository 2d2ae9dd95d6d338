"""What PDF files say by the word of two other readers: poppler's pdftotext, and pdfium as it is."""

from __future__ import annotations

import shutil
import subprocess
from pathlib import Path

import pypdfium2 as pdfium

_POPPLER = "pdftotext"
_PATIENCE = 120


def has_poppler() -> bool:
    """Tell whether poppler's pdftotext is installed."""
    return shutil.which(_POPPLER) is not None


def layers_of(path: Path) -> list[list[str]]:
    """Return the text of each page by pdfium, and by poppler where that is installed and can.

    Raises what pdfium's binding raises on damage.
    """
    return [layer for layer in (_pdfium(path), _poppler(path)) if layer]


def _pdfium(path: Path) -> list[str]:
    with pdfium.PdfDocument(path) as document:
        return [page.get_textpage().get_text_range() for page in document]


def _poppler(path: Path) -> list[str]:
    """Return the text of each page, [] where poppler is not installed or cannot read the file."""
    program = shutil.which(_POPPLER)
    if program is None:
        return []
    command = [program, "-enc", "UTF-8", "-q", str(path), "-"]
    run = subprocess.run(command, capture_output=True, timeout=_PATIENCE, check=False)  # noqa: S603
    # A form feed ends each page.
    return run.stdout.decode("utf-8", "replace").split("\f")[:-1] if run.returncode == 0 else []
