"""What PDF files say by the word of two other readers: poppler's pdftotext, and pdfium as it is."""

from __future__ import annotations

import shutil
import subprocess
from itertools import groupby
from pathlib import Path

import pypdfium2 as pdfium

_POPPLER = "pdftotext"
_PATIENCE = 30
#: pdftotext tears text that is set aslant into lines of a few letters: so many in succession
#: without a longer word than this are left out of what it says.
_TORN_LINES = 3
_LONGEST_PIECE = 3


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
    pages = run.stdout.decode("utf-8", "replace").split("\f")[:-1]
    return [without_torn_lines(page) for page in pages] if run.returncode == 0 else []


def without_torn_lines(text: str) -> str:
    """Return the lines of a text but those of text that was set aslant."""
    lines = [line for line in text.split("\n") if line.strip()]
    kept: list[str] = []
    for torn, run in groupby(lines, key=_is_a_piece):
        group = list(run)
        if not torn or len(group) < _TORN_LINES:
            kept += group
    return "\n".join(kept)


def _is_a_piece(line: str) -> bool:
    return all(len(word) <= _LONGEST_PIECE for word in line.split())
