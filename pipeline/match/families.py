"""Gathers the files of one deck, in all its languages and versions, into a family."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from pipeline.match.components import components
from pipeline.match.deck import DeckView
from pipeline.match.recall import Recall, anew
from pipeline.match.relations import related
from pipeline.match.versions import newest_first, original_first, same_text, why_newer
from pipeline.records.decisions import Decision, Decisions
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


def families(
    decks: Sequence[DeckView], decisions: Decisions, recall: Recall[list[bool]] = anew
) -> list[Family]:
    """Return every deck in exactly one family, in the order of their first paths.

    Decks that a person put in different sessions are never one; a deck and the one that it
    supersedes by a person's word always are. `recall` is that of `related`.
    """
    ordered = sorted(decks, key=lambda deck: deck.path)
    said = [decisions.get(deck.sha256) for deck in ordered]
    return [
        _family([ordered[number] for number in group], decisions)
        for group in components(len(ordered), _pairs(ordered, said, recall))
    ]


def _pairs(
    decks: Sequence[DeckView], said: Sequence[Decision | None], recall: Recall[list[bool]]
) -> Iterator[tuple[int, int]]:
    """Yield the decks that belong together, by their content or by a person's word."""
    for one, other in related(decks, recall=recall):
        sessions = {item.session for item in (said[one], said[other]) if item and item.session}
        if len(sessions) <= 1:
            yield one, other
    position = {deck.path: number for number, deck in enumerate(decks)}
    for number, decision in enumerate(said):
        if decision and decision.supersedes in position:
            yield number, position[decision.supersedes]


def _family(decks: Sequence[DeckView], decisions: Decisions) -> Family:
    by_language: dict[str, list[DeckView]] = defaultdict(list)
    for deck in decks:
        by_language[deck.language].append(deck)
    name = f"t-{min(deck.sha256 for deck in decks)[:12]}" if len(by_language) > 1 else None
    members = [member for same in by_language.values() for member in _ranked(same, decisions)]
    return Family(members=tuple(members), id=name)


def _ranked(decks: Sequence[DeckView], decisions: Decisions) -> Iterator[Member]:
    """Yield the versions of one deck in one language with their roles."""
    said = {deck.path: decisions[deck.sha256] for deck in decks if deck.sha256 in decisions}
    superseded = {decision.supersedes for decision in said.values()}
    texts = [[decks[number] for number in group] for group in _same_texts(decks)]
    originals = [original_first(group) for group in texts]
    versions = newest_first([group[0] for group in originals])
    versions.sort(key=lambda deck: deck.path in superseded)
    current, *older = versions
    yield Member(current)
    for deck in older:
        decided = deck.path in superseded
        why = "a person decided so" if decided else why_newer(current, deck)
        yield Member(deck, Role.SUPERSEDED, current.path, why)
    for original, *copies in originals:
        for deck in copies:
            yield Member(deck, Role.DUPLICATE, original.path, "the text is the same")


def _same_texts(decks: Sequence[DeckView]) -> list[list[int]]:
    """Return the positions of decks that hold the same text as the first of their group."""
    lengths = Counter(deck.pages for deck in decks)
    pages = [deck.page_words if lengths[deck.pages] > 1 else () for deck in decks]
    texts: list[list[int]] = []
    for number, own in enumerate(pages):
        same = next((group for group in texts if same_text(pages[group[0]], own)), None)
        if same is None:
            texts.append([number])
        else:
            same.append(number)
    return texts
