"""Reads pages that are pictures of text with Tesseract, where it is installed."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from itertools import groupby
from pathlib import Path
from typing import Any, NamedTuple

import pypdfium2 as pdfium
import pytesseract
from msgspec.structs import replace
from PIL.Image import Image

from pipeline.extract.layout import Heading, heading_of
from pipeline.extract.needs_ocr import left_over, was_recognised
from pipeline.extract.text import clean
from pipeline.records.decks import NEEDS_OCR, Block, BlockKind, Deck, Page
from pipeline.records.tools import Tesseract

#: Tesseract's names of languages, by the primary subtag of BCP 47.
_NAMES = {
    "ar": "ara", "ca": "cat", "de": "deu", "en": "eng", "es": "spa", "fr": "fra", "it": "ita",
    "nl": "nld", "pl": "pol", "pt": "por", "ro": "ron", "ru": "rus", "tr": "tur",
}  # fmt: skip
#: The language in which Tesseract always comes.
_ANY = "eng"
#: What finds out how a page is turned; it comes as a language.
_ORIENTATION = "osd"

#: The longer side of the picture of a page, in pixels: 160 dots per inch on a slide.
_PIXELS = 2100
#: Seconds after which a page is given up.
_PATIENCE = 60
#: Pages of one deck that are recognised, the first ones.
_MOST_PAGES = 150
#: Words of which Tesseract is less sure, in percent, are mostly drawings taken for letters.
_LEAST_SURE = 50
#: The columns of Tesseract's table of words that are looked at.
_COLUMNS = ("block_num", "par_num", "line_num", "text", "conf", "top", "height")


class Recogniser:
    """Reads pages with Tesseract."""

    def __init__(self, tesseract: Tesseract) -> None:
        pytesseract.pytesseract.tesseract_cmd = tesseract.program
        self._languages = tesseract.languages

    def recognise(self, deck: Deck, path: Path, tags: Iterable[str]) -> Deck:
        """Return the deck of a PDF file with the text of pages that hold none to be relied on.

        `tags` are the BCP 47 tags of the likely languages. Such a page gets what is recognised and
        how sure that is; a page on which nothing is found stays without text.
        """
        wanted = [page.number for page in deck.pages if not page.usable]
        names = "+".join(self._installed(tags))
        with pdfium.PdfDocument(path) as document:
            if len(document) != len(deck.pages):
                return deck
            read = {number: self._read(document, number, names) for number in wanted[:_MOST_PAGES]}
        pages = tuple(
            _with_text(page, read[page.number]) if page.number in read else page
            for page in deck.pages
        )
        return replace(deck, pages=pages, warnings=_warnings(deck, pages, wanted[_MOST_PAGES:]))

    def _installed(self, tags: Iterable[str]) -> list[str]:
        names = [_NAMES.get(tag.partition("-")[0], "") for tag in tags]
        return [name for name in dict.fromkeys(names) if name in self._languages] or [_ANY]

    def _read(self, document: pdfium.PdfDocument, number: int, names: str) -> list[_Line]:
        # 1 finds out how a page is turned before it finds the text, 3 takes it to stand upright.
        mode = 1 if _ORIENTATION in self._languages else 3
        try:
            data = pytesseract.image_to_data(
                _picture(document[number - 1]),
                lang=names,
                config=f"--psm {mode}",
                timeout=_PATIENCE,
                output_type=pytesseract.Output.DICT,
            )
        except (RuntimeError, pdfium.PdfiumError):
            # Tesseract ran out of time, or found too few letters to tell how they are turned.
            return []
        return list(_lines(data))


class _Line(NamedTuple):
    """A line of text: its paragraph, its place in pixels, how sure its letters are, from 0 to 1."""

    text: str
    paragraph: tuple[int, int]
    top: float
    height: float
    confidence: float


def _picture(page: pdfium.PdfPage) -> Image:
    picture: Image = page.render(
        scale=_PIXELS / max(*page.get_size(), 1), grayscale=True, may_draw_forms=False
    ).to_pil()
    return picture


def _lines(data: dict[str, list[Any]]) -> Iterator[_Line]:
    """Yield the lines that Tesseract's table of words makes."""
    words = [
        (block, paragraph, line, text, float(sure), top, height)
        for block, paragraph, line, text, sure, top, height in zip(
            *(data[column] for column in _COLUMNS), strict=True
        )
        if text.strip() and float(sure) >= _LEAST_SURE
    ]
    for (block, paragraph, _), group in groupby(words, key=lambda word: word[:3]):
        line = list(group)
        yield _Line(
            " ".join(word[3] for word in line),
            (block, paragraph),
            min(word[5] for word in line),
            max(word[6] for word in line),
            sum(word[4] * len(word[3]) for word in line) / sum(len(word[3]) for word in line) / 100,
        )


def _with_text(page: Page, lines: Sequence[_Line]) -> Page:
    paragraphs = [list(group) for _, group in groupby(lines, key=lambda line: line.paragraph)]
    texts = [clean("\n".join(line.text for line in paragraph)) for paragraph in paragraphs]
    if not any(texts):
        return page
    headings = [
        Heading(text, lines[0].top, lines[0].height)
        for text, lines in zip(texts, paragraphs, strict=True)
    ]
    head = heading_of(headings, max(line.top + line.height for line in lines))
    title = [] if head is None else [Block(kind=BlockKind.TITLE, text=texts[head])]
    body = "\n".join(text for index, text in enumerate(texts) if index != head and text)
    letters = sum(len(line.text) for line in lines)
    sure = sum(line.confidence * len(line.text) for line in lines) / letters
    return replace(
        page,
        blocks=(*title, *([Block(kind=BlockKind.BODY, text=body)] if body else []), *page.blocks),
        usable=True,
        recognised=round(sure, 2),
    )


def _warnings(deck: Deck, pages: Sequence[Page], left: Sequence[int]) -> tuple[str, ...]:
    """Say what was recognised in the place of what needs to be."""
    read = {page.number: page.recognised for page in pages if page.recognised is not None}
    sure = sum(read.values()) / max(len(read), 1)
    return (
        *((was_recognised(list(read), sure),) if read else ()),
        *((left_over(left),) if left else ()),
        *(warning for warning in deck.warnings if not warning.startswith(NEEDS_OCR)),
    )
