"""Gathers the spellings of the people or things of one kind that an elective names."""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from itertools import combinations

from pipeline.programme.ids import distinct
from pipeline.records.tags import Entity, EntityLabel
from pipeline.tag.spellings import (
    in_order,
    misspells_person,
    plain_key,
    shortens_person,
    spelling_key,
    stands_for,
    translates,
)
from pipeline.text import slug

#: A letter alone, as in 'Fraser, N'.
_INITIAL = re.compile(r"(?<!\w)[^\W\d_](?!\w|['’])")


@dataclass
class Group:
    """One person or thing while its spellings are gathered."""

    name: str
    known: bool = False
    spellings: Counter[str] = field(default_factory=Counter)
    resources: set[str] = field(default_factory=set)
    affiliation: str | None = None
    sessions: list[str] = field(default_factory=list)
    id: str = ""
    joined_to: Group | None = None

    @property
    def ranked(self) -> list[str]:
        """The spellings, most frequent first; acronyms, capitals and initials come last."""
        return sorted(
            self.spellings,
            key=lambda text: (
                text.isupper(),
                bool(_INITIAL.search(text)),
                -self.spellings[text],
                text,
            ),
        )

    @property
    def aliases(self) -> tuple[str, ...]:
        """The other spellings, most frequent first."""
        return tuple(text for text in self.ranked if text != self.name)


class Register:
    """Groups of one kind; ids begin with the prefix."""

    def __init__(self, prefix: str, label: EntityLabel) -> None:
        self._prefix = prefix
        self._label = label
        self._by_key: dict[str, Group] = {}
        self._groups: list[Group] = []
        self._keys: dict[str, str] = {}

    def expect(self, name: str, aliases: Iterable[str] = ()) -> Group:
        """Return the group of a name that the programme gives, with its other spellings."""
        group = self.find(name)
        group.known = True
        for spelling in (name, *aliases):
            group.spellings[spelling] += 0
            self._by_key.setdefault(self._key(spelling), group)
        return group

    def mention(self, entity: Entity, resource: str) -> None:
        """Note that a resource mentions a name."""
        if self._key(entity.text):
            group = self.find(entity.text)
            group.spellings[entity.text] += entity.count
            group.resources.add(resource)

    def find(self, name: str) -> Group:
        """Return the group of a spelling, a new one where there is none."""
        key = self._key(name)
        if key not in self._by_key:
            self._by_key[key] = Group(name=name)
            self._groups.append(self._by_key[key])
        return _standing(self._by_key[key])

    def join(self, one: Group, other: Group) -> None:
        """Make two groups one, unless the programme knows them as two."""
        if one is other or (one.known and other.known):
            return
        keep, drop = (other, one) if _weight(other) > _weight(one) else (one, other)
        keep.spellings.update(drop.spellings)
        keep.resources |= drop.resources
        drop.joined_to = keep

    def join_spellings(self) -> None:
        """Join what is one by its form: initials, misspellings, acronyms.

        What may be short for several is joined with none.
        """
        finders = {EntityLabel.PERSON: _people, EntityLabel.ORG: _bodies}
        find = finders.get(self._label)
        for one, others in find(self._standing()) if find else ():
            standing = {id(group): group for group in map(_standing, others)}
            if len(standing) == 1:
                self.join(_standing(one), *standing.values())

    def identified(self) -> list[Group]:
        """Give every group an id; those of the programme stand first, the others by name."""
        groups = self._standing()
        for group in groups:
            group.name = group.name if group.known else group.ranked[0]
        order = sorted(groups, key=lambda group: (plain_key(group.name), group.name))
        order.sort(key=lambda group: not group.known)
        stems = [f"{self._prefix}-{slug(group.name) or 'unnamed'}" for group in order]
        for group, id_ in zip(order, distinct((stem, False) for stem in stems), strict=True):
            group.id = id_
        return order

    def ids(self) -> dict[str, str]:
        """Return the id of the group that each spelling names, once they are identified."""
        spellings = (spelling for group in self._standing() for spelling in group.spellings)
        return {spelling: self.find(spelling).id for spelling in spellings}

    def _standing(self) -> list[Group]:
        return [group for group in self._groups if group.joined_to is None]

    def _key(self, name: str) -> str:
        key = self._keys.get(name)
        if key is None:
            key = self._keys[name] = spelling_key(name, self._label)
        return key


def _standing(group: Group) -> Group:
    while group.joined_to:
        group = group.joined_to
    return group


def _weight(group: Group) -> tuple[bool, int, int, str]:
    """Order groups by which gives two of them its name: the fuller one, the usual one."""
    name = group.ranked[0]
    return group.known, len(plain_key(name)), group.spellings.total(), name


def _people(groups: Sequence[Group]) -> Iterator[tuple[Group, list[Group]]]:
    """Yield each person with those whom the name is short for, or misspells; the fullest first."""
    named = [(group, in_order(group.ranked[0])) for group in groups]
    named.sort(key=lambda each: (-sum(map(len, each[1])), each[1]))
    sharing: defaultdict[str, list[tuple[Group, list[str]]]] = defaultdict(list)
    for group, name in named:
        for word in dict.fromkeys(name):
            sharing[word].append((group, name))
    for group, name in named:
        near = [each for word in dict.fromkeys((name[0], name[-1])) for each in sharing[word]]
        fuller = [other for other, its in near if shortens_person(name, its)]
        yield group, fuller or [other for other, its in near if misspells_person(name, its)]


def _bodies(groups: Sequence[Group]) -> Iterator[tuple[Group, list[Group]]]:
    """Yield each name with each acronym of it, where a deck has both.

    An acronym that stands for names of several bodies is none's; those of one are translations.
    """
    by_resource: defaultdict[str, list[Group]] = defaultdict(list)
    for group in groups:
        for resource in group.resources:
            by_resource[resource].append(group)
    for short in groups:
        acronyms = [text for text in short.spellings if text.isupper()]
        if not acronyms:
            continue
        near = {id(g): g for resource in sorted(short.resources) for g in by_resource[resource]}
        fulls = [
            full
            for full in near.values()
            if full is not short
            and any(stands_for(text, name) for text in acronyms for name in full.spellings)
        ]
        pairs = combinations((full.ranked[0] for full in fulls), 2)
        if all(translates(one, other, very=True) for one, other in pairs):
            yield from ((full, [short]) for full in fulls)
