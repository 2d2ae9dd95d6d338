"""The text of one PDF page: lines with where they stand and how large they are set, tables."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import NamedTuple

import pypdfium2 as pdfium
import pypdfium2.raw as pdfium_c

from pipeline.extract.layout import Box
from pipeline.extract.pdf_frames import frames
from pipeline.extract.pdf_layer import TextLayer
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
        layer = TextLayer(textpage)
        raw = layer.text
        if len(_UNMAPPED.findall(raw)) > _GARBLED * len(raw):
            return shown._replace(garbled=True)
        mend = Mender(layer)
        tables = find_tables(page, layer, mend)
        lines = tuple(_lines(layer, _without(tables, raw), Shown(page), mend))
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


def _lines(layer: TextLayer, raw: str, shown: Shown, mend: Mender) -> Iterator[Line]:
    start = 0
    marked = False
    for line in raw.split(_LINE_END):
        marked = marked or _MARK.match(line) is not None
        if text := mend(line, start):
            yield _placed(layer, line, start, shown)._replace(text=text, marked=marked)
            marked = False
        start += len(line) + len(_LINE_END)


def _placed(layer: TextLayer, line: str, start: int, shown: Shown) -> Line:
    """Return where a line stands, without its text; what is typical of it is in its middle."""
    typical = start + _middle_letter(line)
    middle, top = shown(*layer.origin(typical))
    right, _ = shown(*layer.origin(start + len(line.rstrip()) - 1))
    return Line("", top, layer.size(typical), right, middle, start, marked=False)


def _middle_letter(line: str) -> int:
    """Return the index of a letter that is typical of a line: no number or bullet set large."""
    letter = _LETTER.search(line, len(line) // 2) or _LETTER.search(line)
    return letter.start() if letter else len(line) // 2
