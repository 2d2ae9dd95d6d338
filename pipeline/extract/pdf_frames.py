"""What may frame the slides on a page of a PDF file that has the size of a paper."""

from __future__ import annotations

import ctypes
from collections.abc import Iterable, Iterator
from itertools import pairwise

import pypdfium2 as pdfium
import pypdfium2.raw as pdfium_c

from pipeline.extract.layout import Box
from pipeline.extract.pdf_turned import Shown

#: Slides are screens; what is printed has the size of a paper, in points: A4, A3, Letter, Legal.
_PAPERS = ((595, 842), (842, 1191), (612, 792), (612, 1008))
_SAME = 3.0
#: A slide is so much wider than high, and covers this share of a paper.
_NARROWEST, _WIDEST = 1.2, 1.9
_LEAST_AREA = 0.05
#: Pages with more objects, or so many of the size of slides, are drawings.
_MOST_OBJECTS = 4000
_MOST_FRAMES = 200
_DRAWN = frozenset({pdfium_c.FPDF_PAGEOBJ_PATH, pdfium_c.FPDF_PAGEOBJ_IMAGE})

#: Left, bottom, right and top in PDF space.
Sides = tuple[float, float, float, float]


def frames(page: pdfium.PdfPage) -> tuple[Box, ...]:
    """Return what may be the edges of slides on a paper, in points as the page is shown.

    Slides on sheets are framed, or drawings of their own. A page of another size has none.
    """
    width, height = page.get_size()
    count = pdfium_c.FPDFPage_CountObjects(page)
    if not _is_paper(width, height) or count > _MOST_OBJECTS:
        return ()
    shown = Shown(page)
    items = [pdfium_c.FPDFPage_GetObject(page, index) for index in range(count)]
    sides = dict.fromkeys([*_drawn(items), *_placed(items, page.get_bbox())])
    boxes = [box for each in sides if _may_be_slide(box := shown.box(*each), width * height)]
    return tuple(boxes) if len(boxes) <= _MOST_FRAMES else ()


def _is_paper(width: float, height: float) -> bool:
    short, long = sorted((width, height))
    return any(abs(short - a) <= _SAME and abs(long - b) <= _SAME for a, b in _PAPERS)


def _drawn(items: Iterable[pdfium_c.FPDF_PAGEOBJECT]) -> Iterator[Sides]:
    """Yield the sides of pictures and of what lines and areas draw."""
    for item in items:
        if pdfium_c.FPDFPageObj_GetType(item) in _DRAWN:
            sides = [ctypes.c_float() for _ in range(4)]
            pdfium_c.FPDFPageObj_GetBounds(item, *sides)
            left, low, right, high = (round(side.value, 1) for side in sides)
            yield left, low, right, high


def _placed(items: Iterable[pdfium_c.FPDF_PAGEOBJECT], page: Sides) -> Iterator[Sides]:
    """Yield the sides of what is put on a page as drawings of their own, all of one scale.

    pdfium tells where they start and where their ink ends, not where they end. They are taken to
    reach to the next, and to stand in the middle where there is no next.
    """
    starts: dict[tuple[float, float], set[tuple[float, float]]] = {}
    for item in items:
        matrix = pdfium_c.FS_MATRIX()
        is_form = pdfium_c.FPDFPageObj_GetType(item) == pdfium_c.FPDF_PAGEOBJ_FORM
        if is_form and pdfium_c.FPDFPageObj_GetMatrix(item, matrix):
            scale = (round(matrix.a, 3), round(matrix.d, 3))
            starts.setdefault(scale, set()).add((round(matrix.e, 1), round(matrix.f, 1)))
    for corners in starts.values():
        if len(corners) > 1:
            width = _step({x for x, _ in corners}, page[0], page[2])
            height = _step({y for _, y in corners}, page[1], page[3])
            yield from ((x, y, x + width, y + height) for x, y in corners)


def _step(starts: set[float], low: float, high: float) -> float:
    """Return how far it is from one start to the next; of one alone, to as far before the end."""
    ordered = sorted(starts)
    steps = [after - before for before, after in pairwise(ordered)]
    return min(steps, default=high - low - 2 * (ordered[0] - low))


def _may_be_slide(box: Box, page_area: float) -> bool:
    width, height = box.right - box.left, box.bottom - box.top
    return (
        _NARROWEST * height <= width <= _WIDEST * height
        and _LEAST_AREA * page_area <= width * height
    )
