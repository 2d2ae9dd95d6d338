"""Text of OpenDocument: paragraphs, tables, lengths."""

from __future__ import annotations

import re

from lxml.etree import _Element as Element

from pipeline.extract.text import clean, one_line

_OASIS = "{urn:oasis:names:tc:opendocument:xmlns:%s:1.0}"
DRAW, OFFICE, META = _OASIS % "drawing", _OASIS % "office", _OASIS % "meta"
PRESENTATION, STYLE = _OASIS % "presentation", _OASIS % "style"
SVG, TABLE, TEXT = _OASIS % "svg-compatible", _OASIS % "table", _OASIS % "text"
XLINK = "{http://www.w3.org/1999/xlink}"
DC = "{http://purl.org/dc/elements/1.1/}"

_MARKS = {f"{TEXT}s": " ", f"{TEXT}tab": " ", f"{TEXT}line-break": "\n"}
_LENGTH = re.compile(r"^(-?[\d.]+)(cm|mm|in|pt|pc|px)?$")
_POINTS = {"cm": 72 / 2.54, "mm": 72 / 25.4, "in": 72, "pt": 1, "pc": 12, "px": 0.75, None: 1}


def text_of(shape: Element) -> str:
    """Return the paragraphs below an element, one a line."""
    return clean("\n".join(_paragraph(node) for node in shape.iter(f"{TEXT}p", f"{TEXT}h")))


def _paragraph(paragraph: Element) -> str:
    pieces = [paragraph.text or ""]
    for node in paragraph.iterdescendants():
        pieces.append(_MARKS.get(node.tag) or node.text or "")
        pieces.append(node.tail or "")
    return "".join(pieces)


def table_text(table: Element) -> str:
    """Return the rows of a table one a line, cells separated by tabs; '' if all are empty."""
    rows = [
        [one_line(text_of(cell)) for cell in row.iterfind(f"{TABLE}table-cell")]
        for row in table.iter(f"{TABLE}table-row")
    ]
    return "\n".join("\t".join(row) for row in rows if any(row))


def length(value: str | None) -> float:
    """Return a length in points, 0 where there is none."""
    found = _LENGTH.match(value or "")
    return float(found[1]) * _POINTS[found[2]] if found else 0
