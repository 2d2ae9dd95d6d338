"""Gathers the people and organisations that an elective names, over all its decks."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field

import msgspec

from pipeline.programme.ids import distinct
from pipeline.records.index import IndexedPerson, Organisation
from pipeline.records.programme import Person, Programme
from pipeline.records.tags import Entity, EntityLabel
from pipeline.text import slug, words

#: Entities by the id of the resource that mentions them.
Mentions = Mapping[str, Sequence[Entity]]


@dataclass(frozen=True)
class Names:
    """The people and organisations of an elective, by id, and where each is mentioned."""

    people: tuple[IndexedPerson, ...]
    organisations: tuple[Organisation, ...]
    _refs: dict[tuple[EntityLabel, str], str] = field(repr=False)
    _known: dict[str, EntityLabel] = field(repr=False)

    def settle(self, entity: Entity) -> Entity:
        """Return the entity tied to the person or organisation that it names, if to any.

        The programme knows whom and what it names better than a model that sees one page.
        """
        label = self._known.get(_key(entity.text), entity.label)
        return msgspec.structs.replace(
            entity, label=label, ref=self._refs.get((label, entity.text))
        )

    def of(self, person: Person) -> str:
        """Return the id of a person of the programme."""
        return self._refs[EntityLabel.PERSON, person.name]


@dataclass
class _Group:
    """One person or organisation while its spellings are gathered."""

    name: str
    known: bool = False
    spellings: Counter[str] = field(default_factory=Counter)
    resources: set[str] = field(default_factory=set)
    affiliation: str | None = None
    sessions: list[str] = field(default_factory=list)
    id: str = ""

    @property
    def ranked(self) -> list[str]:
        """The spellings, most frequent first."""
        return sorted(self.spellings, key=lambda text: (-self.spellings[text], text))

    @property
    def aliases(self) -> tuple[str, ...]:
        """The other spellings, most frequent first."""
        return tuple(text for text in self.ranked if text != self.name)


class _Register:
    """Groups of one kind; spellings that differ in case, accents or order are one group."""

    def __init__(self, prefix: str) -> None:
        self._prefix = prefix
        self._by_key: dict[str, _Group] = {}
        self._groups: list[_Group] = []

    @property
    def keys(self) -> list[str]:
        """The keys of all names so far."""
        return list(self._by_key)

    def expect(self, name: str, aliases: Iterable[str] = ()) -> _Group:
        """Return the group of a name that the programme gives, with its other spellings."""
        group = self._find(name)
        group.known = True
        for spelling in (name, *aliases):
            group.spellings[spelling] += 0
            self._by_key.setdefault(_key(spelling), group)
        return group

    def mention(self, entity: Entity, resource: str) -> None:
        """Note that a resource mentions a name."""
        if _key(entity.text):
            group = self._find(entity.text)
            group.spellings[entity.text] += entity.count
            group.resources.add(resource)

    def identified(self) -> list[_Group]:
        """Give every group an id; those of the programme stand first, the others by name."""
        for group in self._groups:
            group.name = group.name if group.known else group.ranked[0]
        order = sorted(self._groups, key=lambda group: (_key(group.name), group.name))
        order.sort(key=lambda group: not group.known)
        stems = [f"{self._prefix}-{slug(group.name) or 'unnamed'}" for group in order]
        for group, id_ in zip(order, distinct((stem, False) for stem in stems), strict=True):
            group.id = id_
        return order

    def ids(self) -> dict[str, str]:
        """Return the id of the group that each spelling names, once they are identified."""
        spellings = (spelling for group in self._groups for spelling in group.spellings)
        return {spelling: self._by_key[_key(spelling)].id for spelling in spellings}

    def _find(self, name: str) -> _Group:
        key = _key(name)
        if key not in self._by_key:
            self._by_key[key] = _Group(name=name)
            self._groups.append(self._by_key[key])
        return self._by_key[key]


def gather_names(programme: Programme, mentions: Mentions) -> Names:
    """Return who and what is named, speakers and their organisations first.

    Spellings are one name when they differ in case, accents, punctuation or order only, and when
    the programme lists them as aliases.
    """
    people, organisations = _expected(programme)
    known = {
        **dict.fromkeys(organisations.keys, EntityLabel.ORG),
        **dict.fromkeys(people.keys, EntityLabel.PERSON),
    }
    for resource, entities in sorted(mentions.items()):
        for entity in entities:
            label = known.get(_key(entity.text), entity.label)
            if label is EntityLabel.PERSON:
                people.mention(entity, resource)
            elif label is EntityLabel.ORG:
                organisations.mention(entity, resource)
    return Names(
        people=tuple(map(_person, people.identified())),
        organisations=tuple(map(_organisation, organisations.identified())),
        _refs={
            (label, spelling): id_
            for label, register in (
                (EntityLabel.PERSON, people),
                (EntityLabel.ORG, organisations),
            )
            for spelling, id_ in register.ids().items()
        },
        _known=known,
    )


def _expected(programme: Programme) -> tuple[_Register, _Register]:
    people, organisations = _Register("p"), _Register("o")
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
            organisations.expect(person.affiliation)
    return people, organisations


def _key(name: str) -> str:
    return " ".join(sorted(words(name)))


def _person(group: _Group) -> IndexedPerson:
    return IndexedPerson(
        id=group.id,
        name=group.name,
        aliases=group.aliases,
        affiliation=group.affiliation,
        sessions=tuple(group.sessions),
        mentioned_in=tuple(sorted(group.resources)),
    )


def _organisation(group: _Group) -> Organisation:
    return Organisation(
        id=group.id,
        name=group.name,
        aliases=group.aliases,
        mentioned_in=tuple(sorted(group.resources)),
    )
