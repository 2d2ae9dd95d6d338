"""Brings spellings of one thing together: case, accents, punctuation, width."""

from __future__ import annotations

import re
import unicodedata

_WORD = re.compile(r"[^\W_]+")


def fold(text: str) -> str:
    """Return the text without case, accents and compatibility forms (Unicode NFKD)."""
    decomposed = unicodedata.normalize("NFKD", text.casefold())
    return "".join(char for char in decomposed if not unicodedata.combining(char))


def words(text: str) -> list[str]:
    """Return the folded words of a text: runs of letters and digits."""
    return _WORD.findall(fold(text))


def slug(text: str) -> str:
    """Return the folded words joined by hyphens, ASCII only; '' where nothing is left."""
    return "-".join(words(text)).encode("ascii", "ignore").decode().strip("-")
