"""The lines of a PDF page with where they stand and how large they are set."""

from __future__ import annotations

import ctypes
import math
import re
from typing import NamedTuple

import pypdfium2 as pdfium
import pypdfium2.raw as pdfium_c

from pipeline.extract.text import clean

#: Characters that no text layer holds which can be relied on: controls, private use, unassigned.
_UNMAPPED = re.compile(r"[\x00-\x08\x0e-\x1f\x7f-\x9f\ue000-\uf8ff\ufffd-\uffff]")
#: The share of them that makes a text layer garbage. Pages whose fonts lack a Unicode map had 29 %
#: and more, sound pages with icon fonts up to 10 %, in 180 PDFs.
_GARBLED = 0.2


class Line(NamedTuple):
    """A line as pdfium finds it; left and top of its first letter, and its font size, in points."""

    text: str
    left: float
    top: float
    size: float


class PageLines(NamedTuple):
    """The lines of a page in the order of the file; `height` in points."""

    lines: tuple[Line, ...] = ()
    height: float = 0
    garbled: bool = False


def read_lines(page: pdfium.PdfPage) -> PageLines:
    """Read the text layer of a page; a garbled one yields no lines."""
    textpage = page.get_textpage()
    try:
        raw = textpage.get_text_range()
        _, _, _, top = page.get_bbox()
        height = page.get_height()
        if len(_UNMAPPED.findall(raw)) > _GARBLED * len(raw):
            return PageLines(height=height, garbled=True)
        return PageLines(tuple(_lines(textpage, raw, top)), height)
    finally:
        textpage.close()


def _lines(textpage: pdfium.PdfTextPage, raw: str, top: float) -> list[Line]:
    lines = []
    start = 0
    for line in raw.split("\r\n"):
        if text := clean(line):
            lines.append(_placed(textpage, start + _first_letter(line), text, top))
        start += len(line) + 2
    return lines


def _first_letter(line: str) -> int:
    return next((index for index, char in enumerate(line) if char.isalnum()), 0)


def _placed(textpage: pdfium.PdfTextPage, index: int, text: str, top: float) -> Line:
    x, y = ctypes.c_double(), ctypes.c_double()
    matrix = pdfium_c.FS_MATRIX()
    char = pdfium_c.FPDFText_GetCharIndexFromTextIndex(textpage, index)
    pdfium_c.FPDFText_GetCharOrigin(textpage, char, x, y)
    pdfium_c.FPDFText_GetMatrix(textpage, char, matrix)
    size = pdfium_c.FPDFText_GetFontSize(textpage, char) * math.hypot(matrix.c, matrix.d)
    return Line(text, x.value, top - y.value, size)
