"""What a PowerPoint file says, read straight from its XML parts, by none of the extractor's code.

It is slow and naive on purpose: every text element of a part counts, sorted by what it stands in.
"""

from __future__ import annotations

import io
import posixpath
import zipfile
from collections.abc import Iterator
from pathlib import Path

from lxml import etree
from lxml.etree import _Element as Element

_A = "{http://schemas.openxmlformats.org/drawingml/2006/main}"
_P = "{http://schemas.openxmlformats.org/presentationml/2006/main}"
_R = "{http://schemas.openxmlformats.org/officeDocument/2006/relationships}"
_MC = "{http://schemas.openxmlformats.org/markup-compatibility/2006}"
_MATH = "{http://schemas.openxmlformats.org/officeDocument/2006/math}"
_EDGES = frozenset({"ftr", "dt", "sldNum", "hdr"})
_PARSER = etree.XMLParser(resolve_entities=False, no_network=True, recover=True, huge_tree=True)

#: What a text stands in, as the table of recall names it.
KINDS = (
    "body", "table", "group", "notes", "chart", "SmartArt", "comment", "alt text", "footer",
    "embedded workbook",
)  # fmt: skip

Text = tuple[str, str]


def texts_of(path: Path) -> Iterator[list[Text]]:
    """Yield the texts of each slide as (kind, text), in the order of the show."""
    with zipfile.ZipFile(path) as package:
        reader = _Package(package)
        main = reader.targets("", "officeDocument")[0]
        root = reader.root(main)
        slides = {link: target for link, _, target in reader.links(main)}
        for entry in root.iter("{*}sldId"):
            if (name := slides.get(_relationship(entry))) is not None:
                yield list(_slide(reader, name))


class _Package:
    """The parts of a package and how they lead to each other."""

    def __init__(self, package: zipfile.ZipFile) -> None:
        self._package = package
        self._names = {name.lower(): name for name in package.namelist()}

    def root(self, name: str) -> Element:
        """Return the root element of a part."""
        return etree.fromstring(self.read(name), _PARSER)

    def read(self, name: str) -> bytes:
        """Return the bytes of a part."""
        return self._package.read(self._names[name.lower()])

    def links(self, name: str) -> list[tuple[str, str, str]]:
        """Return id, kind and target of the parts that a part leads to, if they are there."""
        folder, base = posixpath.split(name)
        rels = posixpath.join(folder, "_rels", f"{base}.rels")
        if rels.lower() not in self._names:
            return []
        found = []
        for link in self.root(rels):
            target = posixpath.normpath(posixpath.join("/", folder, link.get("Target", "")))[1:]
            if link.get("TargetMode") != "External" and target.lower() in self._names:
                found.append((link.get("Id", ""), link.get("Type", "").rpartition("/")[2], target))
        return found

    def targets(self, name: str, kind: str) -> list[str]:
        """Return the parts of a kind that a part leads to."""
        return [target for _, linked, target in self.links(name) if linked == kind]


def _slide(reader: _Package, name: str) -> Iterator[Text]:
    root = reader.root(name)
    for fallback in list(root.iter(f"{_MC}Fallback")):
        # Readers show the first choice that they know; both would count twice.
        parent = fallback.getparent()
        if parent is not None and any(len(choice) for choice in parent.iter(f"{_MC}Choice")):
            parent.remove(fallback)
    for paragraph in root.iter(f"{_A}p"):
        yield _place(paragraph), _said(paragraph)
    described = (
        properties.get(name, "")
        for properties in root.iter(f"{_P}cNvPr")
        for name in ("title", "descr")
    )
    yield from (("alt text", text) for text in dict.fromkeys(described))
    for kind, target in ((kind, target) for _, kind, target in reader.links(name)):
        yield from _beside(reader, kind, target)


def _said(paragraph: Element) -> str:
    return "".join(
        "\n" if node.tag == f"{_A}br" else node.text or ""
        for node in paragraph.iter(f"{_A}t", f"{_A}br", f"{_MATH}t")
    )


def _place(paragraph: Element) -> str:
    above = [ancestor.tag for ancestor in paragraph.iterancestors()]
    if f"{_A}tbl" in above:
        return "table"
    shape = next(paragraph.iterancestors(f"{_P}sp"), None)
    mark = None if shape is None else shape.find(f"{_P}nvSpPr/{_P}nvPr/{_P}ph")
    if mark is not None and mark.get("type") in _EDGES:
        return "footer"
    return "group" if f"{_P}grpSp" in above else "body"


def _beside(reader: _Package, kind: str, target: str) -> Iterator[Text]:
    if kind in ("chart", "chartEx"):
        yield from _charted(reader, target)
    elif kind == "diagramData":
        for point in reader.root(target).iter("{*}pt"):
            if point.get("type", "node") in ("node", "asst", "doc"):
                yield from (("SmartArt", _said(each)) for each in point.iter(f"{_A}p"))
    elif kind == "notesSlide":
        yield from _notes(reader.root(target))
    elif kind == "comments":
        for text in reader.root(target).iter(f"{_P}text", f"{_A}p"):
            yield "comment", text.text or _said(text)
    elif kind == "package":
        yield from _workbook(reader.read(target))


def _charted(reader: _Package, name: str) -> Iterator[Text]:
    # Each series repeats the categories, which the chart shows once.
    yield from (("chart", text) for text in dict.fromkeys(_chart(reader.root(name))))
    for drawn in reader.targets(name, "chartUserShapes"):
        yield from (("chart", _said(each)) for each in reader.root(drawn).iter(f"{_A}p"))
    for workbook in reader.targets(name, "package"):
        yield from _workbook(reader.read(workbook))


def _chart(root: Element) -> Iterator[str]:
    """Yield titles, names of series and categories; numbers are no text."""
    yield from (_said(paragraph) for paragraph in root.iter(f"{_A}p"))
    for holder in root.iter("{*}tx", "{*}cat"):
        for cache in holder.iter("{*}strCache", "{*}lvl"):
            yield from (value.text or "" for value in cache.iter("{*}v"))
    for dimension in root.iter("{*}strDim"):
        yield from (point.text or "" for point in dimension.iter("{*}pt"))


def _notes(root: Element) -> Iterator[Text]:
    for shape in root.iter(f"{_P}sp"):
        mark = shape.find(f"{_P}nvSpPr/{_P}nvPr/{_P}ph")
        if mark is None or mark.get("type") not in _EDGES:
            yield from (("notes", _said(each)) for each in shape.iter(f"{_A}p"))


def _workbook(data: bytes) -> Iterator[Text]:
    """Yield the texts in the cells of an .xlsx workbook; other packages hold none."""
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as package:
            for name in package.namelist():
                if name.startswith(("xl/sharedStrings", "xl/worksheets/sheet")):
                    root = etree.fromstring(package.read(name), _PARSER)
                    holders = root.iter("{*}si", "{*}is")
                    for holder in holders:
                        yield "embedded workbook", _cell(holder)
    except zipfile.BadZipFile:
        return


def _cell(holder: Element) -> str:
    """Return the text of a cell, without the hints at how it is pronounced."""
    return "".join(
        text.text or ""
        for text in holder.iter("{*}t")
        if next(text.iterancestors("{*}rPh"), None) is None
    )


def _relationship(entry: Element) -> str:
    return next((value for name, value in entry.items() if name.endswith("}id")), "")
