"""Text of OpenDocument: paragraphs, tables, charts, and how large and where they are set."""

from __future__ import annotations

import posixpath
import re

from lxml.etree import _Element as Element

from pipeline.extract.layout import Box
from pipeline.extract.safe_xml import parse
from pipeline.extract.text import clean
from pipeline.extract.zipped import Parts
from pipeline.records.decks import BlockKind

_OASIS = "{urn:oasis:names:tc:opendocument:xmlns:%s:1.0}"
CHART, DRAW, META = _OASIS % "chart", _OASIS % "drawing", _OASIS % "meta"
OFFICE, PRESENTATION, STYLE = _OASIS % "office", _OASIS % "presentation", _OASIS % "style"
TABLE, TEXT, SVG = _OASIS % "table", _OASIS % "text", _OASIS % "svg-compatible"
FO = _OASIS % "xsl-fo-compatible"
XLINK = "{http://www.w3.org/1999/xlink}"
DC = "{http://purl.org/dc/elements/1.1/}"

_SIGNS = tuple(
    f"{{http://www.w3.org/1998/Math/MathML}}{name}" for name in ("mi", "mn", "mo", "mtext")
)

MARKS = {f"{TEXT}s": " ", f"{TEXT}tab": " ", f"{TEXT}line-break": "\n"}
_WHITE_SPACE = re.compile(r"[ \t\r\n]+")
_LENGTH = re.compile(r"^(-?[\d.]+)(cm|mm|in|pt|pc|px)$")
_SIDES = ("x", "y", "width", "height")
_POINTS = {"cm": 72 / 2.54, "mm": 72 / 25.4, "in": 72.0, "pt": 1.0, "pc": 12.0, "px": 0.75}
#: What LibreOffice sets text in that states no size.
_DEFAULT_SIZE = 18.0


def text_of(shape: Element) -> str:
    """Return the paragraphs below an element, one a line."""
    return clean("\n".join(_paragraph(node) for node in shape.iter(f"{TEXT}p", f"{TEXT}h")))


def collapsed(text: str | None) -> str:
    """Return a text node with its white space as it is shown (OpenDocument 1.3 part 3, 6.1.2)."""
    return _WHITE_SPACE.sub(" ", text or "")


def _paragraph(paragraph: Element) -> str:
    pieces = [collapsed(paragraph.text)]
    for node in paragraph.iterdescendants():
        if isinstance(node.tag, str):
            pieces.append(MARKS.get(node.tag) or collapsed(node.text))
        pieces.append(collapsed(node.tail))
    return "".join(pieces)


def table_text(table: Element) -> str:
    """Return the rows of a table one a line, cells separated by tabs; '' if all are empty."""
    rows = [
        [" ".join(text_of(cell).split()) for cell in row.iterfind(f"{TABLE}table-cell")]
        for row in table.iter(f"{TABLE}table-row")
    ]
    return "\n".join("\t".join(row) for row in rows if any(row))


def object_text(node: Element, parts: Parts) -> tuple[BlockKind, str]:
    """Return what an embedded chart, workbook or formula says; '' for other objects.

    Of a chart that are its titles and labels, one a line; of a workbook the rows that hold text.
    """
    root = node.find(f"{OFFICE}document")
    if root is None:
        name = posixpath.normpath(posixpath.join(node.get(f"{XLINK}href", ""), "content.xml"))
        if name not in parts:
            return BlockKind.EMBEDDED, ""
        root = parse(parts.read(name))
    if next(root.iter(f"{OFFICE}spreadsheet"), None) is not None:
        rows = ("\t".join(_strings(row)) for row in root.iter(f"{TABLE}table-row"))
        return BlockKind.EMBEDDED, "\n".join(filter(None, rows))
    if formula := "".join(sign.text or "" for sign in root.iter(*_SIGNS)):
        return BlockKind.BODY, clean(formula)
    titles = [text_of(title) for title in root.iter(f"{CHART}title")]
    labels = [label for chart in root.iter(f"{CHART}chart") for label in _strings(chart)]
    return BlockKind.CHART, "\n".join(dict.fromkeys(filter(None, titles + labels)))


def _strings(node: Element) -> list[str]:
    """Return the cells that hold text, each on one line."""
    return [
        " ".join(text.split())
        for cell in node.iter(f"{TABLE}table-cell")
        if cell.get(f"{OFFICE}value-type") == "string" and (text := text_of(cell))
    ]


def box_of(shape: Element) -> Box:
    """Return where a shape stands, in points; at the top left corner where that is not stated."""
    left, top, width, height = (_length(shape.get(f"{SVG}{side}")) for side in _SIDES)
    return Box(left, top, left + width, top + height)


def _length(value: str | None) -> float:
    """Return a length in points, 0 where there is none."""
    found = _LENGTH.match(value or "")
    return float(found[1]) * _POINTS[found[2]] if found else 0


class FontSizes:
    """The font sizes that the styles of a document state, in points."""

    def __init__(self, content: Element) -> None:
        self._sizes = {
            properties.getparent().get(f"{STYLE}name"): size
            for properties in content.iter(f"{STYLE}text-properties")
            if (size := _length(properties.get(f"{FO}font-size")))
        }

    def largest(self, shape: Element) -> float:
        """Return the largest size that a shape's text states; LibreOffice's default if none."""
        styles = {node.get(f"{TEXT}style-name") for node in shape.iter(f"{TEXT}p", f"{TEXT}span")}
        return max(
            (self._sizes[name] for name in styles & self._sizes.keys()), default=_DEFAULT_SIZE
        )
