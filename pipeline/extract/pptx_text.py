"""Text of DrawingML: paragraphs, tables, font sizes."""

from __future__ import annotations

from lxml.etree import _Element as Element

from pipeline.extract.text import clean

A = "{http://schemas.openxmlformats.org/drawingml/2006/main}"
P = "{http://schemas.openxmlformats.org/presentationml/2006/main}"
_M_T = "{http://schemas.openxmlformats.org/officeDocument/2006/math}t"
_MC = "{http://schemas.openxmlformats.org/markup-compatibility/2006}"
_A_T, _A_BR = f"{A}t", f"{A}br"
_DEFAULT_SIZE = 18.0


def text_of(body: Element) -> str:
    """Return the paragraphs below an element, one a line, formulas included."""
    return clean("\n".join(_paragraph(paragraph) for paragraph in body.iter(f"{A}p")))


def _paragraph(paragraph: Element) -> str:
    return "".join(
        "\n" if node.tag == _A_BR else node.text or "" for node in paragraph.iter(_A_T, _A_BR, _M_T)
    )


def table_text(frame: Element) -> str:
    """Return the rows of a table one a line, cells separated by tabs; '' if all are empty."""
    rows = [
        [" ".join(text_of(cell).split()) for cell in row.iterfind(f"{A}tc")]
        for row in frame.iter(f"{A}tr")
    ]
    return "\n".join("\t".join(row) for row in rows if any(row))


def font_size(body: Element) -> float:
    """Return the largest font size that a text states for itself, in points; 18 if it is silent.

    18 points is the default of ECMA-376, part 1, 21.1.2.3.9.
    """
    sizes = [
        int(size)
        for run in body.iter(f"{A}rPr", f"{A}defRPr")
        if (size := run.get("sz")) and size.isdecimal()
    ]
    return max(sizes) / 100 if sizes else _DEFAULT_SIZE


def take_one_alternative(slide: Element) -> None:
    """Replace each mc:AlternateContent by its first choice, by its fallback if that is empty.

    Readers would otherwise see both, or, as python-pptx, none.
    """
    for alternative in list(slide.iter(f"{_MC}AlternateContent")):
        parent = alternative.getparent()
        if parent is None:
            continue
        branches = [branch for branch in alternative if len(branch)]
        place = parent.index(alternative)
        parent[place : place + 1] = list(branches[0]) if branches else []
