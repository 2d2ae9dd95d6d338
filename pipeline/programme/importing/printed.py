"""Sets the words of a printed page as plain text: its lines, columns and the space between them."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise
from statistics import median

from pipeline.programme.importing.joining import NARROWEST, starts
from pipeline.records.base import Record

#: Words stand on one line where their tops differ by less than this share of their height.
SAME_LINE = 0.5
#: A space as wide as so many letters parts columns.
COLUMN = 2.5
#: Lines further apart than this times what is usual have space between them.
APART = 1.35


class Word(Record, frozen=True):
    """A word and its box on the page, in points from the left and from the top."""

    text: str
    left: float
    right: float
    top: float
    end: float


def page_text(words: Sequence[Word]) -> str:
    """Return the text: columns parted by three spaces, paragraphs by an empty line.

    Lines that the margin has broken are put together: the first word below had no room above.
    """
    lines = _lines(words)
    steps = [below[0].top - above[0].top for above, below in pairwise(lines)]
    usual = median(steps) if steps else 0.0
    margin = max((word.right for word in words), default=0.0)
    text = [_text(line) for line in lines[:1]]
    for step, (above, below) in zip(steps, pairwise(lines), strict=True):
        said = _text(below)
        room = margin - above[-1].right
        has_space = step > APART * usual
        is_long = len(_text(above)) >= NARROWEST and not has_space
        if is_long and below[0].right - below[0].left > room and not starts(said):
            text[-1] += said if text[-1].endswith("-") else f" {said}"
        else:
            text += ["", said] if has_space else [said]
    return "\n".join(text)


def _lines(words: Sequence[Word]) -> list[list[Word]]:
    lines: list[list[Word]] = []
    for word in sorted(words, key=lambda one: (one.top, one.left)):
        last = lines[-1][0] if lines else None
        if last and abs(word.top - last.top) < SAME_LINE * (last.end - last.top):
            lines[-1].append(word)
        else:
            lines.append([word])
    return [sorted(line, key=lambda one: one.left) for line in lines]


def _text(line: Sequence[Word]) -> str:
    letters = sum(len(word.text) for word in line)
    width = sum(word.right - word.left for word in line) / max(letters, 1)
    text = line[0].text
    for before, word in pairwise(line):
        text += ("   " if word.left - before.right > COLUMN * width else " ") + word.text
    return text
