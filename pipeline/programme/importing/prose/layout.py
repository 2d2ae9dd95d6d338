"""Sets the blocks of an announcement in the order in which they are read."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from pipeline.programme.importing.blocks import Block, Line
from pipeline.programme.importing.entries.days import DayFinder
from pipeline.programme.importing.entries.parallel import has_parallel_columns
from pipeline.programme.importing.entries.vocabulary import HOURS, alternatives
from pipeline.programme.importing.prose.days import Calendar
from pipeline.programme.importing.tables import Table
from pipeline.text import fold

#: The heading of a part that may fill a day: «Module 2: Enemies».
_PART = re.compile(
    r"(?:module|modulo|unit|part|partie|parte|sitting|session|sessao|seance|jornada|week|semaine|"
    r"semana|webinars?|webinaire|webinario|atelier|oficina|workshop)\s+(\d{1,2})\b(?!\.\d)"
)
_PORTRAITS = re.compile(
    rf"(?:about )?(?:our|the|les|nos|[oa]s|sobre [oa]s)? ?{alternatives('speaks')}"
    r"(?: (?:et|e|and) \S+)?"
)


def programme_blocks(blocks: Sequence[Block], calendar: Calendar) -> list[Block]:
    """Return the blocks above the portraits of speakers, with the day above parts that fill one.

    Parts are days where there is one for each day of the event, and no other heading of a day.
    """
    told = list(_without_portraits(blocks))
    lines = [block for block in told if isinstance(block, Line)]
    numbers = [number for line in lines if (number := _part(line))]
    in_order = numbers == list(range(1, len(calendar.days) + 1)) and len(numbers) > 1
    if not in_order or any(calendar.heading(line.text, None) for line in lines):
        return told
    return [one for block in told for one in (*_day_of(block, calendar), block)]


def _without_portraits(blocks: Sequence[Block]) -> Iterator[Block]:
    """Yield the blocks above a heading such as «Our speakers», which tells who they are."""
    for block in blocks:
        if (
            isinstance(block, Line)
            and block.style == "h"
            and _PORTRAITS.fullmatch(fold(block.text))
        ):
            return
        yield block


def _part(block: Block) -> int | None:
    found = _PART.match(fold(block.text)) if isinstance(block, Line) else None
    return int(found[1]) if found else None


def _day_of(block: Block, calendar: Calendar) -> Iterator[Line]:
    if number := _part(block):
        yield Line(text=calendar.days[number - 1], gap=True, style="h")


def entry_lines(blocks: Sequence[Block], days: DayFinder) -> Iterator[Line]:
    """Yield the lines, and the rows of tables that have no headings."""
    for block in blocks:
        if isinstance(block, Line):
            yield block
        elif Table(speakers_needed=True).sessions(block.rows) is None:
            rows = [row for row in block.rows if row]
            dated = [at for row in rows[:1] for at, cell in enumerate(row) if days.day(cell)]
            parallel = len(dated) < 2 and has_parallel_columns(rows)
            rows = list(_by_day(rows, dated)) if len(dated) > 1 else rows
            # The names of rooms stand above them.
            begins = int(parallel and not HOURS.search(rows[0][0]))
            for row in rows[begins:]:
                yield from _row(row, parallel=parallel)


def _by_day(rows: Sequence[Sequence[str]], dated: Sequence[int]) -> Iterator[tuple[str, ...]]:
    """Yield the rows of a table whose columns are days, one day after the other."""
    for at in dated:
        yield (rows[0][at],)
        for row in rows[1:]:
            yield (row[0] if dated[0] else "", row[at] if at < len(row) else "")


def _row(row: Sequence[str], *, parallel: bool) -> Iterator[Line]:
    """Yield the line of a row; cells that hold an entry each are read one below the other."""
    cells = [[" ".join(line.split()) for line in cell.split("\n") if line.strip()] for cell in row]
    if not parallel and not any(len(cell) > 1 for cell in cells):
        yield Line(text="\t".join(" ".join(cell) for cell in cells), gap=True)
        return
    hour = " ".join(cells[0]) if parallel else ""
    told = list({" ".join(cell): cell for cell in cells if cell}.values())
    several = [at for at, cell in enumerate(cells) if len(cell) > 1]
    for at, cell in enumerate(told[bool(hour) :] if parallel else cells):
        # What stands beside the only cell of several lines belongs to it.
        beside = not parallel and len(several) == 1 and at > several[0]
        for number, line in enumerate(cell):
            gap = not number and not beside
            yield Line(text=f"{hour}\t{line}" if hour and not number else line, gap=gap)
