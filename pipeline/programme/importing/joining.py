"""Puts lines back together that were broken to fit the width of the page."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from itertools import pairwise

from pipeline.programme.importing.dates import find_days
from pipeline.programme.importing.entries.people import could_be_people
from pipeline.programme.importing.entries.statements import names_slides, statement
from pipeline.programme.importing.honorifics import ENDS_TITLED
from pipeline.programme.importing.labels import label
from pipeline.programme.importing.prose.listed import BULLET, TIME
from pipeline.programme.importing.prose.sentences import sentences

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
#: A line that opens what follows: «Objectifs :», «Public : délégués».
_HEADED = re.compile(r"(?=[^\W\d_a-z])[^\W\d_][\w’'-]*(?: [\w’'-]+){0,2} ?:(?:\s|$)")
_DATED = re.compile(r"\d{1,2}[/.]\d{1,2}(?:[/.]\d{2,4})?\s")
_QUOTES = frozenset('«“"„')
_CREDIT = re.compile(r"(?:by|with|par|avec|por|com)\s+[^\W\d_a-z]")
#: Dots that lead the eye from a title to a name.
_LEADERS = re.compile(r"\.{4,}")
_COLUMNS = re.compile(r"\s{3,}|\t")


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


def width_of(lines: Sequence[str]) -> int:
    """Return how wide the text is set, 0 where no line was broken to fit it.

    Of broken lines most go on with a small letter, and not with «by».
    """
    broken = (
        len(above.rstrip())
        for above, below in pairwise(lines)
        if below.strip()[:1].islower() and not _ends(above) and not _CREDIT.match(below.strip())
    )
    return max((length for length in broken if length >= NARROWEST), default=0)


def _goes_on(whole: str, before: str, line: str, width: int) -> bool:
    """Tell whether a line goes on with what was joined so far, whose last line is `before`."""
    if not width or _COLUMNS.search(before.strip()):
        return False
    is_entry = _is_item(whole)
    is_long = len(whole) > RAGGED * width and not is_entry
    is_prose = is_long or len(sentences(_LEADERS.sub(" ", whole))) > 1
    if is_prose and (line.startswith("(") or line[:1].islower()):
        return not _is_item(line) and (_is_broken(before, width) or _is_open(before))
    if _is_within_quotes(whole, line) and _is_broken(before, width):
        return True
    if starts(line):
        return False
    if _is_open(before):
        return True
    # A line is only broken where the next word would not have fitted.
    fits = len(f"{before} {line.split(maxsplit=1)[0]}") <= FITS * width
    stays = before.endswith(")") and not line[:1].islower()
    if stays or not (is_prose or not fits or line[:1].islower()):
        return False
    return _is_broken(before, width) and (is_prose or not _stands_apart(line, is_entry=is_entry))


def _is_broken(before: str, width: int) -> bool:
    """Tell whether a line is about as long as the page is wide, and ends within a sentence."""
    is_long = FULL * width <= len(before) <= RAGGED * width and width <= WRAPPED
    return is_long and not _ends(before)


def _is_open(before: str) -> bool:
    return bool(_OPEN.search(before) or ENDS_TITLED.search(before))


def _is_within_quotes(whole: str, line: str) -> bool:
    """Tell whether a quotation is open that the next line ends."""
    opened = any(whole.count(first) > whole.count(last) for first, last in ("«»", "“”"))
    return (opened and bool(re.search("[»”]", line))) or (whole.count('"') % 2 > 0 and '"' in line)


def _is_item(line: str) -> bool:
    return bool(TIME.match(line) or BULLET.match(line))


def _stands_apart(line: str, *, is_entry: bool) -> bool:
    """Tell whether a line says who gives the talk above it, or in which languages slides are."""
    opening = " ".join(line.split()[:2])
    if names_slides(opening) and not line.endswith(".") and statement(line) is not None:
        return True
    return is_entry and could_be_people(re.split(r"\s*[,(]", line)[0])


def _ends(line: str) -> bool:
    return line.rstrip().endswith((".", "!", "?", "…", ":", ";", "]"))


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
