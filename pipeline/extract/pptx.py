"""Slides of PowerPoint files: .pptx, .pptm, .ppsx, .ppsm, .potx and .potm."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from pathlib import Path

from pptx import Presentation
from pptx.slide import Slide

from pipeline.extract.opc import lean_package
from pipeline.extract.pieces import blocks_of, carry_text
from pipeline.extract.pptx_layers import Comments, alt_text, core_properties, links, notes
from pipeline.extract.pptx_places import Places
from pipeline.extract.pptx_shapes import SlideShapes
from pipeline.extract.pptx_text import P, take_one_alternative
from pipeline.extract.refusals import NO_PAGES, UnreadableError
from pipeline.records.decks import Block, BlockKind, Deck, Page


def read_pptx(path: Path) -> Deck:
    """Read a PowerPoint file; raises `UnreadableError`, or what its parsers raise on damage."""
    presentation = Presentation(lean_package(path))
    comments = Comments(presentation.part)
    places = Places()
    height = presentation.slide_height or 0
    pages = tuple(
        _page(number, slide, height, places, comments)
        for number, slide in enumerate(presentation.slides, start=1)
    )
    if not pages:
        raise UnreadableError(NO_PAGES)
    return Deck(
        pages=pages,
        properties=core_properties(presentation.part.package),
        warnings=_warnings(presentation.slides),
    )


def _page(number: int, slide: Slide, height: int, places: Places, comments: Comments) -> Page:
    take_one_alternative(slide.element)
    pieces = SlideShapes(slide, places).pieces()
    return Page(
        number=number,
        blocks=(*blocks_of(pieces, height), *_layers(slide, comments)),
        usable=carry_text(pieces),
        hidden=slide.element.get("show") in ("0", "false"),
    )


def _layers(slide: Slide, comments: Comments) -> Iterator[Block]:
    """Yield what stands beside the text of a slide."""
    layers: tuple[tuple[BlockKind, Iterable[str]], ...] = (
        (BlockKind.ALT_TEXT, alt_text(slide.element)),
        (BlockKind.LINK, links(slide)),
        (BlockKind.NOTES, notes(slide)),
        (BlockKind.COMMENT, comments.on(slide)),
    )
    for kind, texts in layers:
        yield from (Block(kind=kind, text=text) for text in dict.fromkeys(texts) if text)


def _warnings(slides: Iterable[Slide]) -> tuple[str, ...]:
    holding = [
        str(number)
        for number, slide in enumerate(slides, start=1)
        if next(slide.element.iter(f"{P}oleObj"), None) is not None
    ]
    if not holding:
        return ()
    named = f"slide {holding[0]}" if len(holding) == 1 else f"slides {', '.join(holding)}"
    return (f"The documents embedded on {named} were not read, only the slides themselves.",)
