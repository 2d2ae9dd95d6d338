"""Finds the programme's speakers by name in the words of a deck."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Collection, Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import cache
from operator import itemgetter
from typing import NamedTuple

from pipeline.match.spelling import FUZZY_LENGTH, Likeness, Spellings
from pipeline.records.programme import Session
from pipeline.text import words

#: Words inside names that tell nobody apart.
PARTICLES = frozenset(words("al ben d da das de del della der di do dos du e el l la le van von y"))

#: How much a form of a name says, from the whole name down to the given name alone.
WHOLE, HANDLE, INITIAL, SURNAME, MONONYM, GIVEN = 1.0, 0.9, 0.8, 0.5, 0.6, 0.25
#: From here on a form of a name points at one person.
TELLING = 0.65

#: Words that may stand between the parts of a name, such as second given names.
GAP = 2


@dataclass(frozen=True)
class Name:
    """One spelling of a speaker's name: the first word and the others, without particles."""

    session: int
    person: str
    given: str
    family: tuple[str, ...]

    def alone(self, word: str) -> float:
        """Return what one word of the name says where it stands alone."""
        if self.family and word == self.family[-1]:
            return SURNAME
        if word == self.given:
            return GIVEN if self.family else MONONYM
        return 0.0

    @property
    def handles(self) -> Iterable[tuple[str, float]]:
        """Forms in one word, as in e-mail addresses and accounts, and what each says."""
        for part in self.family:
            yield self.given + part, HANDLE
            yield part + self.given, HANDLE
            if len(part) >= FUZZY_LENGTH:
                yield self.given[0] + part, TELLING


#: Where each word of a name stands in a text, and how similar it is there.
Places = dict[str, list[tuple[int, float]]]


class Found(NamedTuple):
    """A name that was found: whose, of which session, how telling it is, as the deck writes it."""

    session: int
    person: str
    strength: float
    phrase: str


def name_words(sessions: Sequence[Session]) -> set[str]:
    """Return all words of the names of a programme's speakers."""
    return {word for name in _names(sessions) for word in (name.given, *name.family)}


class SpeakerFinder:
    """Knows the speakers of a programme and finds them in a sequence of words."""

    def __init__(self, sessions: Sequence[Session], spellings: Spellings) -> None:
        self._names = list(_names(sessions))
        self._by_word: dict[str, list[tuple[int, float]]] = defaultdict(list)
        self._by_handle: dict[str, list[tuple[int, float]]] = defaultdict(list)
        for number, name in enumerate(self._names):
            for word in {name.given, *name.family}:
                self._by_word[word].append((number, name.alone(word)))
            for handle, strength in name.handles:
                self._by_handle[handle].append((number, strength))
        self._meant = cache(self._names_like)
        self._spellings = spellings

    def find(self, text: Sequence[str], *, passing: bool = False) -> list[Found]:
        """Return the best find for each session that is named, in no particular order.

        A word that belongs to somebody's whole name is no part of another's. In `passing`, neither
        misspelt names nor parts of names are looked for, which saves time on long texts.
        """
        places = self._exact(text) if passing else self._similar(text)
        best: dict[int, Found] = {}
        taken: set[int] = set()
        for found, span in self._whole(places, text):
            _keep(best, found)
            if found.strength >= TELLING:
                taken.update(span)
        if not passing:
            for found in self._parts(places, taken, text):
                _keep(best, found)
        for word in sorted(self._by_handle.keys() & text):
            for number, strength in self._by_handle[word]:
                name = self._names[number]
                _keep(best, Found(name.session, name.person, strength, word))
        return list(best.values())

    def _whole(self, places: Places, text: Sequence[str]) -> Iterator[tuple[Found, range]]:
        """Yield whole names, and names with an initial, each with the positions of its words."""
        if not places:
            return
        hits = Counter(number for word in places for number, _ in self._by_word[word])
        letters = {word for word in text if len(word) == 1}
        for number, count in hits.items():
            name = self._names[number]
            if count > 1 or name.given[0] in letters:
                for strength, span in _together(name, places, text):
                    phrase = " ".join(text[span.start : span.stop])
                    yield Found(name.session, name.person, strength, phrase), span

    def _parts(
        self, places: Places, taken: Collection[int], text: Sequence[str]
    ) -> Iterator[Found]:
        """Yield what single words say, but for those that are taken."""
        for word, spots in places.items():
            free = [spot for spot in spots if spot[0] not in taken]
            if not free:
                continue
            here, similarity = max(free, key=itemgetter(1))
            for number, alone in self._by_word[word]:
                name = self._names[number]
                yield Found(name.session, name.person, alone * similarity, text[here])

    def _exact(self, text: Sequence[str]) -> Places:
        """Return, for each word of a name, where it stands."""
        places: Places = defaultdict(list)
        if self._by_word.keys() & text:
            for position, word in enumerate(text):
                if word in self._by_word:
                    places[word].append((position, 1.0))
        return places

    def _similar(self, text: Sequence[str]) -> Places:
        """Return, for each word of a name, where it or a misspelling stands, and how similar."""
        places: Places = defaultdict(list)
        for position, word in enumerate(text):
            for name, similarity in self._meant(word):
                places[name].append((position, similarity))
        return places

    def _names_like(self, word: str) -> list[Likeness]:
        """Return the words of names for which a word may stand, with its similarity to each."""
        like = {known: near for known, near in self._spellings.like(word) if known in self._by_word}
        if word in self._by_word:
            like[word] = 1.0
        return list(like.items())


def _names(sessions: Sequence[Session]) -> Iterable[Name]:
    for number, session in enumerate(sessions):
        for person in session.speakers:
            for spelling in (person.name, *person.aliases):
                parts = [word for word in words(spelling) if word not in PARTICLES]
                if parts:
                    yield Name(number, person.name, parts[0], tuple(parts[1:]))


def _keep(best: dict[int, Found], found: Found) -> None:
    known = best.get(found.session)
    if found.strength > (known.strength if known else 0.0):
        best[found.session] = found


def _together(name: Name, places: Places, text: Sequence[str]) -> Iterator[tuple[float, range]]:
    """Yield where a part of the family name stands beside the given name or its initial."""
    for here, here_similarity in (spot for part in name.family for spot in places.get(part, ())):
        for there, there_similarity in places.get(name.given, ()):
            if 0 < abs(here - there) <= len(name.family) + GAP:
                yield WHOLE * here_similarity * there_similarity, _span(here, there)
        for there in (*range(max(here - GAP, 0), here), here + 1):
            if there < len(text) and text[there] == name.given[0]:
                yield INITIAL * here_similarity, _span(here, there)


def _span(one: int, other: int) -> range:
    """Return all positions from one to the other, in whatever order."""
    return range(min(one, other), max(one, other) + 1)
