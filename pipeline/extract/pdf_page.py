"""The text of one PDF page: lines with where they stand and how large they are set, tables."""

from __future__ import annotations

import ctypes
import math
import re
from collections.abc import Iterator
from typing import NamedTuple

import pypdfium2 as pdfium
import pypdfium2.raw as pdfium_c

from pipeline.extract.pdf_links import links
from pipeline.extract.pdf_mend import Mender
from pipeline.extract.pdf_tables import Table, find_tables

#: Characters of which no text layer holds many that can be relied on: controls, private use.
_UNMAPPED = re.compile(r"[\x00-\x08\x0e-\x1f\x7f-\x9f\ue000-\uf8ff\ufffd-\uffff]")
#: The share of them that makes a text layer garbage. Pages whose fonts lack a Unicode map had 29 %
#: and more; sound pages, with icon fonts, up to 10 % in 180 PDFs.
_GARBLED = 0.2
_LINE_END = "\r\n"


class Line(NamedTuple):
    """A line, from the top in points: its base line and its font size."""

    text: str
    top: float
    size: float
    start: int


class PageText(NamedTuple):
    """Lines and tables by where they start in the text layer, links; `height` in points."""

    lines: tuple[Line, ...] = ()
    tables: tuple[Table, ...] = ()
    links: tuple[str, ...] = ()
    height: float = 0
    garbled: bool = False
    damaged: bool = False


def read_page(page: pdfium.PdfPage) -> PageText:
    """Read the text layer of a page; one that cannot be relied on yields nothing."""
    textpage = page.get_textpage()
    try:
        raw = textpage.get_text_range()
        if len(_UNMAPPED.findall(raw)) > _GARBLED * len(raw):
            return PageText(links=links(page), height=page.get_height(), garbled=True)
        mend = Mender(textpage, raw)
        tables = find_tables(page, textpage, raw, mend)
        top = page.get_bbox()[3]
        lines = [
            _placed(textpage, text, start + _middle_letter(line), top)._replace(start=start)
            for start, line in _raw_lines(_without(tables, raw))
            if (text := mend(line, start))
        ]
        return PageText(tuple(lines), tuple(tables), links(page), page.get_height())
    finally:
        textpage.close()


def _without(tables: list[Table], raw: str) -> str:
    """Blank out the words of tables; what is left keeps its place."""
    for table in tables:
        for word in table.words:
            raw = raw[: word.start] + " " * (word.end - word.start) + raw[word.end :]
    return raw


def _raw_lines(raw: str) -> Iterator[tuple[int, str]]:
    start = 0
    for line in raw.split(_LINE_END):
        yield start, line
        start += len(line) + len(_LINE_END)


def _middle_letter(line: str) -> int:
    """Return the index of a letter that is typical of a line: no number or bullet set large."""
    letters = [index for index, char in enumerate(line) if char.isalpha()]
    return letters[len(letters) // 2] if letters else len(line) // 2


def _placed(textpage: pdfium.PdfTextPage, text: str, index: int, top: float) -> Line:
    x, y = ctypes.c_double(), ctypes.c_double()
    matrix = pdfium_c.FS_MATRIX()
    char = pdfium_c.FPDFText_GetCharIndexFromTextIndex(textpage, index)
    pdfium_c.FPDFText_GetCharOrigin(textpage, char, x, y)
    pdfium_c.FPDFText_GetMatrix(textpage, char, matrix)
    size = pdfium_c.FPDFText_GetFontSize(textpage, char) * math.hypot(matrix.c, matrix.d)
    return Line(text, top - y.value, size, index)
