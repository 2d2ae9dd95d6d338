"""Splits running text into sentences, abbreviated titles and initials left whole."""

from __future__ import annotations

import re

from pipeline.programme.importing.honorifics import HONORIFICS, SMALL_HONORIFICS

_END = re.compile(r"(?<=[.!?…])[»”\"’)*_]*\s+(?=[«“\"‘(]?[^\W\d_a-zà-öø-ÿ])")
_ABBREVIATION = re.compile(
    rf"(?:\b(?:{HONORIFICS}|{SMALL_HONORIFICS}|No|no|[Aa]v|[Tt]el|Ste?|Dipl|Mt|[^\W\d_]))\.?$"
)


def sentences(text: str) -> list[str]:
    """Return the sentences of a paragraph, in order."""
    found: list[str] = []
    start = 0
    for end in _END.finditer(text):
        if text[end.start() - 1] == "." and _is_abbreviated(text[start : end.start()]):
            continue
        found.append(text[start : end.end()].strip())
        start = end.end()
    return [sentence for sentence in (*found, text[start:].strip()) if sentence]


def _is_abbreviated(before: str) -> bool:
    """Tell whether the last word before the full stop is a title or an initial."""
    return _ABBREVIATION.search(before) is not None
