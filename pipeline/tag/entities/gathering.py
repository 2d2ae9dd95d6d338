"""Gathers the mentions of a deck into its entities: one decision for a name over all pages."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence

from pipeline.records.tags import Entity, EntityLabel
from pipeline.tag.entities.evidence import Key, Surroundings, decided_label
from pipeline.tag.entities.mentions import Mention, key, words
from pipeline.tag.entities.segments import Segment


def settled(deck: Sequence[Segment], mentions: Iterable[Mention]) -> Iterator[Mention]:
    """Yield the mentions that stand once the deck is seen as a whole, in reading order.

    A name keeps one label, and is found wherever it stands once a model found it anywhere.
    """
    labels = _decisions(deck, mentions)
    longest = max(map(len, labels), default=0)
    for segment in deck:
        yield from _occurrences(segment, labels, longest)


def entities(mentions: Iterable[Mention]) -> tuple[Entity, ...]:
    """Return the entities behind settled mentions, the most frequent first, then by name."""
    by_name: defaultdict[Key, list[Mention]] = defaultdict(list)
    for mention in mentions:
        by_name[key(mention.text)].append(mention)
    gathered = (
        Entity(
            text=_usual(Counter(mention.text for mention in found)),
            label=found[0].label,
            pages=tuple(sorted({mention.segment.page for mention in found})),
            count=len(found),
        )
        for found in by_name.values()
    )
    return tuple(sorted(gathered, key=lambda entity: (-entity.count, entity.text)))


def _decisions(deck: Sequence[Segment], mentions: Iterable[Mention]) -> dict[Key, EntityLabel]:
    surroundings = Surroundings(deck)
    by_name: defaultdict[Key, list[Mention]] = defaultdict(list)
    for mention in mentions:
        by_name[key(mention.text)].append(mention)
    return surroundings.with_short_forms(
        {
            name: decided_label(found)
            for name, found in by_name.items()
            if not surroundings.contradicts(name, found)
        }
    )


def _occurrences(
    segment: Segment, labels: Mapping[Key, EntityLabel], longest: int
) -> Iterator[Mention]:
    """Yield the names in a text from left to right, the longest where several begin."""
    tokens = words(segment.text)
    position = 0
    while position < len(tokens):
        for length in range(min(longest, len(tokens) - position), 0, -1):
            run = tokens[position : position + length]
            label = labels.get(tuple(word.folded for word in run))
            start, end = run[0].start, run[-1].end
            if label and any(char.isupper() for char in segment.text[start:end]):
                yield Mention(segment, start, end, label)
                position += length
                break
        else:
            position += 1


def _usual(spellings: Counter[str]) -> str:
    """Return the most frequent spelling; capitals throughout only where there is no other."""
    return min(spellings, key=lambda text: (text.isupper(), -spellings[text], text))
