"""What people put on top of the pages of a PDF file: answers in forms, text boxes, comments."""

from __future__ import annotations

import ctypes
from typing import NamedTuple

import pypdfium2 as pdfium
import pypdfium2.raw as pdfium_c

from pipeline.extract.text import clean, one_line

#: Damaged files may hold endless lists.
_MOST = 500
_HIDDEN = pdfium_c.FPDF_ANNOT_FLAG_HIDDEN | pdfium_c.FPDF_ANNOT_FLAG_NOVIEW
#: What is shown on the page, with where its text is kept (ISO 32000-1, 12.5.6.6 and 12.7.3).
_SHOWN = {pdfium_c.FPDF_ANNOT_WIDGET: "V", pdfium_c.FPDF_ANNOT_FREETEXT: "Contents"}
#: The others have comments, but links, and windows that only show the comment of another.
_SILENT = frozenset({pdfium_c.FPDF_ANNOT_LINK, pdfium_c.FPDF_ANNOT_POPUP})


class Added(NamedTuple):
    """Texts that were put on a page, and comments with their authors."""

    texts: tuple[str, ...] = ()
    comments: tuple[str, ...] = ()


def added_to(page: pdfium.PdfPage) -> Added:
    """Return what people put on top of a page; the text layer holds none of it."""
    texts, comments = [], []
    for index in range(min(pdfium_c.FPDFPage_GetAnnotCount(page), _MOST)):
        note = pdfium_c.FPDFPage_GetAnnot(page, index)
        try:
            kind = pdfium_c.FPDFAnnot_GetSubtype(note)
            if kind in _SHOWN and not pdfium_c.FPDFAnnot_GetFlags(note) & _HIDDEN:
                texts.append(_text(note, _SHOWN[kind]))
            elif kind not in _SHOWN and kind not in _SILENT and (text := _text(note, "Contents")):
                comments.append(f"{one_line(_text(note, 'T')) or 'Unknown'}: {text}")
        finally:
            pdfium_c.FPDFPage_CloseAnnot(note)
    return Added(tuple(filter(None, texts)), tuple(dict.fromkeys(comments)))


def _text(note: pdfium_c.FPDF_ANNOTATION, key: str) -> str:
    """Return a text that is stated under a key; '' for what is none, as the state of a box."""
    if pdfium_c.FPDFAnnot_GetValueType(note, key.encode()) != pdfium_c.FPDF_OBJECT_STRING:
        return ""
    size = pdfium_c.FPDFAnnot_GetStringValue(note, key.encode(), None, 0)
    units = (ctypes.c_ushort * (size // 2))()
    pdfium_c.FPDFAnnot_GetStringValue(note, key.encode(), units, size)
    return clean(bytes(units).decode("utf-16-le", "replace").rstrip("\0"))
