"""Gathers the people and organisations that an elective names, over all its decks."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field

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

    def ref(self, entity: Entity) -> str | None:
        """Return the id of the person or organisation that the entity names."""
        return self._refs.get((entity.label, entity.text))

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
    def aliases(self) -> tuple[str, ...]:
        """The other spellings, most frequent first."""
        ranked = sorted(self.spellings.items(), key=lambda item: (-item[1], item[0]))
        return tuple(text for text, _ in ranked if text != self.name)


class _Register:
    """Groups of one kind; spellings that differ in case, accents or order are one group."""

    def __init__(self, prefix: str) -> None:
        self._prefix = prefix
        self._by_key: dict[str, _Group] = {}
        self._groups: list[_Group] = []

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
        order = sorted(self._groups, key=lambda group: (_key(group.name), group.name))
        order.sort(key=lambda group: not group.known)
        taken: Counter[str] = Counter()
        for group in order:
            stem = f"{self._prefix}-{slug(group.name) or 'unnamed'}"
            taken[stem] += 1
            group.id = stem if taken[stem] == 1 else f"{stem}-{taken[stem]}"
        return order

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
    for resource, entities in sorted(mentions.items()):
        for entity in entities:
            if entity.label is EntityLabel.PERSON:
                people.mention(entity, resource)
            elif entity.label is EntityLabel.ORG:
                organisations.mention(entity, resource)
    persons, bodies = people.identified(), organisations.identified()
    return Names(
        people=tuple(map(_person, persons)),
        organisations=tuple(map(_organisation, bodies)),
        _refs={
            (label, spelling): group.id
            for label, groups in ((EntityLabel.PERSON, persons), (EntityLabel.ORG, bodies))
            for group in groups
            for spelling in group.spellings
        },
    )


def _expected(programme: Programme) -> tuple[_Register, _Register]:
    people, organisations = _Register("p"), _Register("o")
    speakers = [
        (person, session.id) for session in programme.sessions for person in session.speakers
    ]
    for person, session_id in [*speakers, *((person, None) for person in programme.coordinators)]:
        group = people.expect(person.name, person.aliases)
        group.affiliation = group.affiliation or person.affiliation
        if session_id:
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
