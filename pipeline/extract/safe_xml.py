"""XML from files of unknown origin."""

from __future__ import annotations

from lxml import etree
from lxml.etree import _Element as Element

from pipeline.extract.refusals import UNSAFE, UnreadableError

_PARSER = etree.XMLParser(resolve_entities=False, no_network=True)
_DECLARATIONS = tuple(
    text.encode(encoding)
    for text in ("<!DOCTYPE", "<!ENTITY")
    for encoding in ("utf-8", "utf-16-le", "utf-16-be")
)


def parse(data: bytes) -> Element:
    """Parse XML; raises `UnreadableError` where it declares a DTD, lxml's error where damaged."""
    refuse_declarations(data)
    return etree.fromstring(data, _PARSER)


def refuse_declarations(data: bytes) -> None:
    """Raise `UnreadableError` for XML that declares a DTD or entities."""
    if any(mark in data for mark in _DECLARATIONS):
        raise UnreadableError(UNSAFE)
