"""XML from files of unknown origin."""

from __future__ import annotations

import io
import re
from collections.abc import Iterator
from pathlib import Path

from lxml import etree
from lxml.etree import _Element as Element

from pipeline.extract.encoded import limited_bytes
from pipeline.extract.refusals import UNSAFE, UnreadableError

_PARSER = etree.XMLParser(resolve_entities=False, no_network=True)
#: Flat documents hold their pictures as text, which libxml2 refuses beyond 10 MB a picture.
_PICTURE = re.compile(rb"(?<=<office:binary-data>)[^<]*")
_MAX_FLAT_BYTES = 64 * 1024 * 1024
_DECLARATIONS = tuple(
    text.encode(encoding)
    for text in ("<!DOCTYPE", "<!ENTITY")
    for encoding in ("utf-8", "utf-16-le", "utf-16-be")
)


def parse(data: bytes) -> Element:
    """Parse XML; raises `UnreadableError` where it declares a DTD, lxml's error where damaged."""
    refuse_declarations(data)
    return etree.fromstring(data, _PARSER)


def stream(data: bytes, tag: str) -> Iterator[Element]:
    """Yield the elements of a name one by one, never more than one in memory.

    Raises as `parse` does.
    """
    refuse_declarations(data)
    events = etree.iterparse(io.BytesIO(data), tag=tag, resolve_entities=False, no_network=True)
    for _, element in events:
        yield element
        element.clear()
        while element.getprevious() is not None:
            del element.getparent()[0]


def parse_flat(path: Path) -> Element:
    """Parse a document that is one XML file, its pictures left out; raises as `parse` does.

    Raises `UnreadableError` for a file that is too large as well.
    """
    data = limited_bytes(path, _MAX_FLAT_BYTES)
    refuse_declarations(data)
    return etree.fromstring(_PICTURE.sub(b"", data), _PARSER)


def refuse_declarations(data: bytes) -> None:
    """Raise `UnreadableError` for XML that declares a DTD or entities."""
    if any(mark in data for mark in _DECLARATIONS):
        raise UnreadableError(UNSAFE)
