"""Mentions of names as they stand in a deck, freed of what a model took along."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator
from functools import lru_cache
from typing import NamedTuple

from pipeline.records.tags import EntityLabel
from pipeline.tag.entities.found import Found
from pipeline.tag.entities.patterns import ROLE, TITLE, is_event
from pipeline.tag.entities.segments import Segment
from pipeline.text import fold

#: What spellings of one name have in common: its folded words.
Key = tuple[str, ...]

_WORD = re.compile(r"[^\W_]+")

_LEADING = re.compile(
    r"^(?:[^\w]+|(?:the|The|o|a|os|as|le|la|les|un|une|um|uma|du|des|do|da|dos|das)\s+|"
    r"[ld]['’])+"
)
#: 'report of the Ada Lovelace Institute', 'Convention 189 of the ILO'.
_TAKEN_ALONG = re.compile(r"(?:[a-z]+|.*\d)\s(?:of|by|from)\s(?:the\s)?(?=[A-Z])")
_LEADING_ROLE = re.compile(rf"^(?:{TITLE}\s+|{ROLE}\s+(?=\w))+")
_TRAILING = re.compile(
    r"(?:['’]s?|[^\w).])+$|(?<![A-Z][a-z])(?<!\b[A-Za-z])\.$|"
    r"\s+(?:19|20)\d\d$|\s+\d+\s?/\s?\d+$|(?:\s+(?:of|on|for|and|de|du|des|d['’]|da|do|dos|das|et|e|em|l['’]))+$"
)
_INITIALS = re.compile(r"(?:[A-Z]\.\s?){2}")
_NO_NAME = re.compile(
    r"@|://|\bwww\.|\.(?:com|org|net|pt|fr|br|eu)\b|^[\W\d_]*$|^[a-z]{1,3}\.? ?\d+$", re.IGNORECASE
)

#: So many words in lower case are more than a bullet.
_SENTENCE = 6


class Mention(NamedTuple):
    """A name in a segment by character offsets; `announced` where the text says what it is."""

    segment: Segment
    start: int
    end: int
    label: EntityLabel
    announced: bool = False

    @property
    def text(self) -> str:
        """The name as it is written here."""
        return self.segment.text[self.start : self.end]


class Token(NamedTuple):
    """A word of a text by character offsets, and the same folded."""

    start: int
    end: int
    folded: str


@lru_cache(maxsize=1 << 12)
def tokens(text: str) -> tuple[Token, ...]:
    """Return the words of a text: runs of letters and digits."""
    folded = fold(text)
    if len(folded) == len(text):
        return tuple(Token(*m.span(), folded[m.start() : m.end()]) for m in _WORD.finditer(text))
    return tuple(Token(*m.span(), fold(m[0])) for m in _WORD.finditer(text))


def key(text: str) -> Key:
    """Return what spellings of one name have in common: its folded words."""
    return tuple(token.folded for token in tokens(text))


def mentions(
    segment: Segment, found: Iterable[Found], stated: Iterable[Found] = ()
) -> Iterator[Mention]:
    """Yield the names of a segment: those that the text states, then those of the model.

    Where two statements overlap the first one counts.
    """
    certain: list[Mention] = []
    for item in stated:
        if not any(map(_overlapping(item), certain)):
            certain.append(Mention(segment, *item, announced=True))
    yield from certain
    for item in found:
        if any(map(_overlapping(item), certain)):
            continue
        mention = trimmed(Mention(segment, *item))
        if is_plausible(mention.text) and has_capital(segment.text, mention.start, mention.end):
            event = is_event(mention.text, segment.text[mention.end :])
            yield mention._replace(label=EntityLabel.EVENT) if event else mention


def _overlapping(item: Found) -> Callable[[Mention], bool]:
    return lambda other: item.start < other.end and other.start < item.end


def trimmed(mention: Mention) -> Mention:
    """Return the mention without bullets, titles, articles, possessives and punctuation."""
    start = mention.start
    patterns = (_LEADING, _LEADING_ROLE) if mention.label is EntityLabel.PERSON else (_LEADING,)
    for pattern in patterns:
        leading = pattern.match(mention.segment.text[start : mention.end])
        start += leading.end() if leading else 0
    name = mention.segment.text[start : mention.end]
    if before := _TAKEN_ALONG.match(name):
        start += before.end()
        name = name[before.end() :]
    if name.count("(") > name.count(")"):
        name = name[: name.rindex("(")]
    trailing = _TRAILING.search(name)
    end = start + (trailing.start() if trailing else len(name))
    return mention._replace(start=min(start, end), end=end)


def is_plausible(text: str) -> bool:
    """Tell whether a text can be a name: a word of two letters or two initials, no address."""
    longest = max((sum(map(str.isalpha, word)) for word in _WORD.findall(text)), default=0)
    return (
        (longest >= 2 or bool(_INITIALS.match(text)))
        and text[0].isalnum()
        and not _NO_NAME.search(text)
    )


def has_capital(text: str, start: int, end: int) -> bool:
    """Tell whether a name is written as one: with a capital, but in a sentence without any."""
    return any(char.isupper() for char in text[start:end]) or is_without_capitals(text)


def is_sentence(text: str) -> bool:
    """Tell whether enough words are in lower case for the models to need no help with a text."""
    return sum(text[token.start].islower() for token in tokens(text)) >= _SENTENCE


def is_without_capitals(text: str) -> bool:
    """Tell whether whoever wrote a sentence uses no capitals; a bullet may just have no names."""
    return text.islower() and is_sentence(text)
