"""Where a PDF file points: links of its pages, bookmarks into them."""

from __future__ import annotations

import ctypes
from itertools import islice

import pypdfium2 as pdfium
import pypdfium2.raw as pdfium_c

from pipeline.extract.descriptions import is_public
from pipeline.extract.text import one_line

#: Damaged files may hold endless lists.
_MOST_BOOKMARKS = 2000
_MOST_LINKS = 500


def links(page: pdfium.PdfPage) -> tuple[str, ...]:
    """Return the web and mail addresses that a page links to, each once."""
    position = ctypes.c_int(0)
    link = pdfium_c.FPDF_LINK()
    found: dict[str, None] = {}
    for _ in range(_MOST_LINKS):
        if not pdfium_c.FPDFLink_Enumerate(page, position, link):
            break
        action = pdfium_c.FPDFLink_GetAction(link)
        if action and is_public(url := _url(page.pdf, action)):
            found[url] = None
    return tuple(found)


def _url(document: pdfium.PdfDocument, action: pdfium_c.FPDF_ACTION) -> str:
    size = pdfium_c.FPDFAction_GetURIPath(document, action, None, 0)
    buffer = ctypes.create_string_buffer(size)
    pdfium_c.FPDFAction_GetURIPath(document, action, buffer, size)
    return buffer.value.decode("utf-8", errors="replace") if size else ""


def bookmarks(document: pdfium.PdfDocument) -> dict[int, str]:
    """Return the first bookmark that points at a page, by the index of the page."""
    titles: dict[int, str] = {}
    for bookmark in islice(document.get_toc(), _MOST_BOOKMARKS):
        destination = bookmark.get_dest()
        index = None if destination is None else destination.get_index()
        if index is not None:
            titles.setdefault(index, one_line(bookmark.get_title()))
    return titles
