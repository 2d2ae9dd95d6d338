"""The running text of Word documents."""

from __future__ import annotations

from collections.abc import Iterator

from lxml.etree import _Element as Element

from pipeline.extract.descriptions import is_public, kind_of_description
from pipeline.extract.docx_styles import VAL, W, is_heading_level, outline_level
from pipeline.extract.flow import Paragraph
from pipeline.extract.pptx_parts import chart_labels, diagram_outline
from pipeline.extract.related import Related
from pipeline.extract.text import clean, one_line
from pipeline.records.decks import BlockKind

_R = "{http://schemas.openxmlformats.org/officeDocument/2006/relationships}"
_MATH = "{http://schemas.openxmlformats.org/officeDocument/2006/math}t"
_MC = "{http://schemas.openxmlformats.org/markup-compatibility/2006}"
_TEXT = frozenset({f"{W}t", _MATH})
_SIGNS = {f"{W}tab": " ", f"{W}br": "\n", f"{W}cr": "\n", f"{W}noBreakHyphen": "-"}
#: Text that was deleted, or moved elsewhere, and is kept for review.
_LEFT_OUT = frozenset({f"{W}del", f"{W}moveFrom", f"{W}pPr", f"{W}rPr", f"{_MC}Fallback"})


def text_of(node: Element) -> str:
    """Return the paragraphs below an element, one a line."""
    return clean("\n".join("".join(_letters(each, [])) for each in node.iter(f"{W}p")))


def _letters(node: Element, aside: list[Element]) -> Iterator[str]:
    """Yield the text of a paragraph; what stands beside it is put `aside`."""
    for child in node:
        if child.tag in _TEXT:
            yield child.text or ""
        elif child.tag in _SIGNS:
            yield "" if child.get(f"{W}type") == "page" else _SIGNS[child.tag]
        elif child.tag in (f"{W}drawing", f"{W}pict", f"{W}object"):
            aside.append(child)
        elif child.tag not in _LEFT_OUT and isinstance(child.tag, str):
            if child.tag == f"{W}hyperlink":
                aside.append(child)
            yield from _letters(child, aside)


class DocxText:
    """Makes paragraphs of the elements of a document's body."""

    def __init__(self, related: Related, headings: frozenset[str]) -> None:
        self._related = related
        self._headings = headings
        self._new_page = False

    def paragraphs(self, parent: Element) -> Iterator[Paragraph]:
        """Yield the paragraphs below an element; tables are one each."""
        for node in parent:
            if node.tag == f"{W}p":
                yield from self._paragraph(node)
            elif node.tag == f"{W}tbl":
                yield self._placed(Paragraph(_table(node), BlockKind.TABLE))
                self._new_page = next(node.iter(f"{W}lastRenderedPageBreak"), None) is not None
            elif node.tag not in _LEFT_OUT and isinstance(node.tag, str):
                yield from self.paragraphs(node)

    def _paragraph(self, node: Element) -> Iterator[Paragraph]:
        aside: list[Element] = []
        text = "".join(_letters(node, aside))
        starts, ends = _page_breaks(node)
        self._new_page = self._new_page or starts
        yield self._placed(Paragraph(text, self._kind(node)))
        self._new_page = ends
        for other in aside:
            yield from self._aside(other)

    def _placed(self, paragraph: Paragraph) -> Paragraph:
        placed = paragraph._replace(starts_page=self._new_page)
        self._new_page = False
        return placed

    def _kind(self, node: Element) -> BlockKind:
        properties = node.find(f"{W}pPr")
        style = None if properties is None else properties.find(f"{W}pStyle")
        level = outline_level(properties)
        if level is None:
            heads = style is not None and style.get(VAL) in self._headings
        else:
            heads = is_heading_level(level)
        return BlockKind.TITLE if heads else BlockKind.BODY

    def _aside(self, node: Element) -> Iterator[Paragraph]:
        """Yield what a link leads to, or what a drawing says."""
        if node.tag == f"{W}hyperlink":
            if is_public(address := self._related.address(node.get(f"{_R}id", ""))):
                yield Paragraph(address, BlockKind.LINK)
        else:
            yield from self._drawn(node)

    def _drawn(self, node: Element) -> Iterator[Paragraph]:
        for box in node.iter(f"{W}txbxContent"):
            if next(box.iterancestors(f"{_MC}Fallback"), None) is None:
                yield from self.paragraphs(box)
        for properties in node.iter("{*}docPr"):
            text = one_line(properties.get("descr", ""))
            yield Paragraph(text, kind_of_description(text))
        for chart in node.iter("{*}chart"):
            if (root := self._related.root(chart.get(f"{_R}id", ""))) is not None:
                yield Paragraph(chart_labels(root), BlockKind.CHART)
        for diagram in node.iter("{*}relIds"):
            if (root := self._related.root(diagram.get(f"{_R}dm", ""))) is not None:
                yield Paragraph(diagram_outline(root), BlockKind.DIAGRAM)


def _page_breaks(paragraph: Element) -> tuple[bool, bool]:
    """Tell whether a page begins with a paragraph, and whether one begins after it or within."""
    properties = paragraph.find(f"{W}pPr")
    begins = ends = False
    if properties is not None:
        begins = properties.find(f"{W}pageBreakBefore") is not None
        section = properties.find(f"{W}sectPr")
        kind = None if section is None else section.find(f"{W}type")
        ends = section is not None and (kind is None or kind.get(VAL) != "continuous")
    said = False
    for node in paragraph.iter(f"{W}t", f"{W}br", f"{W}lastRenderedPageBreak"):
        if node.tag == f"{W}t":
            said = said or bool(node.text)
        elif node.tag != f"{W}br" or node.get(f"{W}type") == "page":
            begins, ends = begins or not said, ends or said
    return begins, ends


def _table(table: Element) -> str:
    rows = [
        [one_line(text_of(cell)) for cell in _children(row, "tc")] for row in _children(table, "tr")
    ]
    return "\n".join("\t".join(row) for row in rows if any(row))


def _children(node: Element, name: str) -> list[Element]:
    """Return the children of a name, also those that stand in content controls."""
    found: list[Element] = node.xpath(
        f"w:{name} | w:sdt/w:sdtContent/w:{name}", namespaces={"w": W.strip("{}")}
    )
    return found
