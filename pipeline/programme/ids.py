"""Makes ids for sessions that have none."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable
from itertools import count

#: Letters that Unicode does not decompose into an ASCII letter and a mark.
LETTERS = str.maketrans(
    {"ß": "ss", "æ": "ae", "œ": "oe", "ø": "o", "ł": "l", "đ": "d", "ð": "d", "þ": "th", "ı": "i"}
)

#: Longer ids are cut at a word; they stand in addresses and file names.
LONGEST = 60


def ascii_fold(text: str) -> str:
    """Return the text in small letters without accents; other scripts are left out."""
    decomposed = unicodedata.normalize("NFKD", text.lower().translate(LETTERS))
    return decomposed.encode("ascii", "ignore").decode()


def slug(text: str) -> str:
    """Return the text as an id: small letters, digits and single hyphens, '' if none are left."""
    parts = (ascii_fold(part) for part in re.split(r"[\W_]+", text))
    words = "-".join(filter(None, (re.sub(r"[^a-z0-9]", "", part) for part in parts)))
    if len(words) <= LONGEST:
        return words
    cut = words[: LONGEST + 1].rpartition("-")[0]
    return cut or words[:LONGEST]


def distinct(wanted: Iterable[tuple[str, bool]]) -> list[str]:
    """Return one id each, no two the same.

    An id that was given (True) stays as it is; one that was made gets -2, -3 … where it is taken,
    so that ids depend on the programme alone.
    """
    pairs = list(wanted)
    taken = {name for name, given in pairs if given}
    names = []
    for name, given in pairs:
        free = name if given else _free(name, taken)
        taken.add(free)
        names.append(free)
    return names


def _free(name: str, taken: set[str]) -> str:
    if name not in taken:
        return name
    return next(name_n for n in count(2) if (name_n := f"{name}-{n}") not in taken)
