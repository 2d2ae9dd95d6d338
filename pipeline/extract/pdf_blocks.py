"""The blocks of a PDF page: which of its lines head it, which are its body."""

from __future__ import annotations

import math
import re
from collections.abc import Sequence
from itertools import pairwise

from pipeline.extract.layout import Heading, heading_of
from pipeline.extract.pdf_page import Line, PageText
from pipeline.records.decks import Block, BlockKind, Page

#: Lines of one paragraph have one size, give or take, and stand at most this many sizes apart.
_SAME_SIZE = 0.06
_LEADING = 2.6
#: Lines of one sentence stand closer. A line is full that ends in this share of the widest one, if
#: that reaches this share of the page.
_LINE_SPACING = 1.7
_FULL = 0.8
_WIDE = 0.5
_CODE = re.compile(r"[;{}=<>\\$]|\w\(|://|__|^\W*\w+\.\w")


def page_of(number: int, page: PageText, repeated: frozenset[int]) -> Page:
    """Return a page; `repeated` are its headers and footers."""
    lines = [line for index, line in enumerate(page.lines) if index not in repeated]
    kept_apart = [page.lines[index].text for index in sorted(repeated)]
    blocks = [
        *_text_blocks(lines, page),
        Block(kind=BlockKind.BODY, text="\n".join(page.added.texts)),
        Block(kind=BlockKind.FURNITURE, text="\n".join(kept_apart)),
        *(Block(kind=BlockKind.LINK, text=link) for link in page.links),
        *(Block(kind=BlockKind.COMMENT, text=comment) for comment in page.added.comments),
    ]
    return Page(
        number=number,
        blocks=tuple(block for block in blocks if block.text),
        usable=bool(lines or page.tables or (page.added.texts and not page.drawn)),
    )


def _text_blocks(lines: Sequence[Line], page: PageText) -> list[Block]:
    """Return the heading of a page, then its body in the order of the file, tables in place."""
    paragraphs = _paragraphs(lines)
    texts = ["\n".join(line.text for line in paragraph) for paragraph in paragraphs]
    head = _marked(texts, page.bookmark)
    if head is None:
        head = heading_of(
            [
                Heading(text, paragraph[0].top, paragraph[0].size)
                for text, paragraph in zip(texts, paragraphs, strict=True)
            ],
            page.height,
        )
    title = "" if head is None else texts[head]
    body = [line for index, lines in enumerate(paragraphs) if index != head for line in lines]
    blocks = [Block(kind=BlockKind.TITLE, text=title)]
    for table in page.tables:
        before = [line for line in body if line.start < table.words[0].start]
        body = body[len(before) :]
        blocks += [_body(before, page), Block(kind=BlockKind.TABLE, text=table.text)]
    return [*blocks, _body(body, page)]


def _marked(texts: Sequence[str], bookmark: str) -> int | None:
    """Return the index of the text that a bookmark repeats: bookmarks of slides are titles."""
    wanted = _folded(bookmark)
    return next((index for index, text in enumerate(texts) if _folded(text) == wanted), None)


def _folded(text: str) -> str:
    return "".join(text.casefold().split())


def _body(lines: Sequence[Line], page: PageText) -> Block:
    """Return lines as one text, those that the edge of a text box broke made whole again."""
    listed = any(line.marked for line in lines)
    edge = max((line.right for line in lines), default=0)
    full = _FULL * edge if edge > _WIDE * page.width else math.inf
    texts = [line.text for line in lines[:1]]
    for last, line in pairwise(lines):
        if _continues(last, line, full, listed):
            texts[-1] += f" {line.text}"
        else:
            texts.append(line.text)
    return Block(kind=BlockKind.BODY, text="\n".join(texts))


def _continues(last: Line, line: Line, full: float, listed: bool) -> bool:
    """Tell whether a line goes on where the last one was full.

    In a list whose items are marked, what has no mark goes on; elsewhere, what starts in lower
    case. Program code and addresses are left as they stand.
    """
    return (
        not line.marked
        and last.right >= full
        and abs(line.size - last.size) <= _SAME_SIZE * last.size
        and 0 < line.top - last.top <= _LINE_SPACING * last.size
        and (line.text[0].isalpha() if listed else line.text[0].islower())
        and not (_CODE.search(last.text) or _CODE.search(line.text))
    )


def _paragraphs(lines: Sequence[Line]) -> list[list[Line]]:
    """Gather lines of one size that follow each other down the page."""
    paragraphs: list[list[Line]] = []
    for line in lines:
        last = paragraphs[-1][-1] if paragraphs else None
        if (
            last is not None
            and abs(line.size - last.size) <= _SAME_SIZE * last.size
            and 0 <= line.top - last.top <= _LEADING * last.size
        ):
            paragraphs[-1].append(line)
        else:
            paragraphs.append([line])
    return paragraphs
