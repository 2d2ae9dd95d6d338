"""Tells which of several files of one deck is the current one, and why."""

from __future__ import annotations

import re
from collections.abc import Sequence
from pathlib import PurePosixPath

from pipeline.match.deck import DeckView
from pipeline.records import media
from pipeline.text import fold

#: Words in file names, in the languages of the academies, for the last and for earlier versions.
FINAL = re.compile(r"\b(final\w*|def|definiti\w*|last|approved|revised|rev|relu|revisto)\b")
DRAFT = re.compile(r"\b(draft|brouillon|rascunho|borrador|old|ancien\w*|antig\w*|wip|provisoire)\b")
VERSION = re.compile(r"\bv(?:er(?:sion|sao)?)?[ .]?(\d{1,3})\b")
DATE = re.compile(r"\b(20\d\d)[ .-]?(0[1-9]|1[0-2])[ .-]?([0-2]\d|3[01])\b")
_SEPARATORS = re.compile(r"[\W_]+")

#: Share of equal pages from which two files of one language hold the same text.
SAME_TEXT = 0.9
#: Share of common words from which two pages are equal: containers differ in their footers.
SAME_PAGE = 0.8

Age = tuple[int, int, str, str, int]
#: The words of each page of a deck.
Pages = Sequence[frozenset[str]]


def same_text(one: Pages, other: Pages) -> bool:
    """Tell whether two decks say the same, page by page, in whatever container."""
    if len(one) != len(other):
        return False
    pairs = [(first, second) for first, second in zip(one, other, strict=True) if first or second]
    equal = sum(len(a & b) >= SAME_PAGE * len(a | b) for a, b in pairs)
    return bool(pairs) and equal >= SAME_TEXT * len(pairs)


def newest_first(decks: Sequence[DeckView]) -> list[DeckView]:
    """Return versions of a deck, the newest first."""
    by_path = sorted(decks, key=lambda deck: deck.path)
    return sorted(by_path, key=age, reverse=True)


def original_first(decks: Sequence[DeckView]) -> list[DeckView]:
    """Return decks of the same text, first the one that can be edited, then the shorter path."""
    return sorted(
        decks,
        key=lambda deck: (deck.media_type not in media.POWERPOINT, len(deck.path), deck.path),
    )


def age(deck: DeckView) -> Age:
    """Return what orders versions: words, numbers and dates in the name, then the file's date."""
    name = _SEPARATORS.sub(" ", fold(PurePosixPath(deck.path).stem))
    final = bool(FINAL.search(name)) - bool(DRAFT.search(name))
    version = max((int(number) for number in VERSION.findall(name)), default=0)
    dates = ["".join(parts) for parts in DATE.findall(name)]
    return final, version, max(dates, default=""), deck.modified, deck.pages


def why_newer(newer: DeckView, older: DeckView) -> str:
    """Say in words why one version is taken for the newer one."""
    reasons = (
        "its name says so",
        "its name has the higher version number",
        "its name has the later date",
        "it was saved later",
        "it has more pages",
    )
    for reason, mine, theirs in zip(reasons, age(newer), age(older), strict=True):
        if mine != theirs:
            return reason
    return "nothing tells which is newer"
