"""Pages of documents whose text flows: hand-outs, transcripts, programmes."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from itertools import groupby
from typing import NamedTuple

from pipeline.extract.refusals import NO_PAGES, UnreadableError
from pipeline.extract.text import clean
from pipeline.records.decks import ON_PAGE, Block, BlockKind, Page

#: The characters of a usual printed page, where a document does not say where its pages end …
_USUAL_PAGE = 3000
#: … and the most that a page holds, where it does for some.
_LONGEST_PAGE = 12_000


class Paragraph(NamedTuple):
    """A text of one kind, a heading where it is a TITLE; whether a new page starts with it."""

    text: str
    kind: BlockKind = BlockKind.BODY
    starts_page: bool = False


def flowing_pages(paragraphs: Iterable[Paragraph]) -> tuple[Page, ...]:
    """Return the pages of a document: as it states them, else of some 3,000 characters each.

    The first heading on a page becomes its title, later ones part of its body. Raises
    `UnreadableError` for a document without any text.
    """
    cleaned = [paragraph._replace(text=clean(paragraph.text)) for paragraph in paragraphs]
    if all(each.kind is BlockKind.AUTOMATIC for each in cleaned if each.text):
        raise UnreadableError(NO_PAGES)
    stated = any(paragraph.starts_page for paragraph in cleaned[1:])
    return tuple(
        Page(number=number, blocks=_blocks(page))
        for number, page in enumerate(
            _cut(cleaned, _LONGEST_PAGE if stated else _USUAL_PAGE), start=1
        )
    )


def _cut(paragraphs: Iterable[Paragraph], longest: int) -> Iterator[list[Paragraph]]:
    page: list[Paragraph] = []
    size = 0
    breaks = False
    for paragraph in paragraphs:
        breaks = breaks or paragraph.starts_page or size >= longest
        if not paragraph.text:
            continue
        if breaks and page:
            yield page
            page, size = [], 0
        page.append(paragraph)
        size += len(paragraph.text)
        breaks = False
    if page:
        yield page


def _blocks(page: Sequence[Paragraph]) -> tuple[Block, ...]:
    title = next((each for each in page if each.kind is BlockKind.TITLE), None)
    on_page = [
        each._replace(kind=BlockKind.BODY) if each.kind is BlockKind.TITLE else each
        for each in page
        if each is not title and each.kind in ON_PAGE
    ]
    beside = [each for each in page if each.kind not in ON_PAGE]
    blocks = [] if title is None else [Block(kind=BlockKind.TITLE, text=title.text)]
    for kind, run in groupby(on_page, key=lambda each: each.kind):
        texts = [each.text for each in run]
        whole = ["\n".join(texts)] if kind is BlockKind.BODY else texts
        blocks += [Block(kind=kind, text=text) for text in whole]
    blocks += [Block(kind=each.kind, text=each.text) for each in dict.fromkeys(beside)]
    return tuple(blocks)
