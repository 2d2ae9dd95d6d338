"""Reads one file into a deck of pages."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from msgspec.structs import replace

from pipeline.extract.docx import read_docx
from pipeline.extract.html import read_html
from pipeline.extract.odp import read_fodp, read_odp
from pipeline.extract.odt import read_fodt, read_odt
from pipeline.extract.pdf import read_pdf
from pipeline.extract.plain import read_markdown, read_text
from pipeline.extract.pptx import read_pptx
from pipeline.extract.refusals import CORRUPT, UNSUPPORTED, UnreadableError
from pipeline.extract.rtf import read_rtf
from pipeline.records import media
from pipeline.records.decks import Deck
from pipeline.records.files import Refusal

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
_NO_TEXT = (
    "The pages are pictures without text, or empty. "
    "Run text recognition (OCR) on the file, or ask for the original presentation."
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
        return _with_warning(reader(path))
    except UnreadableError as error:
        return error.refusal
    except MemoryError:
        raise
    except Exception:
        return CORRUPT


def _with_warning(deck: Deck) -> Deck:
    if deck.warnings or any(page.usable for page in deck.pages):
        return deck
    return replace(deck, warnings=(_NO_TEXT,))
