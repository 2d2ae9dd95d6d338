"""Gathers the files of one deck, in all its languages and versions, into a family."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from pipeline.match.deck import DeckView
from pipeline.match.relations import related
from pipeline.match.versions import newest_first, original_first, same_text, why_newer
from pipeline.records.matches import Role


@dataclass(frozen=True)
class Member:
    """A deck in its family; `pointer` is the path of the deck that stands in its place."""

    deck: DeckView
    role: Role = Role.CURRENT
    pointer: str | None = None
    reason: str = ""


@dataclass(frozen=True)
class Family:
    """One deck in its languages and versions; `id` names the translations, if there are any."""

    members: tuple[Member, ...]
    id: str | None

    @property
    def current(self) -> list[Member]:
        """The members that stand for the family, one a language."""
        return [member for member in self.members if member.role is Role.CURRENT]


def families(decks: Sequence[DeckView]) -> list[Family]:
    """Return every deck in exactly one family, in the order of their first paths."""
    ordered = sorted(decks, key=lambda deck: deck.path)
    return [_family([ordered[number] for number in group]) for group in _groups(ordered)]


def _groups(decks: Sequence[DeckView]) -> list[list[int]]:
    """Return the connected components of the relation, each ascending, by first member."""
    leader = list(range(len(decks)))

    def root(number: int) -> int:
        while leader[number] != number:
            number = leader[number]
        return number

    for one, other in related(decks):
        low, high = sorted((root(one), root(other)))
        leader[high] = low
    groups: dict[int, list[int]] = defaultdict(list)
    for number in range(len(decks)):
        groups[root(number)].append(number)
    return list(groups.values())


def _family(decks: Sequence[DeckView]) -> Family:
    by_language: dict[str, list[DeckView]] = defaultdict(list)
    for deck in decks:
        by_language[deck.language].append(deck)
    name = f"t-{min(deck.sha256 for deck in decks)[:12]}" if len(by_language) > 1 else None
    members = [member for same in by_language.values() for member in _ranked(same)]
    return Family(members=tuple(members), id=name)


def _ranked(decks: Sequence[DeckView]) -> Iterator[Member]:
    """Yield the versions of one deck in one language with their roles."""
    texts: list[list[DeckView]] = []
    for deck in decks:
        same = next((group for group in texts if same_text(group[0], deck)), None)
        if same is None:
            texts.append([deck])
        else:
            same.append(deck)
    originals = [original_first(group) for group in texts]
    current, *older = newest_first([group[0] for group in originals])
    yield Member(current)
    for deck in older:
        yield Member(deck, Role.SUPERSEDED, current.path, why_newer(current, deck))
    for original, *copies in originals:
        for deck in copies:
            yield Member(deck, Role.DUPLICATE, original.path, "the text is the same")
