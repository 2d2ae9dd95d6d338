"""An announcement as it lies on the page: lines and tables, in order."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from itertools import pairwise

from pipeline.programme.importing.dates import find_days
from pipeline.programme.importing.entries.people import could_be_people
from pipeline.programme.importing.entries.statements import names_slides, statement
from pipeline.programme.importing.labels import label, labelled_parts
from pipeline.programme.importing.letters import without_envelope
from pipeline.programme.importing.people import ENDS_TITLED
from pipeline.programme.importing.prose.listed import BULLET, TIME
from pipeline.programme.importing.prose.sentences import sentences
from pipeline.records.base import Record

#: A line at least this share as long as the longest was broken to fit, and goes on below.
FULL = 0.75
#: A line of more words that begins with a date is no heading.
DAY_WORDS = 8
#: Text that is broken to fit has longer lines than this.
NARROWEST = 40
#: Lines that people break by hand are longer than the others by no more than this.
RAGGED = 1.1
#: Lines this much shorter than the longest had room for another word.
FITS = 0.95
#: How a line ends that goes on whatever its length.
_OPEN = re.compile(
    r"(?:\s(?:and|et|e|y|&|of|the|du|des|da|do|with|avec|com|by|par|por)|[(,][^()]{0,20}-)$"
)
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
_CODE = re.compile(r"`(?P<said>[^`\n]+)`")
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
    text = _CODE.sub(r"\g<said>", _LINK.sub(r"\g<said>", text))
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
    said = _HEADING.sub("", line)
    if emphasis or heading:
        said = _EMPHASIS.sub(r"\g<said>", said)
    else:
        said = _EMPHASIS.sub(lambda one: set_apart(one["said"], said[one.end() :]), said)
    if heading:
        return said, "h"
    return said, ("b" if len(emphasis["mark"]) > 1 else "i") if emphasis else ""


def set_apart(said: str, after: str) -> str:
    """Return emphasised words within a line, in quotation marks where they are a title."""
    is_title = len(said.split()) > 1 and re.match(r"\s*(?:[,.:;?(–—-]|$)", after)
    is_quoted = re.search(r"^[«“„\"]|[.:,;]$", said)
    return f"“{said}”" if is_title and not is_quoted and not could_be_people(said) else said


def joined(lines: Iterable[str], width: int) -> Iterator[str]:
    """Yield lines, those put back together that were broken to fit the width of the page."""
    whole = before = ""
    for whole_line in filter(str.strip, lines):
        line = whole_line.strip()
        is_alike = whole[:1] in _QUOTES and line[:1] in _QUOTES
        if whole and not is_alike and _goes_on(whole, before, line, width):
            whole = f"{whole[:-1]}{line}" if _is_hyphenated(whole, line) else f"{whole} {line}"
        else:
            if whole:
                yield whole
            whole = line
        before = whole_line.rstrip()
    if whole:
        yield whole


def _width(lines: list[str]) -> int:
    """Return how wide the text is set, 0 where no line was broken to fit it.

    Of broken lines most go on with a small letter, and not with «by».
    """
    broken = (
        len(above.rstrip())
        for above, below in pairwise(lines)
        if below.strip()[:1].islower() and not _ends(above) and not _CREDIT.match(below.strip())
    )
    return max((length for length in broken if length >= NARROWEST), default=0)


def _ends(line: str) -> bool:
    return line.rstrip().endswith((".", "!", "?", "…", ":", ";", "]"))


def _goes_on(whole: str, before: str, line: str, width: int) -> bool:
    """Tell whether a line goes on with what was joined so far, whose last line is `before`."""
    if not width or _COLUMNS.search(before.strip()) or starts(line):
        return False
    if _OPEN.search(before) or ENDS_TITLED.search(before):
        return True
    is_long = FULL * width <= len(before) <= RAGGED * width and width <= WRAPPED
    # A line is only broken where the next word would not have fitted.
    fits = len(f"{before} {line.split(maxsplit=1)[0]}") <= FITS * width
    is_whole = _ends(before) or (before.endswith(")") and not line[:1].islower())
    is_prose = len(sentences(whole)) > 1 or len(whole) > RAGGED * width
    is_broken = is_long and not is_whole and (is_prose or not fits or line[:1].islower())
    return is_broken and (is_prose or not _stands_apart(whole, line))


def _stands_apart(whole: str, line: str) -> bool:
    """Tell whether a line says who gives the talk above it, or in which languages slides are."""
    opening = " ".join(line.split()[:2])
    if names_slides(opening) and not line.endswith(".") and statement(line) is not None:
        return True
    head = re.split(r"\s*[,(]", line)[0]
    return bool(TIME.match(whole) or BULLET.match(whole)) and could_be_people(head)


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
