"""Pages of PDF files: text through pdfium, tables through pdfplumber where there may be some."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

import pypdfium2 as pdfium
import pypdfium2.raw as pdfium_c

from pipeline.extract.layout import Heading, heading_of
from pipeline.extract.pdf_furniture import furniture
from pipeline.extract.pdf_page import Line, PageText, read_page
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
_LEADING = 2.6
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


def _lines_of(document: pdfium.PdfDocument, index: int) -> PageText:
    try:
        page = document[index]
    except pdfium.PdfiumError:
        return PageText()
    try:
        return read_page(page)
    finally:
        page.close()


def _page(number: int, page: PageText, repeated: frozenset[int]) -> Page:
    lines = [line for index, line in enumerate(page.lines) if index not in repeated]
    kept_apart = [page.lines[index].text for index in sorted(repeated)]
    blocks = [
        *_with_title(lines, page),
        Block(kind=BlockKind.FURNITURE, text="\n".join(kept_apart)),
    ]
    return Page(
        number=number,
        blocks=tuple(block for block in blocks if block.text),
        usable=bool(lines or page.tables),
    )


def _with_title(lines: Sequence[Line], page: PageText) -> list[Block]:
    """Return the heading of a page, then its body in the order of the file, tables in place."""
    paragraphs = _paragraphs(lines)
    candidates = [
        Heading("\n".join(line.text for line in paragraph), paragraph[0].top, paragraph[0].size)
        for paragraph in paragraphs
    ]
    head = heading_of(candidates, page.height)
    title = "" if head is None else candidates[head].text
    body = [line for index, lines in enumerate(paragraphs) if index != head for line in lines]
    blocks = [Block(kind=BlockKind.TITLE, text=title)]
    for table in page.tables:
        before = [line for line in body if line.start < table.words[0].start]
        body = body[len(before) :]
        blocks += [_body(before), Block(kind=BlockKind.TABLE, text=table.text)]
    return [*blocks, _body(body)]


def _body(lines: Sequence[Line]) -> Block:
    return Block(kind=BlockKind.BODY, text="\n".join(line.text for line in lines))


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
