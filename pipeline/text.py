"""Brings spellings of one thing together: case, accents, punctuation, width."""

from __future__ import annotations

import re
import unicodedata
from functools import lru_cache

_WORD = re.compile(r"[^\W_]+")
#: Characters of which some are not of the same words after folding: marks that stand alone, '½',
#: '™' and all that is seldom on slides. In a text without them words can be folded one by one.
_UNLIKE = re.compile(
    "[^\0-\xbb\xbf-\u013e\u0141-\u02ff\u2000-\u20a7\u20a9-\u20bf"
    "\u2190-\u245f\u2500-\u27ff\ue000-\uf8ff]"
)

#: Letters that Unicode does not decompose into an ASCII letter and a mark.
_LETTERS = str.maketrans(
    {"ß": "ss", "æ": "ae", "œ": "oe", "ø": "o", "ł": "l", "đ": "d", "ð": "d", "þ": "th", "ı": "i"}
)

#: Longer slugs are cut at a word; they stand in addresses and file names.
LONGEST_SLUG = 60


def fold(text: str) -> str:
    """Return the text without case, accents and compatibility forms (Unicode NFKD)."""
    if text.isascii():
        return text.lower()
    small = unicodedata.normalize("NFKD", text).casefold().translate(_LETTERS)
    decomposed = unicodedata.normalize("NFKD", small)
    return "".join(char for char in decomposed if not unicodedata.combining(char))


def words(text: str) -> list[str]:
    """Return the folded words of a text: runs of letters and digits."""
    try:
        folded = text.replace("œ", "oe").encode(_WESTERN).translate(_FOLDED)
    except UnicodeEncodeError:
        return _words(text)
    return _words(text) if _OTHERWISE in folded else folded.decode("ascii").split()


def _words(text: str) -> list[str]:
    """Return the words of a text in any script."""
    if _UNLIKE.search(text):
        return _WORD.findall(fold(text))
    return [_fold_word(word) for word in _WORD.findall(text)]


_fold_word = lru_cache(maxsize=1 << 16)(fold)

#: Nearly all pages can be written in this code page, in which a table folds them at once: each
#: letter or digit to the one it is folded to, the others to spaces.
_WESTERN = "cp1252"
#: Stands in the table for what is not folded to one ASCII letter or digit, like 'œ'.
_OTHERWISE = b"\0"


def _folded(code: int) -> bytes:
    folded = " ".join(_words(bytes([code]).decode(_WESTERN, errors="replace"))) or " "
    return folded.encode() if len(folded) == 1 and folded.isascii() else _OTHERWISE


_FOLDED = b"".join([_OTHERWISE, *map(_folded, range(1, 256))])


def slug(text: str) -> str:
    """Return the text as an id: small ASCII letters, digits and single hyphens, '' if none."""
    parts = (re.sub(r"[^a-z0-9]", "", word) for word in words(text))
    whole = "-".join(filter(None, parts))
    if len(whole) <= LONGEST_SLUG:
        return whole
    return whole[: LONGEST_SLUG + 1].rpartition("-")[0] or whole[:LONGEST_SLUG]
