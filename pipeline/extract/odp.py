"""Slides of OpenDocument presentations: .odp and .otp."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from pathlib import Path

from lxml.etree import _Element as Element

from pipeline.extract.layout import Box, in_reading_order
from pipeline.extract.odp_text import (
    DC,
    DRAW,
    META,
    OFFICE,
    PRESENTATION,
    STYLE,
    SVG,
    TABLE,
    TEXT,
    XLINK,
    length,
    table_text,
    text_of,
)
from pipeline.extract.properties import stated
from pipeline.extract.refusals import CORRUPT, ENCRYPTED, NO_PAGES, UnreadableError
from pipeline.extract.safe_xml import parse
from pipeline.extract.text import clean
from pipeline.extract.zipped import xml_parts
from pipeline.records.decks import Block, BlockKind, Deck, Page, Properties

_FURNITURE = frozenset({"footer", "header", "date-time", "page-number"})


def read_odp(path: Path) -> Deck:
    """Read an OpenDocument presentation; raises `UnreadableError` or lxml's errors on damage."""
    parts = xml_parts(path)
    if b"encryption-data" in parts.get("META-INF/manifest.xml", b""):
        raise UnreadableError(ENCRYPTED)
    if "content.xml" not in parts:
        raise UnreadableError(CORRUPT)
    content = parse(parts["content.xml"])
    hidden = _hidden_styles(content)
    pages = tuple(
        _page(number, page, hidden)
        for number, page in enumerate(content.iter(f"{DRAW}page"), start=1)
    )
    if not pages:
        raise UnreadableError(NO_PAGES)
    return Deck(pages=pages, properties=_properties(parts))


def _hidden_styles(content: Element) -> frozenset[str]:
    return frozenset(
        style.getparent().get(f"{STYLE}name", "")
        for style in content.iter(f"{STYLE}drawing-page-properties")
        if style.get(f"{PRESENTATION}visibility") == "hidden"
    )


def _page(number: int, page: Element, hidden: frozenset[str]) -> Page:
    blocks = list(_blocks(page))
    return Page(
        number=number,
        blocks=tuple(blocks),
        usable=any(
            block.kind in (BlockKind.TITLE, BlockKind.BODY, BlockKind.TABLE) for block in blocks
        ),
        hidden=page.get(f"{DRAW}style-name") in hidden,
    )


def _blocks(page: Element) -> Iterator[Block]:
    shapes = in_reading_order([shape for shape in page if _is_shape(shape)], _box)
    found = [block for shape in shapes for block in _shape(shape)]
    found.sort(
        key=lambda block: (block.kind is not BlockKind.TITLE, block.kind is BlockKind.FURNITURE)
    )
    yield from found
    for kind, texts in (
        (BlockKind.ALT_TEXT, _descriptions(page)),
        (BlockKind.LINK, _links(page)),
        (BlockKind.NOTES, _notes(page)),
        (BlockKind.COMMENT, _comments(page)),
    ):
        yield from (Block(kind=kind, text=text) for text in texts if text)


def _is_shape(node: Element) -> bool:
    return isinstance(node.tag, str) and node.tag.startswith(DRAW)


def _shape(shape: Element) -> Iterator[Block]:
    role = shape.get(f"{PRESENTATION}class", "")
    if shape.tag == f"{DRAW}g":
        for child in in_reading_order([node for node in shape if _is_shape(node)], _box):
            yield from _shape(child)
        return
    for table in shape.iter(f"{TABLE}table"):
        if text := table_text(table):
            yield Block(kind=BlockKind.TABLE, text=text)
        return
    if text := text_of(shape):
        yield Block(kind=_kind(role), text=text)


def _kind(role: str) -> BlockKind:
    if role == "title":
        return BlockKind.TITLE
    return BlockKind.FURNITURE if role in _FURNITURE else BlockKind.BODY


def _box(shape: Element) -> Box:
    left, top = length(shape.get(f"{SVG}x")), length(shape.get(f"{SVG}y"))
    return Box(
        left, top, left + length(shape.get(f"{SVG}width")), top + length(shape.get(f"{SVG}height"))
    )


def _descriptions(page: Element) -> Iterator[str]:
    for node in page.iter(f"{SVG}desc"):
        yield clean(node.text or "")


def _links(page: Element) -> Iterator[str]:
    found = (node.get(f"{XLINK}href", "") for node in page.iter(f"{TEXT}a", f"{DRAW}a"))
    return (
        url
        for url in dict.fromkeys(found)
        if url.lower().startswith(("http://", "https://", "mailto:"))
    )


def _notes(page: Element) -> Iterator[str]:
    for notes in page.iterfind(f"{PRESENTATION}notes"):
        for frame in notes.iter(f"{DRAW}frame"):
            if frame.get(f"{PRESENTATION}class") == "notes":
                yield text_of(frame)


def _comments(page: Element) -> Iterator[str]:
    for note in page.iter(f"{OFFICE}annotation"):
        author = clean(note.findtext(f"{DC}creator") or "") or "Unknown"
        if text := text_of(note):
            yield f"{author}: {text}"


def _properties(parts: Mapping[str, bytes]) -> Properties:
    if "meta.xml" not in parts:
        return Properties()
    meta = parse(parts["meta.xml"])
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
