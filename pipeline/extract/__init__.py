"""Reads one file into a deck of pages."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from msgspec.structs import replace

from pipeline.extract.docx import read_docx
from pipeline.extract.html import read_html
from pipeline.extract.ocr import Recogniser
from pipeline.extract.odp import read_fodp, read_odp
from pipeline.extract.odt import read_fodt, read_odt
from pipeline.extract.pdf import read_pdf
from pipeline.extract.plain import read_markdown, read_text
from pipeline.extract.pptx import read_pptx
from pipeline.extract.refusals import CORRUPT, UNSUPPORTED, UnreadableError
from pipeline.extract.rtf import read_rtf
from pipeline.records import media
from pipeline.records.decks import NEEDS_OCR, Deck
from pipeline.records.files import Refusal

__all__ = ["Recogniser", "extract"]

_READERS: dict[str, Callable[[Path], Deck]] = {
    media.PDF: read_pdf,
    media.FODP: read_fodp,
    media.ODT: read_odt,
    media.OTT: read_odt,
    media.FODT: read_fodt,
    media.RTF: read_rtf,
    media.HTML: read_html,
    media.MARKDOWN: read_markdown,
    media.TEXT: read_text,
    **dict.fromkeys(media.OPENDOCUMENT, read_odp),
    **dict.fromkeys(media.POWERPOINT, read_pptx),
    **dict.fromkeys(media.WORD, read_docx),
}
_EMPTY = "All pages are empty. Open the file to see whether that is right, or ask for it again."
_NO_TEXT = (
    f"{NEEDS_OCR} the slides are pictures without text, or empty. Save the presentation as PDF and "
    "drop that in, on a computer where Tesseract is installed, or ask for slides with text."
)


def extract(path: Path, media_type: str) -> Deck | Refusal:
    """Return the pages of a file of a known media type, or why it cannot be read.

    Parsers of damaged input raise errors of every kind; all of them mean that the file is
    corrupt. Only a lack of memory is raised: it says nothing about the file.
    """
    reader = _READERS.get(media_type)
    if reader is None:
        return UNSUPPORTED
    try:
        deck = reader(path)
    except UnreadableError as error:
        return error.refusal
    except MemoryError:
        raise
    except Exception:
        return CORRUPT
    if deck.warnings or any(page.usable for page in deck.pages):
        return deck
    return replace(deck, warnings=(_EMPTY if media_type == media.PDF else _NO_TEXT,))
