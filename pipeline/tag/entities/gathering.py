"""Gathers the mentions of a deck into its entities: one decision for a name over all pages."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence

from pipeline.records.tags import Entity, EntityLabel
from pipeline.tag.entities.evidence import Key, Surroundings, decided_label
from pipeline.tag.entities.mentions import Mention, key, words
from pipeline.tag.entities.segments import Segment


def entities(deck: Sequence[Segment], mentions: Iterable[Mention]) -> tuple[Entity, ...]:
    """Return the entities of a deck, the most frequent first, then by name.

    A name that a model found once is counted wherever it stands.
    """
    labels = _decisions(deck, mentions)
    spellings: defaultdict[Key, Counter[str]] = defaultdict(Counter)
    pages: defaultdict[Key, set[int]] = defaultdict(set)
    for segment in deck:
        for name, spelling in _occurrences(segment.text, labels):
            spellings[name][spelling] += 1
            pages[name].add(segment.page)
    gathered = (
        Entity(
            text=_usual(spellings[name]),
            label=label,
            pages=tuple(sorted(pages[name])),
            count=spellings[name].total(),
        )
        for name, label in labels.items()
        if spellings[name]
    )
    return tuple(sorted(gathered, key=lambda entity: (-entity.count, entity.text)))


def _decisions(deck: Sequence[Segment], mentions: Iterable[Mention]) -> dict[Key, EntityLabel]:
    surroundings = Surroundings(deck)
    by_name: defaultdict[Key, list[Mention]] = defaultdict(list)
    for mention in mentions:
        by_name[key(mention.text)].append(mention)
    return {
        name: decided_label(found)
        for name, found in by_name.items()
        if not surroundings.contradicts(name, found)
    }


def _occurrences(text: str, names: Mapping[Key, EntityLabel]) -> Iterator[tuple[Key, str]]:
    """Yield the names in a text from left to right, the longest where several begin."""
    longest = max(map(len, names), default=0)
    tokens = words(text)
    position = 0
    while position < len(tokens):
        for length in range(min(longest, len(tokens) - position), 0, -1):
            run = tokens[position : position + length]
            name = tuple(word.folded for word in run)
            spelling = text[run[0].start : run[-1].end]
            if name in names and any(char.isupper() for char in spelling):
                yield name, spelling
                position += length
                break
        else:
            position += 1


def _usual(spellings: Counter[str]) -> str:
    """Return the most frequent spelling; capitals throughout only where there is no other."""
    return min(spellings, key=lambda text: (text.isupper(), -spellings[text], text))
