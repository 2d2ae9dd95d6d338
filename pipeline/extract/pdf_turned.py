"""Points of a PDF page as it is shown, which may be turned."""

from __future__ import annotations

import pypdfium2 as pdfium

from pipeline.extract.layout import Box


class Shown:
    """Says where points of a page stand when it is shown: from its left, from its top, in points.

    A page states by how much it is turned clockwise (ISO 32000-1, 7.7.3.3).
    """

    def __init__(self, page: pdfium.PdfPage) -> None:
        self._turned = page.get_rotation()
        self._left, self._low, self._right, self._high = page.get_bbox()

    def __call__(self, x: float, y: float) -> tuple[float, float]:
        """Return a point of PDF space, in which y grows upwards, as it is shown."""
        if self._turned == 90:
            return y - self._low, x - self._left
        if self._turned == 180:
            return self._right - x, y - self._low
        if self._turned == 270:
            return self._high - y, self._right - x
        return x - self._left, self._high - y

    def box(self, left: float, low: float, right: float, high: float) -> Box:
        """Return a box of PDF space as it is shown."""
        (a, b), (c, d) = self(left, low), self(right, high)
        return Box(min(a, c), min(b, d), max(a, c), max(b, d))
