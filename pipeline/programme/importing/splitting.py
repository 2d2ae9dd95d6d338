"""Splits lines where no bracket or quotation mark is open."""

from __future__ import annotations

import re

_OPEN = "([{«“"
_CLOSE = ")]}»”"


def split_outside(separator: re.Pattern[str], text: str) -> list[str]:
    """Return the stripped, non-empty parts between separators that stand outside brackets."""
    parts, start, at = [], 0, 0
    while match := separator.search(text, at):
        at = match.end() if match.end() > match.start() else match.end() + 1
        if _depth(text[: match.start()]) == 0:
            parts.append(text[start : match.start()])
            start = match.end()
    return [part.strip() for part in (*parts, text[start:]) if part.strip()]


def _depth(text: str) -> int:
    opened = sum(text.count(char) for char in _OPEN)
    return max(0, opened - sum(text.count(char) for char in _CLOSE))
