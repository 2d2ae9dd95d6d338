"""Cuts the lines of a programme into pieces, each with its place on the page."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence

import msgspec

from pipeline.programme.importing.blocks import Line
from pipeline.programme.importing.entries import vocabulary
from pipeline.programme.importing.entries.labelled import LABEL
from pipeline.programme.importing.entries.parting import DASH, Parter
from pipeline.programme.importing.entries.pieces import Piece
from pipeline.programme.importing.entries.roles import Role
from pipeline.programme.importing.headings import columns
from pipeline.programme.importing.prose.listed import BULLET
from pipeline.programme.importing.splitting import split_outside
from pipeline.text import fold

#: A label and its value in two columns.
_SET_APART = re.compile(r"^([^\W\d][^:]{1,39}?)(?:\s*:\s{2,}|\s{2,}:\s+)")
#: The heading of a column has no more words than this.
HEADING_WORDS = 3
_COUNTED_DAY = re.compile(r"(?:day|jour|dia)\s+\d{1,2}\b", re.IGNORECASE)
_NUMBERED = re.compile(r"\s*\(?\d{1,2}[.)]\s")


def pieces_of(lines: Sequence[Line]) -> list[Piece]:
    """Return the pieces of all lines in order."""
    heads = (match for line in lines if (match := LABEL.match(BULLET.sub("", line.text))))
    counts = Counter(" ".join(fold(match["label"]).split()) for match in heads)
    parter = Parter({head for head, count in counts.items() if count > 1})
    found: list[Piece] = []
    offset = 0
    for number, line in enumerate(lines):
        pieces = _cut(line, number, parter)
        begins = bool(_COUNTED_DAY.match(line.text)) or any(
            one.marked or one.numbered or one.timed for one in pieces[:1]
        )
        offset = 0 if begins or line.gap else offset + 1
        found += (msgspec.structs.replace(piece, offset=offset) for piece in pieces)
    return found


def _cut(line: Line, number: int, parter: Parter) -> list[Piece]:
    text = BULLET.sub("", line.text.strip(" *_=~#>—"))
    count = _count(text)
    rest = _SET_APART.sub(r"\1: ", text[count:])
    made = Piece(
        text=text,
        line=number,
        gap=line.gap,
        style=line.style,
        marked=line.marked,
        numbered=bool(count or _NUMBERED.match(line.text)),
    )
    if count and not rest.strip():
        return [msgspec.structs.replace(made, known=Role.SECTION)]
    cells = split_outside(DASH, rest)
    short = all(len(cell.split()) <= HEADING_WORDS for cell in cells)
    if short and len(cells) > 1 and len(columns(cells) or ()) == len(cells):
        return [msgspec.structs.replace(made, known=Role.TEXT)]
    parts = [part for part in parter.parts(rest) if re.search(r"\w", part.text)]
    timed = bool(parts) and parts[0].known is Role.TIME
    return [
        msgspec.structs.replace(
            made,
            text=part.text,
            at=at,
            before=part.before,
            label=part.label,
            known=part.known,
            timed=timed,
        )
        for at, part in enumerate(parts)
    ]


def _count(text: str) -> int:
    """Return how many characters count an entry at the beginning of a line."""
    plain = fold(text)
    if len(plain) != len(text) or vocabulary.HOURS.match(text):
        return 0
    counted = vocabulary.COUNT.match(plain)
    return counted.end() if counted else 0
