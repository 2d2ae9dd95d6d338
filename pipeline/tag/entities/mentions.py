"""Mentions of names as they stand in a deck, freed of what a model took along."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from typing import NamedTuple

from pipeline.records.tags import EntityLabel
from pipeline.tag.entities.recogniser import Found
from pipeline.tag.entities.segments import Segment
from pipeline.text import fold

_WORD = re.compile(r"[^\W_]+")

_TITLES = (
    r"Mr|Mrs|Ms|Mx|Dr|Prof|Professor|Sir|Mme|Mlle|Pr|Madame|Monsieur|Sr|Sra|Srta|Dra|Profa|Profª|"
    r"Dona"
)
#: `M.` is a title with its full stop only; without it, it is an initial.
_TITLE = rf"(?:(?:{_TITLES})\b\.?|M\.)"
_PARTICLE = r"(?:de|da|do|dos|das|del|della|di|du|la|le|van|von|der|den|el|al|bin|e)"
_NAME_WORD = r"(?:[A-ZÀ-ÖØ-Þ]\.|[A-ZÀ-ÖØ-Þ][\w'’-]+)"
_ANNOUNCED = re.compile(
    rf"(?<!\w){_TITLE}\s+({_NAME_WORD}(?:\s+(?:{_PARTICLE}\s+){{0,2}}{_NAME_WORD}){{0,4}})"
)
_LEADING = re.compile(
    rf"^(?:[^\w]+|{_TITLE}\s+|(?:the|The|o|a|os|as|le|la|les|un|une|um|uma|du|des|do|da|dos|das)\s+|"
    r"[ld]['’])+"
)
_TRAILING = re.compile(r"(?:['’]s?|[^\w).])+$|(?<![A-Z][a-z])(?<!\b[A-Za-z])\.$")
_NO_NAME = re.compile(r"@|://|\bwww\.|\.(?:com|org|net|pt|fr|br|eu)\b|^[\W\d_]*$", re.IGNORECASE)


class Mention(NamedTuple):
    """A name in a segment by character offsets; `announced` by a title such as Ms. or Prof."""

    segment: Segment
    start: int
    end: int
    label: EntityLabel
    announced: bool = False

    @property
    def text(self) -> str:
        """The name as it is written here."""
        return self.segment.text[self.start : self.end]


class Word(NamedTuple):
    """A word of a text by character offsets, and the same folded."""

    start: int
    end: int
    folded: str


def words(text: str) -> list[Word]:
    """Return the words of a text: runs of letters and digits."""
    return [Word(m.start(), m.end(), fold(m[0])) for m in _WORD.finditer(text)]


def key(text: str) -> tuple[str, ...]:
    """Return what spellings of one name have in common: its folded words."""
    return tuple(word.folded for word in words(text))


def mentions(segment: Segment, found: Iterable[Found]) -> Iterator[Mention]:
    """Yield the names of a segment: those that a title announces, then those of the model."""
    announced = [
        Mention(segment, match.start(1), match.end(1), EntityLabel.PERSON, announced=True)
        for match in _ANNOUNCED.finditer(segment.text)
    ]
    yield from announced
    for item in found:
        if any(item.start < other.end and other.start < item.end for other in announced):
            continue
        mention = trimmed(Mention(segment, item.start, item.end, item.label))
        if is_plausible(mention.text):
            yield mention


def trimmed(mention: Mention) -> Mention:
    """Return the mention without bullets, titles, articles, possessives and punctuation."""
    text = mention.text
    leading = _LEADING.match(text)
    start = mention.start + (leading.end() if leading else 0)
    trailing = _TRAILING.search(mention.segment.text[start : mention.end])
    end = start + trailing.start() if trailing else mention.end
    return mention._replace(start=min(start, end), end=end)


def is_plausible(text: str) -> bool:
    """Tell whether a text can be a name: two letters, a capital, no address, no number."""
    letters = sum(char.isalpha() for char in text)
    return (
        letters >= 2
        and any(char.isupper() for char in text)
        and text[0].isalnum()
        and not _NO_NAME.search(text)
    )
