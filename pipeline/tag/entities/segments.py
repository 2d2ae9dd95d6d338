"""Cuts a page into the texts that a model reads one at a time: sentences, bullets, cells."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from typing import NamedTuple

from pipeline.records.decks import ON_PAGE, Block, BlockKind, Deck, DeckLanguage
from pipeline.text import fold, words

#: Notes and descriptions of pictures name people too; what repeats on every page is read where it
#: stands first.
_READ = ON_PAGE | {BlockKind.NOTES, BlockKind.FURNITURE, BlockKind.ALT_TEXT}

#: A line that ends so, or with a comma or hyphen, goes on in the next one.
_JOINING = frozenset(
    words(
        "a an and at by for in of on the to with à au aux avec d de des du en et la le les l pour "
        "sur un une ao aos as com da das do dos e em na nas no nos o os para por um uma"
    )
)
#: What stands between the cells of a table, or between items on one line.
_CELL = re.compile(r"\t| [|•·▪] ")
_ENDING = re.compile(r"[.!?:;]$")
_GOES_ON = re.compile(r"[,&-]$|\b(\w+)['’]?$")


class Segment(NamedTuple):
    """A text without line ends; `language` is the primary subtag of the page it stands on.

    `heading` is the folded title of the page.
    """

    page: int
    language: str
    text: str
    heading: str = ""


def segments(deck: Deck, language: DeckLanguage) -> Iterator[Segment]:
    """Yield the texts of a deck in reading order.

    A page without a language of its own takes the deck's.
    """
    furniture: set[str] = set()
    for page, own in zip(deck.pages, language.pages, strict=True):
        tag = own.tag if own.tag != "und" else language.deck.tag
        heading = fold(page.title)
        for block in page.blocks if page.usable else ():
            if block.kind not in _READ:
                continue
            for text in _texts(block):
                if block.kind is BlockKind.FURNITURE and text in furniture:
                    continue
                if block.kind is BlockKind.FURNITURE:
                    furniture.add(text)
                yield Segment(page.number, tag.partition("-")[0].lower(), text, heading)


def _texts(block: Block) -> Iterable[str]:
    if block.kind is BlockKind.TITLE:
        return [" ".join(block.text.split())]
    cells = (cell.strip() for line in block.text.split("\n") for cell in _CELL.split(line))
    return _unwrapped(cell for cell in cells if cell)


def _unwrapped(lines: Iterable[str]) -> Iterator[str]:
    """Join the lines of one sentence that a page layout broke."""
    held = ""
    for line in lines:
        if held and (_goes_on(held) or (line[0].islower() and not _ENDING.search(held))):
            held = f"{held} {line}"
            continue
        if held:
            yield held
        held = line
    if held:
        yield held


def _goes_on(line: str) -> bool:
    match = _GOES_ON.search(line)
    return match is not None and (match[1] is None or match[1] in _JOINING)
