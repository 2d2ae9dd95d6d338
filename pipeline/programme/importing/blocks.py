"""An announcement as it lies on the page: lines and tables, in order."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from itertools import pairwise

from pipeline.programme.importing.dates import find_days
from pipeline.programme.importing.labels import label, labelled_parts
from pipeline.programme.importing.letters import without_envelope
from pipeline.programme.importing.prose.listed import BULLET, TIME
from pipeline.records.base import Record

#: A line at least this share as long as the longest was broken to fit, and goes on below.
FULL = 0.75
#: A line of more words that begins with a date is no heading.
DAY_WORDS = 8
#: Text that is broken to fit has longer lines than this.
NARROWEST = 40
#: Lines that people break by hand are longer than the others by no more than this.
RAGGED = 1.1
#: Lines of more characters than this are paragraphs already.
WRAPPED = 130
#: Markdown that does not change what is said.
_HEADING = re.compile(r"^#{1,6}\s+")
_EMPHASIS = re.compile(r"(?<!\w)(?P<mark>\*{1,3}|_{1,3})(?P<said>\S(?:[^*_\n]*\S)?)(?P=mark)(?!\w)")
#: A line that opens what follows: «Objectifs :», «Public : délégués».
_HEADED = re.compile(r"(?=[^\W\d_a-z])[^\W\d_][\w’'-]*(?: [\w’'-]+){0,2} ?:(?:\s|$)")
#: A line that only parts what stands above and below it.
_RULE = re.compile(r"\s*(?:[-–—=_~#.]{3,}|(?:[*•·◦~][ \t]*){3,})\s*")
_DATED = re.compile(r"\d{1,2}[/.]\d{1,2}(?:[/.]\d{2,4})?\s")
#: Pictures that stand for bullets or moods.
_PICTURES = re.compile("[\U0001f000-\U0001faff\u2600-\u27bf\ufe0f\u200d] ?")
_QUOTES = frozenset('«“"„')
_CREDIT = re.compile(r"(?:by|with|par|avec|por|com)\s+[^\W\d_a-z]")
_COLUMNS = re.compile(r"\s{3,}|\t")
_LINK = re.compile(r"\[(?P<said>[^\]\n]+)\]\([^)\s]+\)")


class Line(Record, frozen=True):
    """A line or paragraph; `marked` where it is an item of a list.

    `gap` tells that space stands above it, `style` how it is set: `h` a heading, `b` bold, `i`
    italic, `` plain.
    """

    text: str
    marked: bool = False
    gap: bool = False
    style: str = ""


class Grid(Record, frozen=True):
    """A table: rows of cells, merged cells filled."""

    rows: tuple[tuple[str, ...], ...]


Block = Line | Grid


def text_blocks(text: str) -> list[Block]:
    """Return the blocks of plain text: tables set with tabs or bars, lines broken to fit joined."""
    text = _PICTURES.sub("", without_envelope(text))
    text = _LINK.sub(r"\g<said>", text)
    blocks: list[Block] = []
    width = _width(text.splitlines())
    for lines in _runs(text.splitlines()):
        if _is_table(lines):
            rows = (_EMPHASIS.sub(r"\g<said>", line).strip().strip("|") for line in lines)
            cells = (tuple(cell.strip() for cell in re.split(r"\t|\|", row)) for row in rows)
            blocks.append(Grid(rows=tuple(row for row in cells if any(_telling(row)))))
        else:
            blocks += _lines(joined(lines, width))
    return blocks


def _lines(lines: Iterable[str]) -> Iterator[Line]:
    """Yield the lines of a run; space stands above the first."""
    for number, line in enumerate(lines):
        said, style = _plain(line)
        for part in labelled_parts(said):
            yield Line(
                text=part,
                marked=bool(BULLET.match(part)),
                gap=not number,
                style=style,
            )


def _plain(line: str) -> tuple[str, str]:
    """Return a line without the marks of Markdown, and how they set it."""
    heading, emphasis = _HEADING.match(line), _EMPHASIS.fullmatch(BULLET.sub("", line))
    said = _EMPHASIS.sub(r"\g<said>", _HEADING.sub("", line))
    if heading:
        return said, "h"
    return said, ("b" if len(emphasis["mark"]) > 1 else "i") if emphasis else ""


def joined(lines: Iterable[str], width: int) -> Iterator[str]:
    """Yield lines, those put back together that were broken to fit the width of the page."""
    whole = before = ""
    for line in filter(None, map(str.strip, lines)):
        is_alike = whole[:1] in _QUOTES and line[:1] in _QUOTES
        if whole and not is_alike and _goes_on(before, line, width):
            whole = f"{whole[:-1]}{line}" if _is_hyphenated(whole, line) else f"{whole} {line}"
        else:
            if whole:
                yield whole
            whole = line
        before = line
    if whole:
        yield whole


def _width(lines: list[str]) -> int:
    """Return how wide the text is set, 0 where no line was broken to fit it.

    Of broken lines most go on with a small letter, and not with «by».
    """
    broken = (
        len(above.strip())
        for above, below in pairwise(lines)
        if below.strip()[:1].islower() and not _ends(above) and not _CREDIT.match(below.strip())
    )
    return max((length for length in broken if length >= NARROWEST), default=0)


def _ends(line: str) -> bool:
    return line.rstrip().endswith((".", "!", "?", "…", ":", ";", "]"))


def _goes_on(before: str, line: str, width: int) -> bool:
    is_broken = 0 < FULL * width <= len(before) <= RAGGED * width and width <= WRAPPED
    is_whole = _ends(before) or (before.endswith(")") and not line[:1].islower())
    return is_broken and not is_whole and not _COLUMNS.search(before) and not starts(line)


def _runs(lines: Iterable[str]) -> Iterator[list[str]]:
    """Yield runs of lines between blank lines; lines of a table and others stand apart."""
    run: list[str] = []
    for line in lines:
        is_empty = not line.strip() or bool(_RULE.fullmatch(line))
        if run and (is_empty or _has_cells(line) != _has_cells(run[-1])):
            yield run
            run = []
        if not is_empty:
            run.append(line)
    if run:
        yield run


def _has_cells(line: str) -> bool:
    return len(re.findall(r"\S\s*[\t|]", line)) > 1 or bool(re.fullmatch(r"[\s|+:=-]{5,}", line))


def _is_table(lines: list[str]) -> bool:
    return len(lines) > 1 and all(_has_cells(line) for line in lines)


def _telling(row: tuple[str, ...]) -> list[str]:
    return [cell for cell in row if re.search(r"\w", cell)]


def _is_day(line: str) -> bool:
    """Tell whether a line is short and begins with a date."""
    days = find_days(line) if len(line.split()) <= DAY_WORDS else []
    return bool(days) and days[0].start <= len("segunda-feira, dia ")


def starts(line: str) -> bool:
    """Tell whether a line begins something of its own."""
    return bool(
        line[:1] in "[("
        or BULLET.match(line)
        or TIME.match(line)
        or _HEADED.match(line)
        or _DATED.match(line)
        or _is_day(line)
        or label(line)
    )


def _is_hyphenated(whole: str, line: str) -> bool:
    return whole.endswith("-") and line[:1].islower() and whole[-2:-1].isalpha()
