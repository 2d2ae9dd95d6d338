"""Pages of PDF files: text through pdfium, tables through pdfplumber where there may be some."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

import pypdfium2 as pdfium
import pypdfium2.raw as pdfium_c

from pipeline.extract.needs_ocr import named_pages, unread_pages
from pipeline.extract.pdf_blocks import page_of
from pipeline.extract.pdf_furniture import furniture
from pipeline.extract.pdf_links import bookmarks
from pipeline.extract.pdf_page import PageText, read_page
from pipeline.extract.pdf_sheets import cut_up
from pipeline.extract.properties import stated
from pipeline.extract.refusals import (
    CORRUPT,
    EMPTY,
    ENCRYPTED,
    NO_PAGES,
    TRUNCATED,
    UnreadableError,
)
from pipeline.records.decks import Deck, Properties
from pipeline.records.files import Refusal

#: A whole PDF ends with this mark, give or take some bytes that mail programs add.
_END_MARK = b"%%EOF"
_TAIL = 2048
_DAMAGED = "The file is damaged: {pages} could not be read. Ask for a new copy."


def read_pdf(path: Path) -> Deck:
    """Read a PDF file; raises `UnreadableError`, or what pdfium's binding raises on damage."""
    with _opened(path) as document:
        marks = bookmarks(document)
        read = [
            _text_of(document, index)._replace(bookmark=marks.get(index, ""))
            for index in range(len(document))
        ]
        properties = _properties(document)
    if not read:
        raise UnreadableError(NO_PAGES)
    if all(page.damaged for page in read):
        raise UnreadableError(_cut_off_or_corrupt(path))
    slides = cut_up(read)
    pages = tuple(
        page_of(number, slide, repeated)
        for number, (slide, repeated) in enumerate(
            zip(slides, furniture(slides), strict=True), start=1
        )
    )
    return Deck(pages=pages, properties=properties, warnings=_warnings(slides))


def _opened(path: Path) -> pdfium.PdfDocument:
    try:
        return pdfium.PdfDocument(path)
    except pdfium.PdfiumError as error:
        raise UnreadableError(_why_not(path, error)) from error


def _why_not(path: Path, error: pdfium.PdfiumError) -> Refusal:
    if error.err_code in (pdfium_c.FPDF_ERR_PASSWORD, pdfium_c.FPDF_ERR_SECURITY):
        return ENCRYPTED
    return _cut_off_or_corrupt(path)


def _cut_off_or_corrupt(path: Path) -> Refusal:
    size = path.stat().st_size
    if not size:
        return EMPTY
    with path.open("rb") as file:
        file.seek(max(0, size - _TAIL))
        return CORRUPT if _END_MARK in file.read() else TRUNCATED


def _text_of(document: pdfium.PdfDocument, index: int) -> PageText:
    try:
        page = document[index]
    except pdfium.PdfiumError:
        return PageText(damaged=True)
    try:
        return read_page(page)
    finally:
        page.close()


def _properties(document: pdfium.PdfDocument) -> Properties:
    raw = document.get_metadata_dict()
    return stated(
        title=raw["Title"],
        author=raw["Author"],
        subject=raw["Subject"],
        keywords=raw["Keywords"],
        created=raw["CreationDate"],
        modified=raw["ModDate"],
    )


def _warnings(pages: Sequence[PageText]) -> tuple[str, ...]:
    unread = [number for number, page in enumerate(pages, start=1) if _hides_text(page)]
    damaged = [number for number, page in enumerate(pages, start=1) if page.damaged]
    return (
        *((unread_pages(unread),) if unread else ()),
        *((_DAMAGED.format(pages=named_pages(damaged)),) if damaged else ()),
    )


def _hides_text(page: PageText) -> bool:
    return page.garbled or (page.drawn and not (page.lines or page.tables or page.damaged))
