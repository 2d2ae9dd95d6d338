"""Tells what a zip container is: a document of some office program, or an archive of files."""

from __future__ import annotations

import zipfile

from lxml import etree

from pipeline.ingest.refusals import CORRUPT, EMPTY_ARCHIVE, ENCRYPTED
from pipeline.records.files import Refusal
from pipeline.records.media import ZIP

KEYNOTE = "application/vnd.apple.keynote"
OOXML = "application/vnd.openxmlformats-package"

_TYPES = "[Content_Types].xml"
_MANIFEST = "META-INF/manifest.xml"
_KEYNOTE_PARTS = frozenset({"Index/Document.iwa", "Index.zip", "index.apxl", "index.apxl.gz"})
#: Parts that only a zipped document has, whatever else is missing.
_DOCUMENT_PARTS = frozenset({"_rels/.rels", "ppt/presentation.xml", _MANIFEST})
_DECLARED = ("application/vnd.oasis.opendocument.", "application/epub+zip")
#: More than any of these small parts holds, in bytes.
_LONGEST_PART = 4 * 1024 * 1024
_PARSER = etree.XMLParser(resolve_entities=False, no_network=True)


def document_type(archive: zipfile.ZipFile) -> str | Refusal:
    """Return the media type of a zip container, `media.ZIP` for an archive of files.

    Raises errors of every kind on damaged files.
    """
    names = archive.NameToInfo.keys()
    if _TYPES in names:
        return _office_type(_read(archive, _TYPES))
    if "mimetype" in names:
        return _declared_type(archive)
    if names & _KEYNOTE_PARTS:
        return KEYNOTE
    if names & _DOCUMENT_PARTS:
        return CORRUPT
    return ZIP if any(not entry.is_dir() for entry in archive.infolist()) else EMPTY_ARCHIVE


def _office_type(content_types: bytes) -> str | Refusal:
    """Derive the media type from the type of the main part (ECMA-376 part 2, 10.1.2)."""
    try:
        root = etree.fromstring(content_types, _PARSER)
    except etree.XMLSyntaxError:
        return CORRUPT
    for part in root:
        media_type, is_main, _ = str(part.get("ContentType")).partition(".main+xml")
        if is_main:
            return f"{media_type}.12" if media_type.endswith(".macroEnabled") else media_type
    return OOXML


def _declared_type(archive: zipfile.ZipFile) -> str | Refusal:
    """Return what the `mimetype` entry says (OpenDocument 1.3 part 2, 3.3), unless encrypted."""
    declared = _read(archive, "mimetype")[:200].decode("ascii", "replace").strip()
    if not declared.startswith(_DECLARED):
        return ZIP
    if _MANIFEST in archive.NameToInfo and b"encryption-data" in _read(archive, _MANIFEST):
        return ENCRYPTED
    return declared


def _read(archive: zipfile.ZipFile, name: str) -> bytes:
    with archive.open(name) as part:
        return part.read(_LONGEST_PART)
