"""What an OpenDocument presentation says beside its slides."""

from __future__ import annotations

from collections.abc import Iterator

from lxml.etree import _Element as Element

from pipeline.extract.descriptions import is_public
from pipeline.extract.odp_text import (
    DC,
    DRAW,
    META,
    OFFICE,
    PRESENTATION,
    SVG,
    TEXT,
    XLINK,
    text_of,
)
from pipeline.extract.properties import stated
from pipeline.extract.safe_xml import parse
from pipeline.extract.text import one_line
from pipeline.extract.zipped import Parts
from pipeline.records.decks import Properties

_EDGES = ("header", "footer", "date-time")
_META = "meta.xml"


def descriptions(page: Element) -> Iterator[str]:
    """Yield the titles and descriptions of pictures and shapes."""
    for node in page.iter(f"{SVG}title", f"{SVG}desc"):
        yield one_line(node.text or "")


def links(page: Element) -> Iterator[str]:
    """Yield the web and mail addresses that a page links to."""
    for node in page.iter(f"{TEXT}a", f"{DRAW}a", f"{PRESENTATION}event-listener"):
        if is_public(url := node.get(f"{XLINK}href", "")):
            yield url


def notes(page: Element) -> Iterator[str]:
    """Yield the speaker's notes."""
    for side in page.iterfind(f"{PRESENTATION}notes"):
        for frame in side.iter(f"{DRAW}frame"):
            if frame.get(f"{PRESENTATION}class") == "notes":
                yield text_of(frame)


Declared = dict[tuple[str, str], str]


def declared_edges(content: Element) -> Declared:
    """Return the headers, footers and fixed dates that a document declares, by kind and name."""
    return {
        (kind, node.get(f"{PRESENTATION}name", "")): one_line(node.text or "")
        for kind in _EDGES
        for node in content.iter(f"{PRESENTATION}{kind}-decl")
    }


def edges(page: Element, declared: Declared) -> Iterator[str]:
    """Yield those that a page shows."""
    for kind in _EDGES:
        yield declared.get((kind, page.get(f"{PRESENTATION}use-{kind}-name", "")), "")


def comments(page: Element) -> Iterator[str]:
    """Yield the comments on a page as 'Author: text'."""
    # LibreOffice writes those of slides in a name space of its own.
    for note in page.iter("{*}annotation"):
        if text := text_of(note):
            author = one_line(note.findtext(f"{DC}creator") or "") or "Unknown"
            yield f"{author}: {text}"


def meta_properties(parts: Parts) -> Properties:
    """Return the properties as the file states them."""
    return properties_in(parse(parts.read(_META))) if _META in parts else Properties()


def properties_in(root: Element) -> Properties:
    """Return the properties that a document states in its first child or below."""
    meta = next(root.iter(f"{OFFICE}meta"), root)
    return stated(
        title=_first(meta, f"{DC}title"),
        author=_first(meta, f"{META}initial-creator") or _first(meta, f"{DC}creator"),
        last_modified_by=_first(meta, f"{DC}creator"),
        subject=_first(meta, f"{DC}subject"),
        keywords=", ".join(node.text or "" for node in meta.iter(f"{META}keyword")),
        language=_first(meta, f"{DC}language"),
        created=_first(meta, f"{META}creation-date"),
        modified=_first(meta, f"{DC}date"),
    )


def _first(root: Element, tag: str) -> str:
    return next((node.text or "" for node in root.iter(tag)), "")
