"""Finds the programme's speakers by name in the words of a deck."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import NamedTuple

from pipeline.match.spelling import FUZZY_LENGTH, Spellings
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
        self._by_word: dict[str, list[int]] = defaultdict(list)
        self._by_handle: dict[str, list[tuple[int, float]]] = defaultdict(list)
        for number, name in enumerate(self._names):
            for word in {name.given, *name.family}:
                self._by_word[word].append(number)
            for handle, strength in name.handles:
                self._by_handle[handle].append((number, strength))
        self._spellings = spellings

    def find(self, text: Sequence[str], *, passing: bool = False) -> list[Found]:
        """Return the best find for each session that is named, in no particular order.

        In `passing`, neither misspelt names nor parts of names that tell nobody are looked for,
        which saves time on long texts.
        """
        places = self._exact(text) if passing else self._similar(text)
        hits = Counter(number for word in places for number in self._by_word[word])
        letters = {word for word in text if len(word) == 1} if hits else set()
        best: dict[int, Found] = {}
        for number, count in hits.items():
            name = self._names[number]
            if count > 1 or name.given[0] in letters:
                _keep(best, _whole_or_part(name, places, text))
            elif not passing:
                _keep(best, _part(name, places, text))
        for word in dict.fromkeys(text):
            for number, strength in self._by_handle.get(word, ()):
                name = self._names[number]
                _keep(best, Found(name.session, name.person, strength, word))
        return list(best.values())

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
            if word in self._by_word:
                places[word].append((position, 1.0))
                continue
            for known, similarity in self._spellings.like(word):
                if known in self._by_word:
                    places[known].append((position, similarity))
        return places


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


def _whole_or_part(name: Name, places: Places, text: Sequence[str]) -> Found:
    given = places.get(name.given, [])
    family = [place for part in name.family for place in places.get(part, [])]
    options = []
    for here, here_similarity in family:
        for there, there_similarity in given:
            if 0 < abs(here - there) <= len(name.family) + GAP:
                strength = WHOLE * here_similarity * there_similarity
                first, final = sorted((here, there))
                phrase = " ".join(text[first : final + 1])
                options.append(Found(name.session, name.person, strength, phrase))
        before, after = text[max(here - GAP, 0) : here], text[here + 1 : here + 2]
        if name.given[0] in [*before, *after]:
            phrase = f"{name.given[0]} {text[here]}"
            options.append(Found(name.session, name.person, INITIAL * here_similarity, phrase))
    return max([_part(name, places, text), *options], key=lambda found: found.strength)


def _part(name: Name, places: Places, text: Sequence[str]) -> Found:
    """Return what the last name says, or the first, where it stands alone."""
    last = places.get(name.family[-1], ()) if name.family else ()
    best, where = 0.0, None
    for strength, found in (
        (SURNAME, last),
        (GIVEN if name.family else MONONYM, places.get(name.given, ())),
    ):
        for here, similarity in found:
            if strength * similarity > best:
                best, where = strength * similarity, here
    return Found(name.session, name.person, best, "" if where is None else text[where])
