"""Text of charts and diagrams, which PowerPoint keeps in parts beside the slide."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator

from lxml.etree import _Element as Element
from pptx.opc.package import Part, XmlPart

from pipeline.extract.pptx_text import text_of
from pipeline.extract.safe_xml import parse
from pipeline.extract.text import one_line

_R = "{http://schemas.openxmlformats.org/officeDocument/2006/relationships}"
_D = "{http://schemas.openxmlformats.org/drawingml/2006/diagram}"


def part_root(part: Part) -> Element:
    """Return the root element of a part, parsed by python-pptx or not."""
    if isinstance(part, XmlPart):
        return part._element  # noqa: SLF001  (python-pptx offers it nowhere else)
    return parse(part.blob)


def related_root(part: Part, relationship_id: str | None) -> Element | None:
    """Return the root of a related part, None where the relationship leads nowhere."""
    if relationship_id is None or relationship_id not in part.rels:
        return None
    relationship = part.rels[relationship_id]
    return None if relationship.is_external else part_root(relationship.target_part)


def chart_text(part: Part, graphic: Element) -> str:
    """Return the titles, then series and categories of a chart, one a line, each once.

    Shapes that were drawn on it come last.
    """
    chart = next((part.rels.get(id_) for node in graphic if (id_ := node.get(f"{_R}id"))), None)
    if chart is None or chart.is_external:
        return ""
    drawn = [
        text_of(part_root(link.target_part))
        for link in chart.target_part.rels.values()
        if link.reltype.endswith("/chartUserShapes") and not link.is_external
    ]
    return "\n".join(filter(None, [chart_labels(part_root(chart.target_part)), *drawn]))


def chart_labels(root: Element) -> str:
    """Return the labels of a chart part, one a line, each once."""
    return "\n".join(dict.fromkeys(filter(None, map(one_line, _labels(root)))))


def _labels(root: Element) -> Iterator[str]:
    """Yield the labels of a chart (c:) or of an extended chart (cx:), told by local names."""
    yield from (text_of(title) for title in root.iter("{*}title"))
    yield from (text_of(label) for label in root.iter("{*}rich"))
    for name in root.iter("{*}tx"):
        yield from (value.text or "" for value in name.iter("{*}v"))
    for categories in root.iter("{*}cat"):
        yield from (value.text or "" for value in categories.iter("{*}v"))
    for dimension in root.iter("{*}strDim"):
        yield from (point.text or "" for point in dimension.iter("{*}pt"))


def diagram_text(part: Part, graphic: Element) -> str:
    """Return the texts of a SmartArt diagram, one a line, parents before children."""
    ids = next(graphic.iterchildren(f"{_D}relIds"), None)
    root = None if ids is None else related_root(part, ids.get(f"{_R}dm"))
    return "" if root is None else diagram_outline(root)


def diagram_outline(root: Element) -> str:
    """Return the texts of a diagram's data part, one a line, parents before children."""
    texts = {
        point.get("modelId", ""): " ".join(text_of(point).split())
        for point in root.iter(f"{_D}pt")
        if point.get("type", "node") in ("node", "asst", "doc")
    }
    return "\n".join(text for point in _outline(root, list(texts)) if (text := texts[point]))


def _outline(root: Element, points: list[str]) -> list[str]:
    """Order the points of a diagram as its tree is drawn, loose ones last."""
    children: defaultdict[str, list[tuple[int, str]]] = defaultdict(list)
    for link in root.iter(f"{_D}cxn"):
        if link.get("type", "parOf") == "parOf":
            order = link.get("srcOrd", "0")
            rank = int(order) if order.isdecimal() else 0
            children[link.get("srcId", "")].append((rank, link.get("destId", "")))
    below = {child for siblings in children.values() for _, child in siblings}
    waiting = [point for point in reversed(points) if point not in below]
    ordered: dict[str, None] = {}
    while waiting:
        point = waiting.pop()
        if point not in ordered:
            ordered[point] = None
            waiting.extend(child for _, child in sorted(children[point], reverse=True))
    known = set(points)
    return [
        point for point in [*ordered, *(p for p in points if p not in ordered)] if point in known
    ]
