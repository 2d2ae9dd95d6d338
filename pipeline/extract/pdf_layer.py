"""The text layer of a PDF page: what it says, and where its characters stand."""

from __future__ import annotations

import ctypes
import math
from bisect import bisect_left

import pypdfium2 as pdfium
import pypdfium2.raw as pdfium_c

_LAST_OF_TWO_BYTES = "\uffff"


class TextLayer:
    """The text of a page, and what is known of its characters by their index in it."""

    def __init__(self, textpage: pdfium.PdfTextPage) -> None:
        self.text: str = textpage.get_text_range()
        self._textpage = textpage
        self._x, self._y = ctypes.c_double(), ctypes.c_double()
        # pdfium counts an emoji as two.
        self._wide = [index for index, char in enumerate(self.text) if char > _LAST_OF_TWO_BYTES]

    def origin(self, index: int) -> tuple[float, float]:
        """Return where a character starts on its base line, in PDF space."""
        pdfium_c.FPDFText_GetCharOrigin(self._textpage, self._char(index), self._x, self._y)
        return self._x.value, self._y.value

    def size(self, index: int) -> float:
        """Return how large a character is set, in points."""
        char = self._char(index)
        matrix = pdfium_c.FS_MATRIX()
        pdfium_c.FPDFText_GetMatrix(self._textpage, char, matrix)
        size = pdfium_c.FPDFText_GetFontSize(self._textpage, char)
        return float(size * math.hypot(matrix.c, matrix.d))

    def cells(self, index: int, count: int) -> list[tuple[float, float]]:
        """Return the left and right side of each of some characters' cells."""
        first = self._char(index)
        return [self._cell(char) for char in range(first, first + count)]

    def is_hyphen(self, index: int) -> bool:
        """Tell whether a character is a hyphen at the end of a line."""
        return bool(pdfium_c.FPDFText_IsHyphen(self._textpage, self._char(index)) == 1)

    def _char(self, index: int) -> int:
        if self._wide:
            index += bisect_left(self._wide, index)
        return int(pdfium_c.FPDFText_GetCharIndexFromTextIndex(self._textpage, index))

    def _cell(self, char: int) -> tuple[float, float]:
        cell = pdfium_c.FS_RECTF()
        pdfium_c.FPDFText_GetLooseCharBox(self._textpage, char, cell)
        return cell.left, cell.right
