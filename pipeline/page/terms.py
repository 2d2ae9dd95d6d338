"""Folds text into search terms, the same in Python and in the page's `terms.js`."""

from __future__ import annotations

import re
import unicodedata

#: Combining marks that a reader may leave out: those of Latin, Greek and Cyrillic, Hebrew points
#: and Arabic vowel signs. Other scripts' vowel signs are letters of the word, so they stay.
_MARKS = re.compile(
    "[\u0300-\u036f\u0591-\u05bd\u0610-\u061a\u064b-\u065f\u1ab0-\u1aff\u1dc0-\u1dff"
    "\u20d0-\u20ff\ufe20-\ufe2f]+"
)
_LETTERS = {"œ": "oe", "æ": "ae", "ß": "ss", "ø": "o", "ł": "l"}
_TERM = re.compile(r"[^\W_]+")


def fold(text: str) -> str:
    """Return the text in small letters without accents, ligatures and compatibility forms."""
    if text.isascii():
        return text.lower()
    folded = _MARKS.sub("", unicodedata.normalize("NFKD", text)).lower()
    for letter, plain in _LETTERS.items():
        folded = folded.replace(letter, plain)
    return folded


def terms(text: str) -> list[str]:
    """Return the runs of letters and digits of the folded text, in order."""
    return _TERM.findall(fold(text))
