"""An announcement as it lies on the page: lines and tables, in order."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from babel import Locale, UnknownLocaleError

from pipeline.programme.importing.dates import find_days
from pipeline.programme.importing.entries.people import could_be_people
from pipeline.programme.importing.joining import joined, width_of
from pipeline.programme.importing.labels import labelled_parts
from pipeline.programme.importing.letters import without_envelope
from pipeline.programme.importing.prose.listed import BULLET
from pipeline.records.base import Record

#: Markdown that does not change what is said.
_HEADING = re.compile(r"^#{1,6}\s+")
_EMPHASIS = re.compile(r"(?<!\w)(?P<mark>\*{1,3}|_{1,3})(?P<said>\S(?:[^*_\n]*\S)?)(?P=mark)(?!\w)")
#: A line that only parts what stands above and below it.
_RULE = re.compile(r"\s*(?:[-–—=_~#.]{3,}|(?:[*•·◦~][ \t]*){3,})\s*")
#: Pictures that stand for bullets or moods.
_PICTURES = re.compile("[\U0001f000-\U0001faff\u2600-\u27bf\ufe0f\u200d] ?")
#: Pictures that part what stands in one line.
_BETWEEN = re.compile(
    "(?<=\\S) +(?:[\U0001f000-\U0001faff\u2600-\u27bf\ufe0f\u200d]+ *)+(?=[^\\s])"
)
_FLAG = "[\U0001f1e6-\U0001f1ff]{2}"
_FLAGS = re.compile(rf"{_FLAG}(?:[ ,/·]*{_FLAG})*")
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
    text = _FLAGS.sub(_languages_of_flags, without_envelope(text))
    text = _PICTURES.sub("", _BETWEEN.sub(" — ", text))
    text = _CODE.sub(r"\g<said>", text)
    blocks: list[Block] = []
    width = width_of(text.splitlines())
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


def _languages_of_flags(flags: re.Match[str]) -> str:
    """Return the languages of most who live under flags, in brackets: « (EN, PL) »."""
    pairs = re.findall(_FLAG, flags.group())
    countries = ("".join(chr(ord(one) - 0x1F1E6 + ord("A")) for one in pair) for pair in pairs)
    known = [_spoken_in(one) for one in countries]
    return f" ({', '.join(filter(None, known))}) " if any(known) else " "


def _spoken_in(country: str) -> str:
    try:
        return Locale.parse(f"und_{country}").language.upper()
    except UnknownLocaleError:
        return ""


def _plain(line: str) -> tuple[str, str]:
    """Return a line without the marks of Markdown, and how they set it."""
    heading, emphasis = _HEADING.match(line), _EMPHASIS.fullmatch(BULLET.sub("", line))
    said = _LINK.sub(r"\g<said>", _HEADING.sub("", line))
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
    is_other = is_quoted or could_be_people(said) or find_days(said)
    return f"“{said}”" if is_title and not is_other else said


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
