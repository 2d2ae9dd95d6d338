"""Gathers the mentions of a deck into its entities: one decision for a name over all pages."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from itertools import chain

from pipeline.records.tags import Entity, EntityLabel
from pipeline.tag.entities.acronyms import acronyms
from pipeline.tag.entities.bodies import short_names
from pipeline.tag.entities.contacts import addressed, logos
from pipeline.tag.entities.evidence import Surroundings, decided_label
from pipeline.tag.entities.mentions import Key, Mention, Token, has_capital, key, tokens
from pipeline.tag.entities.pieces import ALL, Evidence
from pipeline.tag.entities.places import world
from pipeline.tag.entities.segments import Segment


def settled(
    deck: Sequence[Segment],
    mentions: Iterable[Mention],
    notions: Collection[Key] = (),
    evidence: Collection[Evidence] = ALL,
) -> Iterator[Mention]:
    """Yield the mentions that stand once the deck is seen as a whole, in reading order.

    A name keeps one label, and is found wherever it stands once a model found it anywhere. What
    is among the `notions` is no name.
    """
    texts = [tokens(segment.text) for segment in deck]
    heard = list(mentions)
    if Evidence.CONTACTS in evidence:
        heard += addressed(deck, texts)
        heard += chain.from_iterable(map(logos, deck))
    if Evidence.BARE_ACRONYMS in evidence:
        heard += chain.from_iterable(map(acronyms, deck))
    surroundings = Surroundings(deck, texts, notions, evidence)
    if Evidence.ONE_DECISION not in evidence:
        yield from _one_by_one(surroundings, heard)
        return
    works = [mention for mention in heard if mention.label is EntityLabel.WORK]
    others = (mention for mention in heard if mention.label is not EntityLabel.WORK)
    labels = _decisions(surroundings, others, evidence)
    labels |= dict.fromkeys(_surnames(labels), EntityLabel.PERSON)
    bodies = [name for name, label in labels.items() if label is EntityLabel.ORG]
    labels |= dict.fromkeys(chain.from_iterable(map(short_names, bodies)), EntityLabel.ORG)
    yield from occurring(deck, texts, labels, works)


def occurring(
    deck: Sequence[Segment],
    texts: Sequence[Sequence[Token]],
    labels: Mapping[Key, EntityLabel],
    works: Iterable[Mention] = (),
) -> Iterator[Mention]:
    """Yield all mentions of some names; the `works` stay where they stand, and go first."""
    taken: defaultdict[Segment, list[Mention]] = defaultdict(list)
    for work in works:
        taken[work.segment].append(work)
    longest_first: defaultdict[str, list[Key]] = defaultdict(list)
    for name in sorted(labels, key=len, reverse=True):
        longest_first[name[0]].append(name)
    for segment, found in zip(deck, texts, strict=True):
        here = taken.get(segment, [])
        mentioned = [
            Mention(segment, start, end, labels[name])
            for name, start, end in _occurrences(segment.text, found, longest_first)
            if not any(start < work.end and work.start < end for work in here)
        ]
        yield from sorted({*here, *mentioned}, key=_place)


def _place(mention: Mention) -> tuple[int, int, str]:
    return mention.start, -mention.end, mention.label


def _one_by_one(surroundings: Surroundings, heard: Iterable[Mention]) -> Iterator[Mention]:
    """Yield the mentions that stand, each judged by itself; where two overlap the first does."""
    kept: defaultdict[Segment, list[Mention]] = defaultdict(list)
    for mention in heard:
        here = kept[mention.segment]
        taken = any(mention.start < other.end and other.start < mention.end for other in here)
        if not taken and not surroundings.contradicts(key(mention.text), [mention]):
            here.append(mention)
            yield mention


def entities(mentions: Iterable[Mention]) -> tuple[Entity, ...]:
    """Return the entities behind settled mentions, the most frequent first, then by name.

    A surname alone is a mention of the one person of the deck who bears it.
    """
    found = [(key(mention.text), mention) for mention in mentions]
    surnames = _surnames({name: mention.label for name, mention in found})
    by_name: defaultdict[Key, list[Mention]] = defaultdict(list)
    spellings: defaultdict[Key, Counter[str]] = defaultdict(Counter)
    for name, mention in found:
        by_name[surnames.get(name, name)].append(mention)
        spellings[name][mention.text] += 1
    gathered = (
        Entity(
            text=_usual(spellings[name]),
            label=mentioned[0].label,
            pages=tuple(sorted({mention.segment.page for mention in mentioned})),
            count=len(mentioned),
        )
        for name, mentioned in by_name.items()
    )
    return tuple(sorted(gathered, key=lambda entity: (-entity.count, entity.text)))


def _decisions(
    surroundings: Surroundings, mentions: Iterable[Mention], evidence: Collection[Evidence]
) -> dict[Key, EntityLabel]:
    by_name: defaultdict[Key, list[Mention]] = defaultdict(list)
    for mention in mentions:
        by_name[key(mention.text)].append(mention)
    labels = {
        name: decided_label(found)
        for name, found in by_name.items()
        if not surroundings.contradicts(name, found)
    }
    if Evidence.PLACES in evidence:
        labels |= dict.fromkeys(labels.keys() & world().keys(), EntityLabel.LOC)
    return surroundings.with_short_forms(labels)


def _surnames(labels: Mapping[Key, EntityLabel]) -> dict[Key, Key]:
    """Return the names that end the name of one person of the deck only, with that name.

    'Ostrom' beside 'Elinor Ostrom' is she, whatever a model takes it for; a place stays a place.
    """
    bearers: defaultdict[Key, list[Key]] = defaultdict(list)
    for name, label in labels.items():
        if label is EntityLabel.PERSON:
            for start in range(1, len(name)):
                bearers[name[start:]].append(name)
    return {
        name: bearers[name][0]
        for name, label in labels.items()
        if label is not EntityLabel.LOC and len(bearers.get(name, ())) == 1
    }


def _occurrences(
    text: str, found: Sequence[Token], names: Mapping[str, Sequence[Key]]
) -> Iterator[tuple[Key, int, int]]:
    """Yield the names in a text, by their first word, from left to right, the longest first."""
    position = 0
    while position < len(found):
        for name in names.get(found[position].folded, ()):
            run = found[position : position + len(name)]
            if name == tuple(word.folded for word in run):
                start, end = run[0].start, run[-1].end
                if has_capital(text, start, end):
                    yield name, start, end
                    position += len(name)
                    break
        else:
            position += 1


def _usual(spellings: Counter[str]) -> str:
    """Return the most frequent spelling; capitals throughout only where there is no other."""
    return min(spellings, key=lambda text: (text.isupper(), -spellings[text], text))
