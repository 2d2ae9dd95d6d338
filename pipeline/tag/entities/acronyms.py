"""Acronyms, which on slides are of bodies more often than not: 'FAO', 'RIPESS Europe'."""

from __future__ import annotations

import re
from collections.abc import Iterator

from pipeline.records.tags import EntityLabel
from pipeline.tag.entities.casing import in_capitals
from pipeline.tag.entities.lexicon import is_ordinary_anywhere
from pipeline.tag.entities.mentions import Mention, is_sentence
from pipeline.tag.entities.segments import Segment

_ACRONYM = re.compile(r"(?<![\w@#/.'’&-])[A-ZÀ-Þ][A-ZÀ-Þ-]{1,8}[A-ZÀ-Þ](?![\w@-])")
_ROMAN = re.compile(r"[IVXLCDM]+$")
_BEFORE = re.compile(r"[A-ZÀ-Þ][\w-]* $")
_AFTER = re.compile(r" ([A-ZÀ-Þ][\w-]+)")


def acronyms(segment: Segment) -> Iterator[Mention]:
    """Yield the acronyms of a bullet or heading, with the name that follows them.

    Where all is in capitals nothing is an acronym, and one between other words with capitals is
    part of something else.
    """
    text = segment.text
    for match in () if in_capitals(text) or is_sentence(text) else _ACRONYM.finditer(text):
        following = _AFTER.match(text, match.end())
        if not (
            _ROMAN.match(match[0])
            or is_ordinary_anywhere(match[0])
            or _BEFORE.search(text[: match.start()])
            or (following and is_ordinary_anywhere(following[1]))
        ):
            end = following.end() if following else match.end()
            yield Mention(segment, match.start(), end, EntityLabel.ORG)
