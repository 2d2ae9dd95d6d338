"""Ways to get at the text of files: ours, those of others, and the least that it can take."""

from __future__ import annotations

import subprocess
import zipfile
from collections.abc import Callable
from pathlib import Path

from pipeline.extract import extract
from pipeline.records.media import PDF, PPTX

Read = Callable[[Path], object]


def our_pdf() -> Read:
    """Read a PDF as the program does: blocks in order, tables, headers and footers."""
    return lambda path: extract(path, PDF)


def our_pptx() -> Read:
    """Read a package as the program does: tables, groups, notes, charts, SmartArt, comments."""
    return lambda path: extract(path, PPTX)


def pdfium() -> Read:
    """Take the bare text of each page."""
    import pypdfium2  # noqa: PLC0415 - each contender loads what it needs and no more

    def read(path: Path) -> None:
        with pypdfium2.PdfDocument(path) as document:
            for page in document:
                page.get_textpage().get_text_range()

    return read


def pdfplumber() -> Read:
    """Take the text of each page with pdfplumber."""
    import pdfplumber  # noqa: PLC0415

    def read(path: Path) -> None:
        with pdfplumber.open(path) as document:
            for page in document.pages:
                page.extract_text()
                page.close()

    return read


def pdftotext() -> Read:
    """Run Poppler's program, a process for each file."""
    return lambda path: subprocess.run(
        ["pdftotext", path, "-"],  # noqa: S607 - wherever it is installed
        check=True,
        capture_output=True,
    )


def kreuzberg() -> Read:
    """Read any file with Kreuzberg."""
    from kreuzberg import ExtractionConfig, extract_file_sync  # noqa: PLC0415

    config = ExtractionConfig(use_cache=False)
    return lambda path: extract_file_sync(str(path), config=config)


def markitdown() -> Read:
    """Read any file with MarkItDown."""
    from markitdown import MarkItDown  # noqa: PLC0415

    return MarkItDown().convert


def unzip_lxml() -> Read:
    """Unzip a package and parse its XML."""
    from lxml import etree  # noqa: PLC0415

    def read(path: Path) -> None:
        with zipfile.ZipFile(path) as package:
            for name in package.namelist():
                if name.endswith(".xml"):
                    etree.fromstring(package.read(name))

    return read


def text_frames() -> Read:
    """Loop over text frames with python-pptx, which misses tables, groups, notes and charts."""
    from pptx import Presentation  # noqa: PLC0415

    def read(path: Path) -> None:
        for slide in Presentation(str(path)).slides:
            _ = [shape.text_frame.text for shape in slide.shapes if shape.has_text_frame]

    return read
