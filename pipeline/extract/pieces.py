"""Texts of a slide with where they stand, before they become blocks."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from pipeline.extract.layout import Heading, heading_of
from pipeline.records.decks import Block, BlockKind


class Piece(NamedTuple):
    """A text of one kind: how far down it starts, in any unit, and its font size in points.

    A size of 0 says that the text cannot head a slide.
    """

    kind: BlockKind
    text: str
    top: float = 0
    size: float = 0


def blocks_of(pieces: Sequence[Piece], height: float) -> list[Block]:
    """Return the texts of a slide, `height` high: title first, furniture last.

    Where nothing is declared the title, a text that looks like one is taken for it.
    """
    title = next((piece for piece in pieces if piece.kind is BlockKind.TITLE), None)
    if title is None:
        texts = [piece for piece in pieces if piece.kind is BlockKind.BODY and piece.size]
        head = heading_of([Heading(text.text, text.top, text.size) for text in texts], height)
        title = None if head is None else texts[head]
    rest = [piece for piece in pieces if piece is not title]
    rest.sort(key=lambda piece: piece.kind is BlockKind.FURNITURE)
    blocks = [] if title is None else [Block(kind=BlockKind.TITLE, text=title.text)]
    return blocks + [
        Block(kind=BlockKind.BODY if piece.kind is BlockKind.TITLE else piece.kind, text=piece.text)
        for piece in rest
    ]


def carry_text(pieces: Sequence[Piece]) -> bool:
    """Tell whether a slide says anything but its furniture."""
    return any(piece.kind is not BlockKind.FURNITURE for piece in pieces)
