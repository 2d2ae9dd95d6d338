"""The text of one PDF page: lines with where they stand and how large they are set, tables."""

from __future__ import annotations

import ctypes
import math
import re
from collections.abc import Iterator
from typing import NamedTuple

import pypdfium2 as pdfium
import pypdfium2.raw as pdfium_c

from pipeline.extract.layout import Box
from pipeline.extract.pdf_frames import frames
from pipeline.extract.pdf_links import links
from pipeline.extract.pdf_mend import Mender
from pipeline.extract.pdf_notes import Added, added_to
from pipeline.extract.pdf_tables import Table, find_tables
from pipeline.extract.pdf_turned import Shown

#: Characters of which no text layer holds many that can be relied on: controls, private use.
_UNMAPPED = re.compile(r"[\x00-\x08\x0e-\x1f\x7f-\x9f\ue000-\uf8ff\ufffd-\uffff]")
#: The share of them that makes a text layer garbage. Pages whose fonts lack a Unicode map had 29 %
#: and more; sound pages, with icon fonts, up to 10 % in 180 PDFs.
_GARBLED = 0.2
_LETTER = re.compile(r"[^\W\d_]")
_LINE_END = "\r\n"
_PICTURES = frozenset({pdfium_c.FPDF_PAGEOBJ_IMAGE, pdfium_c.FPDF_PAGEOBJ_FORM})
#: Fewer lines than this draw no words.
_LETTERS = 20
#: What stands before an item of a list: a bullet, a glyph of a symbol font, a dash, a number.
_MARK = re.compile(r"\s*(?:[^\w\s'\"«“(\[<@#/\\]|\d{1,2}[.)]|[a-z]\))(?:\s|$)")


class Line(NamedTuple):
    """A line: how far down it stands, its font size, its right end and its middle, in points.

    `start` is where it starts in the text layer; `marked` tells whether a bullet or a number does.
    """

    text: str
    top: float
    size: float
    right: float
    middle: float
    start: int
    marked: bool


class PageText(NamedTuple):
    """Lines and tables by where they start in the text layer, links, what people added; its size.

    `frames` are what may be slides on a sheet of paper, `bookmark` points at the page or is ''.
    `drawn` tells whether a page may show text that is no text, `garbled` whether its text layer
    is garbage.
    """

    lines: tuple[Line, ...] = ()
    tables: tuple[Table, ...] = ()
    links: tuple[str, ...] = ()
    added: Added = Added()
    frames: tuple[Box, ...] = ()
    bookmark: str = ""
    width: float = 0
    height: float = 0
    drawn: bool = True
    garbled: bool = False
    damaged: bool = False


def read_page(page: pdfium.PdfPage) -> PageText:
    """Read the text layer of a page; one that cannot be relied on yields nothing."""
    width, height = page.get_size()
    shown = PageText(
        links=links(page),
        added=added_to(page),
        width=width,
        height=height,
        drawn=_may_show_text(page),
    )
    textpage = page.get_textpage()
    try:
        raw = textpage.get_text_range()
        if len(_UNMAPPED.findall(raw)) > _GARBLED * len(raw):
            return shown._replace(garbled=True)
        mend = Mender(textpage, raw)
        tables = find_tables(page, textpage, raw, mend)
        lines = tuple(_lines(textpage, _without(tables, raw), Shown(page), mend))
        return shown._replace(lines=lines, tables=tuple(tables), frames=frames(page))
    finally:
        textpage.close()


def _may_show_text(page: pdfium.PdfPage) -> bool:
    """Tell whether a page draws what may be a picture of text, or letters as lines."""
    count = pdfium_c.FPDFPage_CountObjects(page)
    objects = (pdfium_c.FPDFPage_GetObject(page, index) for index in range(min(count, _LETTERS)))
    return count >= _LETTERS or any(
        pdfium_c.FPDFPageObj_GetType(each) in _PICTURES for each in objects
    )


def _without(tables: list[Table], raw: str) -> str:
    """Blank out the words of tables; what is left keeps its place."""
    for table in tables:
        for word in table.words:
            raw = raw[: word.start] + " " * (word.end - word.start) + raw[word.end :]
    return raw


def _lines(textpage: pdfium.PdfTextPage, raw: str, shown: Shown, mend: Mender) -> Iterator[Line]:
    start = 0
    marked = False
    for line in raw.split(_LINE_END):
        marked = marked or _MARK.match(line) is not None
        if text := mend(line, start):
            yield _placed(textpage, line, start, shown)._replace(text=text, marked=marked)
            marked = False
        start += len(line) + len(_LINE_END)


def _placed(textpage: pdfium.PdfTextPage, line: str, start: int, shown: Shown) -> Line:
    """Return where a line stands, without its text; what is typical of it is in its middle."""
    char = _char(textpage, start + _middle_letter(line))
    matrix = pdfium_c.FS_MATRIX()
    pdfium_c.FPDFText_GetMatrix(textpage, char, matrix)
    size = pdfium_c.FPDFText_GetFontSize(textpage, char) * math.hypot(matrix.c, matrix.d)
    middle, top = shown(*_origin(textpage, char))
    right, _ = shown(*_origin(textpage, _char(textpage, start + len(line.rstrip()) - 1)))
    return Line("", top, size, right, middle, start, marked=False)


def _middle_letter(line: str) -> int:
    """Return the index of a letter that is typical of a line: no number or bullet set large."""
    letter = _LETTER.search(line, len(line) // 2) or _LETTER.search(line)
    return letter.start() if letter else len(line) // 2


def _char(textpage: pdfium.PdfTextPage, index: int) -> int:
    return int(pdfium_c.FPDFText_GetCharIndexFromTextIndex(textpage, index))


def _origin(textpage: pdfium.PdfTextPage, char: int) -> tuple[float, float]:
    x, y = ctypes.c_double(), ctypes.c_double()
    pdfium_c.FPDFText_GetCharOrigin(textpage, char, x, y)
    return x.value, y.value
