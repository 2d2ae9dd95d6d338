"""A package that python-pptx opens quickly, whatever the flavour of PowerPoint file."""

from __future__ import annotations

import io
import posixpath
import re
import zipfile
from collections.abc import Iterator
from pathlib import Path

from lxml import etree
from lxml.etree import _Element as Element

from pipeline.extract.safe_xml import parse, refuse_declarations
from pipeline.extract.zipped import Parts, opened

_TYPES = "[Content_Types].xml"
#: The relationships that lead to text, by the kind of part that they start from. Pictures, sound,
#: film, themes and layouts without slides are left out, and so are jumps from slide to slide,
#: along which python-pptx recurses.
_KEPT = {
    "": frozenset({"officeDocument", "core-properties"}),
    "officeDocument": frozenset({"slide", "commentAuthors", "authors"}),
    "slide": frozenset(
        {"slideLayout", "notesSlide", "chart", "chartEx", "diagramData", "comments", "hyperlink"}
    ),
    "slideLayout": frozenset({"slideMaster"}),
    "chart": frozenset({"chartUserShapes"}),
}
_MAIN_TYPE = re.compile(
    rb"application/vnd\.(?:openxmlformats-officedocument\.presentationml"
    rb"\.(?:slideshow|template|presentation)"
    rb"|ms-powerpoint\.(?:slideshow|template|presentation|addin)\.macroEnabled)\.main\+xml"
)
_PRESENTATION = (
    b"application/vnd.openxmlformats-officedocument.presentationml.presentation.main+xml"
)
_STRICT = re.compile(rb"http://purl\.oclc\.org/ooxml/(\w+)/")


def lean_package(path: Path) -> io.BytesIO:
    """Write the text parts of a .pptx, .pptm, .ppsx, .potx … as a package for python-pptx.

    The result holds only what carries text: python-pptx would otherwise read all media into
    memory. Slide shows and templates become presentations, and the names of Strict OOXML the
    transitional ones that python-pptx knows. Raises `UnreadableError` for a package that is
    damaged or too large and for XML with a DTD.
    """
    package = io.BytesIO()
    with opened(path) as parts, zipfile.ZipFile(package, "w") as lean:
        types = _MAIN_TYPE.sub(_PRESENTATION, read_part(parts, _TYPES))
        lean.writestr(zipfile.ZipInfo(_TYPES), types)
        seen = {""}
        waiting = [("", "")]
        while waiting:
            part, kind = waiting.pop()
            if part:
                lean.writestr(zipfile.ZipInfo(part), read_part(parts, part))
            relationships = relationships_name(part)
            if relationships in parts:
                root = parse(read_part(parts, relationships))
                _keep_only(_KEPT.get(kind, frozenset()), root)
                lean.writestr(zipfile.ZipInfo(relationships), etree.tostring(root))
                for target, relationship in _targets(part, root):
                    if target in parts and target not in seen:
                        seen.add(target)
                        waiting.append((target, relationship))
    package.seek(0)
    return package


def read_part(parts: Parts, name: str) -> bytes:
    """Return a part, its names of Strict OOXML replaced by the transitional ones.

    Raises `UnreadableError` for XML with a DTD.
    """
    data = parts.read(name)
    refuse_declarations(data)
    return _STRICT.sub(rb"http://schemas.openxmlformats.org/\1/2006/", data)


def relationships_name(part: str) -> str:
    """Return the name of the part that holds a part's relationships; the package's for ''."""
    folder, name = posixpath.split(part)
    return posixpath.join(folder, "_rels", f"{name}.rels")


def _keep_only(kinds: frozenset[str], root: Element) -> None:
    """Drop all other relationships, and all that lead out of the file but web links."""
    for relationship in list(root):
        kind = kind_of(relationship)
        if kind not in kinds or (is_external(relationship) and kind != "hyperlink"):
            root.remove(relationship)


def kind_of(relationship: Element) -> str:
    """Return the last word of a relationship's type."""
    return str(relationship.get("Type", "")).rpartition("/")[2]


def is_external(relationship: Element) -> bool:
    """Tell whether a relationship leads out of the file."""
    return bool(relationship.get("TargetMode") == "External")


def target_of(part: str, relationship: Element) -> str:
    """Return the name of the part that a part's internal relationship leads to."""
    target = posixpath.join("/", posixpath.dirname(part), str(relationship.get("Target", "")))
    return posixpath.normpath(target).lstrip("/")


def _targets(part: str, root: Element) -> Iterator[tuple[str, str]]:
    """Yield the parts that relationships lead to, and the kind of each relationship."""
    for relationship in root:
        if not is_external(relationship):
            yield target_of(part, relationship), kind_of(relationship)
