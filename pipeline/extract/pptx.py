"""Slides of PowerPoint files: .pptx, .pptm, .ppsx, .ppsm, .potx and .potm."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path

from pptx import Presentation
from pptx.presentation import Presentation as Show
from pptx.slide import Slide

from pipeline.extract.descriptions import kind_of_description
from pipeline.extract.embedded import Embedded, embedded_in
from pipeline.extract.needs_ocr import named_pages
from pipeline.extract.opc import lean_package
from pipeline.extract.pieces import blocks_of, carry_text
from pipeline.extract.pptx_layers import (
    Comments,
    alt_text,
    core_properties,
    links,
    notes,
    section_names,
)
from pipeline.extract.pptx_places import Places
from pipeline.extract.pptx_shapes import SlideShapes
from pipeline.extract.pptx_text import take_one_alternative
from pipeline.extract.refusals import NO_PAGES, UnreadableError
from pipeline.extract.workbooks import Workbooks
from pipeline.extract.zipped import opened
from pipeline.records.decks import Block, BlockKind, Deck, Page


def read_pptx(path: Path) -> Deck:
    """Read a PowerPoint file; raises `UnreadableError`, or what its parsers raise on damage."""
    presentation = Presentation(lean_package(path))
    slides = list(presentation.slides)
    if not slides:
        raise UnreadableError(NO_PAGES)
    embedded = _embedded(path, slides)
    reader = _SlideReader(presentation)
    pages = tuple(
        reader.page(number, slide, held.texts)
        for number, (slide, held) in enumerate(zip(slides, embedded, strict=True), start=1)
    )
    unread = [number for number, held in enumerate(embedded, start=1) if held.unread]
    return Deck(
        pages=pages,
        properties=core_properties(presentation.part.package),
        warnings=_warnings(unread),
    )


def _embedded(path: Path, slides: Iterable[Slide]) -> list[Embedded]:
    workbooks = Workbooks()
    with opened(path) as parts:
        return [
            embedded_in(parts, str(slide.part.partname).lstrip("/"), workbooks) for slide in slides
        ]


class _SlideReader:
    """Reads the slides of one presentation, with what they share."""

    def __init__(self, presentation: Show) -> None:
        self._comments = Comments(presentation.part)
        self._sections = section_names(presentation.element)
        self._height = presentation.slide_height or 0
        self._places = Places()

    def page(self, number: int, slide: Slide, workbooks: Iterable[str]) -> Page:
        """Return a slide as a page; `workbooks` are the texts of those that it embeds."""
        take_one_alternative(slide.element)
        pieces = SlideShapes(slide, self._places).pieces()
        layers: tuple[tuple[BlockKind, Iterable[str]], ...] = (
            *((kind_of_description(text), [text]) for text in alt_text(slide.element)),
            (BlockKind.LINK, links(slide)),
            (BlockKind.NOTES, notes(slide)),
            (BlockKind.COMMENT, self._comments.on(slide)),
            (BlockKind.EMBEDDED, workbooks),
        )
        return Page(
            number=number,
            blocks=(*blocks_of(pieces, self._height), *_blocks(layers)),
            usable=carry_text(pieces),
            hidden=slide.element.get("show") in ("0", "false"),
            section=self._sections[number - 1],
        )


def _blocks(layers: Iterable[tuple[BlockKind, Iterable[str]]]) -> Iterator[Block]:
    """Yield what stands beside the text of a slide, each text once."""
    blocks = (Block(kind=kind, text=text) for kind, texts in layers for text in texts if text)
    yield from dict.fromkeys(blocks)


def _warnings(numbers: Sequence[int]) -> tuple[str, ...]:
    if not numbers:
        return ()
    named = named_pages(numbers).replace("page", "slide")
    return (f"The documents embedded on {named} were not read, only the slides themselves.",)
