"""Pages of PDF files: text through pdfium, tables through pdfplumber where there may be some."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

import pypdfium2 as pdfium
import pypdfium2.raw as pdfium_c

from pipeline.extract.layout import Heading, heading_of
from pipeline.extract.pdf_furniture import furniture
from pipeline.extract.pdf_lines import Line, PageLines, read_lines
from pipeline.extract.properties import stated
from pipeline.extract.refusals import (
    CORRUPT,
    EMPTY,
    ENCRYPTED,
    NO_PAGES,
    TRUNCATED,
    UnreadableError,
)
from pipeline.records.decks import Block, BlockKind, Deck, Page, Properties
from pipeline.records.files import Refusal

#: A whole PDF ends with this mark, give or take some bytes that mail programs add.
_END_MARK = b"%%EOF"
_TAIL = 2048
#: Lines of one paragraph have one size, give or take, and stand at most this many sizes apart.
_SAME_SIZE = 0.06
_LEADING = 1.9
_GARBLED_TEXT = (
    "The text on page {pages} cannot be read: its fonts do not say which letters they draw. "
    "Ask for the original presentation, or run text recognition (OCR) on the file."
)


def read_pdf(path: Path) -> Deck:
    """Read a PDF file; raises `UnreadableError`, or what pdfium's binding raises on damage."""
    with _opened(path) as document:
        read = [_lines_of(document, index) for index in range(len(document))]
        properties = _properties(document)
    if not read:
        raise UnreadableError(NO_PAGES)
    repeated = furniture(read)
    pages = tuple(
        _page(number, page, repeated[number - 1]) for number, page in enumerate(read, start=1)
    )
    garbled = [page.number for page, lines in zip(pages, read, strict=True) if lines.garbled]
    return Deck(pages=pages, properties=properties, warnings=_warnings(garbled))


def _opened(path: Path) -> pdfium.PdfDocument:
    try:
        return pdfium.PdfDocument(path)
    except pdfium.PdfiumError as error:
        raise UnreadableError(_why_not(path, error)) from error


def _why_not(path: Path, error: pdfium.PdfiumError) -> Refusal:
    if error.err_code == pdfium_c.FPDF_ERR_PASSWORD:
        return ENCRYPTED
    size = path.stat().st_size
    if not size:
        return EMPTY
    with path.open("rb") as file:
        file.seek(max(0, size - _TAIL))
        return CORRUPT if _END_MARK in file.read() else TRUNCATED


def _lines_of(document: pdfium.PdfDocument, index: int) -> PageLines:
    try:
        page = document[index]
    except pdfium.PdfiumError:
        return PageLines()
    try:
        return read_lines(page)
    finally:
        page.close()


def _page(number: int, page: PageLines, repeated: frozenset[int]) -> Page:
    lines = [line for index, line in enumerate(page.lines) if index not in repeated]
    title, body = _split_title(lines, page.height)
    kept_apart = [line.text for index, line in enumerate(page.lines) if index in repeated]
    blocks = [
        Block(kind=kind, text=text)
        for kind, text in (
            (BlockKind.TITLE, title),
            (BlockKind.BODY, body),
            (BlockKind.FURNITURE, "\n".join(kept_apart)),
        )
        if text
    ]
    return Page(number=number, blocks=tuple(blocks), usable=bool(lines))


def _split_title(lines: Sequence[Line], height: float) -> tuple[str, str]:
    """Part the lines of a page into its heading and the rest."""
    paragraphs = _paragraphs(lines)
    texts = ["\n".join(line.text for line in paragraph) for paragraph in paragraphs]
    head = heading_of(
        [
            Heading(text, paragraph[0].top, paragraph[0].size)
            for text, paragraph in zip(texts, paragraphs, strict=True)
        ],
        height,
    )
    title = "" if head is None else texts.pop(head)
    return title, "\n".join(texts)


def _paragraphs(lines: Sequence[Line]) -> list[list[Line]]:
    """Gather lines of one size that follow each other down the page."""
    paragraphs: list[list[Line]] = []
    for line in lines:
        last = paragraphs[-1][-1] if paragraphs else None
        if (
            last is not None
            and abs(line.size - last.size) <= _SAME_SIZE * last.size
            and 0 <= line.top - last.top <= _LEADING * last.size
        ):
            paragraphs[-1].append(line)
        else:
            paragraphs.append([line])
    return paragraphs


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


def _warnings(garbled: list[int]) -> tuple[str, ...]:
    pages = ", ".join(map(str, garbled))
    return (_GARBLED_TEXT.format(pages=pages),) if garbled else ()
