"""A package that python-pptx opens quickly and whatever the flavour of PowerPoint file."""

from __future__ import annotations

import io
import re
import zipfile
from collections.abc import Mapping

from lxml import etree

from pipeline.extract.safe_xml import parse, refuse_declarations

#: What a slide's text needs. Pictures, themes, tags and fonts are left out, and so are jumps
#: from slide to slide, along which python-pptx recurses.
_KEPT = frozenset(
    {
        "officeDocument",
        "core-properties",
        "slideMaster",
        "slideLayout",
        "notesSlide",
        "chart",
        "chartEx",
        "diagramData",
        "comments",
        "commentAuthors",
        "authors",
        "hyperlink",
    }
)
_MAIN_TYPE = re.compile(
    rb"application/vnd\.(?:openxmlformats-officedocument\.presentationml"
    rb"\.(?:slideshow|template|presentation)"
    rb"|ms-powerpoint\.(?:slideshow|template|presentation|addin)\.macroEnabled)\.main\+xml"
)
_PRESENTATION = (
    b"application/vnd.openxmlformats-officedocument.presentationml.presentation.main+xml"
)
_STRICT = re.compile(rb"http://purl\.oclc\.org/ooxml/(\w+)/")


def lean_package(parts: Mapping[str, bytes]) -> io.BytesIO:
    """Write the XML parts of a .pptx, .pptm, .ppsx, .potx … as a package for python-pptx.

    The result holds only what carries text: python-pptx would otherwise read all media into
    memory. Slide shows and templates become presentations, and the names of Strict OOXML the
    transitional ones that python-pptx knows. Raises `UnreadableError` for XML with a DTD.
    """
    package = io.BytesIO()
    with zipfile.ZipFile(package, "w") as archive:
        for name, part in parts.items():
            refuse_declarations(part)
            data = _transitional(part)
            if name == "[Content_Types].xml":
                data = _MAIN_TYPE.sub(_PRESENTATION, data)
            elif name.endswith(".rels"):
                data = _lean_relationships(name, data)
            archive.writestr(zipfile.ZipInfo(name), data)
    package.seek(0)
    return package


def _transitional(data: bytes) -> bytes:
    return _STRICT.sub(_transitional_name, data) if b"purl.oclc.org/ooxml" in data else data


def _transitional_name(strict: re.Match[bytes]) -> bytes:
    return b"http://schemas.openxmlformats.org/" + strict[1] + b"/2006/"


def _lean_relationships(name: str, data: bytes) -> bytes:
    root = parse(data)
    kept = _KEPT if "/slides/" in name else _KEPT | {"slide"}
    for relationship in list(root):
        kind = str(relationship.get("Type", "")).rpartition("/")[2]
        external = relationship.get("TargetMode") == "External"
        if kind not in kept or (external and kind != "hyperlink"):
            root.remove(relationship)
    return bytes(etree.tostring(root))
