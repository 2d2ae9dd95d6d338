"""What an elective says of the names in its decks: its programme, and translations of one deck."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Collection, Iterable, Mapping, Sequence
from typing import NamedTuple

from pipeline.records.programme import Programme, variants
from pipeline.records.tags import Entity, EntityLabel
from pipeline.tag.entities.bodies import short_names
from pipeline.tag.entities.gathering import entities, occurring
from pipeline.tag.entities.mentions import Key, Mention, key, tokens
from pipeline.tag.entities.segments import Segment

Labels = Mapping[Key, EntityLabel]

#: A name of fewer letters, such as an acronym, may mean something else in another language.
_TELLING = 4


class DeckNames(NamedTuple):
    """The texts of a deck and the entities that were found in them."""

    texts: Sequence[Segment]
    entities: Sequence[Entity]


def programme_names(programme: Programme) -> dict[Key, EntityLabel]:
    """Return the people, bodies and the event that a programme names."""
    people = [person for session in programme.sessions for person in session.speakers]
    people += programme.coordinators
    bodies = {key(person.affiliation) for person in people if person.affiliation}
    shorter = {short for name in bodies for short in short_names(name)}
    spellings = {key(name) for person in people for name in (person.name, *person.aliases)}
    events = {name for name in map(key, variants(programme.event)) if len(name) > 1}
    return {
        **dict.fromkeys(sorted(bodies | shorter), EntityLabel.ORG),
        **dict.fromkeys(sorted(events), EntityLabel.EVENT),
        **dict.fromkeys(sorted(name for name in spellings if len(name) > 1), EntityLabel.PERSON),
    }


def voted(translations: Sequence[tuple[Sequence[Segment], Labels]]) -> dict[Key, EntityLabel]:
    """Return the labels on which the translations of one deck, texts and labels, agree.

    A name stays as it is where all else is translated: what stands in several translations, and
    is a name in half of them, is one in all. Where they differ about what it names most decide.
    """
    if len(translations) == 1:
        return {}
    votes: defaultdict[Key, Counter[EntityLabel]] = defaultdict(Counter)
    for _, labels in translations:
        for name, label in labels.items():
            if label is not EntityLabel.WORK and sum(map(len, name)) >= _TELLING:
                votes[name][label] += 1
    standing = Counter(name for texts, _ in translations for name in _standing_in(texts, votes))
    return {
        name: max(EntityLabel, key=lambda label: votes[name][label])
        for name in votes
        if 1 < standing[name] <= 2 * votes[name].total()
    }


def compared(translations: Sequence[DeckNames], programme: Labels) -> list[tuple[Entity, ...]]:
    """Return the entities of each translation of a deck, heard the others and the programme."""
    labels = ({key(each.text): each.label for each in deck.entities} for deck in translations)
    known = voted([(deck.texts, own) for deck, own in zip(translations, labels, strict=True)])
    # A programme may name thousands, of whom a deck names few.
    texts = {segment.text for deck in translations for segment in deck.texts}
    words = {word.folded for text in texts for word in tokens(text)}
    expected = {name: label for name, label in programme.items() if words.issuperset(name)}
    return [_revised(deck, {**known, **expected}) for deck in translations]


def revised_mentions(
    mentions: Sequence[Mention], texts: Sequence[Segment], known: Labels
) -> list[Mention]:
    """Return the mentions of a deck once other names, or other labels of its own, are known."""
    works = [mention for mention in mentions if mention.label is EntityLabel.WORK]
    labels = {
        key(mention.text): mention.label
        for mention in mentions
        if mention.label is not EntityLabel.WORK
    }
    return list(_occurring(texts, {**labels, **known}, works))


def _revised(deck: DeckNames, known: Labels) -> tuple[Entity, ...]:
    """Return what is left of the entities, and what was not found before.

    Those of which nothing new is known stay as they are: with them a surname alone was counted.
    """
    before = {key(entity.text): entity for entity in deck.entities}
    if not _standing_in(deck.texts, known):
        return tuple(deck.entities)
    works = {name for name, entity in before.items() if entity.label is EntityLabel.WORK}
    labels = {name: entity.label for name, entity in before.items() if name not in works}
    fresh = {key(e.text): e for e in entities(_occurring(deck.texts, {**labels, **known}))}
    kept = [
        entity if name in known or name not in before else before[name]
        for name, entity in fresh.items()
    ]
    kept += [before[name] for name in sorted(works - fresh.keys())]
    return tuple(sorted(kept, key=lambda entity: (-entity.count, entity.text)))


def _standing_in(texts: Sequence[Segment], names: Collection[Key]) -> set[Key]:
    """Return which of the names stand in the texts with a capital."""
    found = _occurring(texts, dict.fromkeys(names, EntityLabel.ORG))
    return {key(mention.text) for mention in found}


def _occurring(
    texts: Sequence[Segment], labels: Labels, works: Iterable[Mention] = ()
) -> Iterable[Mention]:
    return occurring(texts, [tokens(segment.text) for segment in texts], labels, works)
