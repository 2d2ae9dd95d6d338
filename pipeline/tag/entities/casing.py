"""Reads capitals as running text: models were taught on sentences, not on 'ACCESS TO FINANCE'."""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Sequence

from pipeline.tag.entities.lexicon import FUNCTION_WORDS, is_ordinary
from pipeline.tag.entities.segments import Segment
from pipeline.text import fold

_WORD = re.compile(r"[^\W\d_]+(?:-[^\W\d_]+)*")
#: A text of capitals has this many of them at least, so that 'FAO, ILO' is none.
_CAPITALS = 8
_CELL = re.compile(r"[^,:;–|()]+")
#: A name has at most so many words that mean something.
_NAME = 4
#: Words in capitals of so few letters that nothing else is known of are acronyms.
_SHORT = 3


class Casing:
    """How a deck writes its words where it does not use capitals throughout."""

    def __init__(self, deck: Sequence[Segment]) -> None:
        spellings: defaultdict[str, Counter[str]] = defaultdict(Counter)
        for segment in deck:
            if not in_capitals(segment.text):
                for match in _WORD.finditer(segment.text):
                    # What opens a text says nothing of how its word is written.
                    if match.start() or not match[0].istitle():
                        spellings[fold(match[0])][match[0]] += 1
        self._usual = {
            word: min(found, key=lambda text: (-found[text], text))
            for word, found in spellings.items()
        }

    def read(self, segment: Segment) -> str:
        """Return the text of a segment as it would stand in a sentence, as long as before."""
        if not in_capitals(segment.text):
            return segment.text
        text = _CELL.sub(lambda match: self._cell(match[0], segment.language), segment.text)
        first = _WORD.search(text)
        if first and first[0].islower():
            text = text[: first.start()] + text[first.start()].upper() + text[first.start() + 1 :]
        return text if len(text) == len(segment.text) else segment.text

    def _cell(self, cell: str, language: str) -> str:
        found = [word for word in _WORD.findall(cell) if fold(word) not in FUNCTION_WORDS]
        titled = 1 < len(found) <= _NAME
        return _WORD.sub(lambda match: self._word(match[0], language, titled=titled), cell)

    def _word(self, word: str, language: str, *, titled: bool) -> str:
        known = self._usual.get(fold(word))
        if known and len(known) == len(word):
            return known if known.islower() or known.isupper() else _capitalised(word)
        if fold(word) in FUNCTION_WORDS:
            return word.lower()
        if is_ordinary(word, language):
            return _capitalised(word) if titled else word.lower()
        return word if len(word) <= _SHORT else _capitalised(word)


def in_capitals(text: str) -> bool:
    """Tell whether a text of some length is written in capitals throughout."""
    if not text.isupper():
        return False
    letters = [char for char in text if char.isalpha()]
    return len(letters) >= _CAPITALS and all(map(str.isupper, letters))


def _capitalised(word: str) -> str:
    return "-".join(part[:1] + part[1:].lower() for part in word.split("-"))
