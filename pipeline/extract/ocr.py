"""Reads pages that are pictures of text with Tesseract, where it is installed."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
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
    """Reads pages with Tesseract in the language of a deck, or in all that are expected.

    `expected` are BCP 47 tags. `language_of` tells the language of a deck by the pages that can
    be read, None where there is too little text; one language takes half the time of three.
    """

    def __init__(
        self,
        tesseract: Tesseract,
        expected: Sequence[str],
        language_of: Callable[[Deck], str | None],
    ) -> None:
        pytesseract.pytesseract.tesseract_cmd = tesseract.program
        self._languages = tesseract.languages
        self._expected = expected
        self._language_of = language_of

    def recognise(self, deck: Deck, path: Path) -> Deck:
        """Return the deck of a PDF file with the text of pages that hold none to be relied on.

        Such a page gets what is recognised and how sure that is; a page on which nothing is found
        stays without text.
        """
        wanted = [index for index, page in enumerate(deck.pages) if not page.usable]
        pages = list(deck.pages)
        known = self._language_of(deck)
        with pdfium.PdfDocument(path) as document:
            if len(document) != len(pages):
                return deck
            for index in wanted[:_MOST_PAGES]:
                names = self._names([known] if known else self._expected)
                pages[index] = _with_text(pages[index], self._read(document, index, names))
                known = known or self._language_of(replace(deck, pages=tuple(pages)))
        left = [index + 1 for index in wanted[_MOST_PAGES:]]
        return replace(deck, pages=tuple(pages), warnings=_warnings(deck, pages, left))

    def _names(self, tags: Sequence[str]) -> str:
        names = dict.fromkeys(_NAMES.get(tag.partition("-")[0], "") for tag in tags)
        return "+".join(name for name in names if name in self._languages) or _ANY

    def _read(self, document: pdfium.PdfDocument, index: int, names: str) -> list[_Line]:
        # 1 finds out how a page is turned before it finds the text, 3 takes it to stand upright.
        mode = 1 if _ORIENTATION in self._languages else 3
        try:
            data = pytesseract.image_to_data(
                _picture(document[index]),
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
