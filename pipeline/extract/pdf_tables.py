"""Tables of PDF pages: words that stand in the cells of a ruled grid."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence, Sized
from typing import NamedTuple

import pypdfium2 as pdfium

from pipeline.extract.layout import Box
from pipeline.extract.pdf_grids import Grid, find_grids
from pipeline.extract.pdf_layer import TextLayer

#: At least so much of a table's grid holds text, and no cell more characters than this:
#: otherwise the rules frame parts of the page. Looked at on 2,355 pages of 97 slide PDFs.
_FILLED = 0.6
_LONGEST_CELL = 300
#: Fewer words make no table of two rows and two columns.
_FEWEST_WORDS = 4
#: The middle of a letter stands this much above its base line, in points.
_ABOVE_BASE = 3.0
_WORD = re.compile(r"\S+")


class Word(NamedTuple):
    """A word of the text layer, from where to where it stands there, and its middle on the page."""

    start: int
    end: int
    x: float
    y: float


class Table(NamedTuple):
    """A table's text, cells separated by tabs, and the words that it is made of, in order."""

    text: str
    words: tuple[Word, ...]


def find_tables(
    page: pdfium.PdfPage,
    layer: TextLayer,
    mend: Callable[[str, int], str],
) -> list[Table]:
    """Return the ruled tables of a page; none of one that is shown turned.

    `mend` turns a piece of its text layer, and where that starts, into clean text.
    """
    raw = layer.text
    spans = [found.span() for found in _WORD.finditer(raw)]
    upright = page.get_rotation() == 0
    grids = find_grids(page) if upright and len(spans) >= _FEWEST_WORDS else []
    if not grids:
        return []
    top = page.get_bbox()[3]
    words = [_placed(layer, start, end, top) for start, end in spans]
    tables = []
    for grid in grids:
        if table := _table(grid, words, lambda word: mend(raw[word.start : word.end], word.start)):
            tables.append(table)
            taken = set(table.words)
            words = [word for word in words if word not in taken]
    return tables


def _placed(layer: TextLayer, start: int, end: int, top: float) -> Word:
    x, y = layer.origin((start + end - 1) // 2)
    return Word(start, end, x, top - y - _ABOVE_BASE)


def _table(grid: Grid, words: Sequence[Word], text_of: Callable[[Word], str]) -> Table | None:
    inside = [word for word in words if _holds(grid.box, word)]
    rows = [_cells(row, inside) for row in grid.rows]
    # Most grids frame parts of the page, and making text of words takes longest.
    if not _is_filled(rows):
        return None
    texts = [[_text(cell, text_of) for cell in row] for row in rows]
    if not _is_filled(texts) or any(len(text) > _LONGEST_CELL for row in texts for text in row):
        return None
    used = sorted({word for row in rows for cell in row for word in cell})
    return Table("\n".join("\t".join(row) for row in texts if any(row)), tuple(used))


def _cells(row: Sequence[Box | None], words: Sequence[Word]) -> list[list[Word]]:
    """Return the words in each cell of a row, none in one that is merged into another."""
    cells = [cell for cell in row if cell is not None]
    top = min((cell.top for cell in cells), default=0.0)
    bottom = max((cell.bottom for cell in cells), default=0.0)
    beside = [word for word in words if top <= word.y < bottom]
    return [[word for word in beside if cell and _holds(cell, word)] for cell in row]


def _text(cell: Sequence[Word], text_of: Callable[[Word], str]) -> str:
    """Return the text of a cell, or as much of it as shows that it is too long."""
    found: list[str] = []
    length = -1
    for word in cell:
        found.append(text_of(word))
        length += len(found[-1]) + 1
        if length > _LONGEST_CELL:
            break
    return " ".join(found)


def _holds(box: Box, word: Word) -> bool:
    return box.left <= word.x < box.right and box.top <= word.y < box.bottom


def _is_filled(rows: Sequence[Sequence[Sized]]) -> bool:
    """Tell whether enough cells are filled, in two rows and two columns or more."""
    filled = [[len(cell) > 0 for cell in row] for row in rows]
    return (
        sum(map(any, filled)) > 1
        and sum(map(any, zip(*filled, strict=True))) > 1
        and sum(map(sum, filled)) >= _FILLED * sum(map(len, filled))
    )
