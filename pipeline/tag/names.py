"""Gathers who and what an elective names, over all its decks and their languages."""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from itertools import combinations

import msgspec

from pipeline.records.index import IndexedPerson, NamedThing, Organisation, Place
from pipeline.records.programme import Person, Programme
from pipeline.records.tags import Entity, EntityLabel
from pipeline.tag.entities.places import place_named
from pipeline.tag.register import Group, Register
from pipeline.tag.spellings import plain_key, translates

#: Entities by the id of the resource that mentions them.
Mentions = Mapping[str, Sequence[Entity]]

_PREFIXES = {
    EntityLabel.PERSON: "p",
    EntityLabel.ORG: "o",
    EntityLabel.LOC: "l",
    EntityLabel.EVENT: "e",
    EntityLabel.WORK: "w",
}
#: What `ref` names; other things are named by `named_id`.
_REFERRED = frozenset({EntityLabel.PERSON, EntityLabel.ORG})
#: What has another name in another language.
_TRANSLATED = frozenset({EntityLabel.ORG, EntityLabel.LOC, EntityLabel.EVENT})


@dataclass(frozen=True)
class Names:
    """Whom and what an elective names, by id, and where each is mentioned."""

    people: tuple[IndexedPerson, ...]
    organisations: tuple[Organisation, ...]
    places: tuple[Place, ...]
    events: tuple[NamedThing, ...]
    works: tuple[NamedThing, ...]
    _ids: dict[tuple[EntityLabel, str], str] = field(repr=False)
    _known: dict[str, EntityLabel] = field(repr=False)

    def settle(self, entity: Entity) -> Entity:
        """Return the entity tied to the person or thing that it names.

        The programme knows whom and what it names better than a model that sees one page.
        """
        label = self._known.get(plain_key(entity.text), entity.label)
        id_ = self._ids.get((label, entity.text))
        referred = label in _REFERRED
        return msgspec.structs.replace(
            entity,
            label=label,
            ref=id_ if referred else None,
            named_id=None if referred else id_,
            country=_country([entity.text]) if label is EntityLabel.LOC else None,
        )

    def of(self, person: Person) -> str:
        """Return the id of a person of the programme."""
        return self._ids[EntityLabel.PERSON, person.name]


def gather_names(
    programme: Programme, mentions: Mentions, translations: Iterable[Collection[str]] = ()
) -> Names:
    """Return who and what is named, speakers and their organisations first.

    `translations` are resources that are one deck in several languages. Spellings are one name
    when they differ in case, accents, punctuation or order only, when the programme lists them as
    aliases, when one is the other with initials, one letter wrong or as its acronym, and when they
    stand at the same places of two translations.
    """
    registers = {label: Register(prefix, label) for label, prefix in _PREFIXES.items()}
    known = _expect(programme, registers)
    for resource, entities in sorted(mentions.items()):
        for entity in entities:
            registers[known.get(plain_key(entity.text), entity.label)].mention(entity, resource)
    for label, one, other in _across(mentions, translations):
        registers[label].join(registers[label].find(one), registers[label].find(other))
    for register in registers.values():
        register.join_spellings()
    groups = {label: register.identified() for label, register in registers.items()}
    return Names(
        people=tuple(map(_person, groups[EntityLabel.PERSON])),
        organisations=tuple(map(_organisation, groups[EntityLabel.ORG])),
        places=tuple(map(_place, groups[EntityLabel.LOC])),
        events=tuple(map(_thing, groups[EntityLabel.EVENT])),
        works=tuple(map(_thing, groups[EntityLabel.WORK])),
        _ids={
            (label, spelling): id_
            for label, register in registers.items()
            for spelling, id_ in register.ids().items()
        },
        _known=known,
    )


def _expect(
    programme: Programme, registers: Mapping[EntityLabel, Register]
) -> dict[str, EntityLabel]:
    """Enter whom and what the programme names; return the label of each by its plain key."""
    people, bodies = registers[EntityLabel.PERSON], registers[EntityLabel.ORG]
    known: dict[str, EntityLabel] = {}
    named: list[tuple[Person, str | None]] = [
        (person, session.id) for session in programme.sessions for person in session.speakers
    ]
    named += [(person, None) for person in programme.coordinators]
    for person, _ in named:
        if person.aliases:  # First, since an alias may stand for the same person in another place.
            people.expect(person.name, person.aliases)
    for person, session_id in named:
        group = people.expect(person.name)
        group.affiliation = group.affiliation or person.affiliation
        if session_id and session_id not in group.sessions:
            group.sessions.append(session_id)
        if person.affiliation:
            bodies.expect(person.affiliation)
            known[plain_key(person.affiliation)] = EntityLabel.ORG
    for person, _ in named:
        for name in (person.name, *person.aliases):
            known[plain_key(name)] = EntityLabel.PERSON
    return known


def _across(
    mentions: Mentions, translations: Iterable[Collection[str]]
) -> Iterator[tuple[EntityLabel, str, str]]:
    """Yield names that stand on the same pages, as often, of two translations, and alone there."""
    for group in translations:
        alone = {resource: _alone(mentions.get(resource, ())) for resource in sorted(group)}
        for one, other in combinations(alone.values(), 2):
            for place in sorted(one.keys() & other.keys()):
                if translates(one[place], other[place]):
                    yield place[0], one[place], other[place]


def _alone(entities: Sequence[Entity]) -> dict[tuple[EntityLabel, tuple[int, ...], int], str]:
    places = Counter((entity.label, entity.pages, entity.count) for entity in entities)
    return {
        place: entity.text
        for entity in entities
        for place in [(entity.label, entity.pages, entity.count)]
        if places[place] == 1 and entity.label in _TRANSLATED
    }


def _person(group: Group) -> IndexedPerson:
    return IndexedPerson(
        id=group.id,
        name=group.name,
        aliases=group.aliases,
        affiliation=group.affiliation,
        sessions=tuple(group.sessions),
        mentioned_in=tuple(sorted(group.resources)),
    )


def _organisation(group: Group) -> Organisation:
    return Organisation(
        id=group.id,
        name=group.name,
        aliases=group.aliases,
        mentioned_in=tuple(sorted(group.resources)),
    )


def _place(group: Group) -> Place:
    return Place(
        id=group.id,
        name=group.name,
        aliases=group.aliases,
        mentioned_in=tuple(sorted(group.resources)),
        country=_country(group.spellings),
    )


def _thing(group: Group) -> NamedThing:
    return NamedThing(
        id=group.id,
        name=group.name,
        aliases=group.aliases,
        mentioned_in=tuple(sorted(group.resources)),
    )


def _country(spellings: Iterable[str]) -> str | None:
    found = filter(None, map(place_named, sorted(spellings)))
    return next((place.country for place in found if place.country), None)
