"""Finds who speaks in an entry, and where they work."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence

import msgspec

from pipeline.programme.importing.affiliations import ROLE, looks_like_organisation, organisation_in
from pipeline.programme.importing.entries import vocabulary
from pipeline.programme.importing.entries.entry import Entry
from pipeline.programme.importing.entries.people import is_territory, name_score, people
from pipeline.programme.importing.entries.vocabulary import in_passing
from pipeline.programme.importing.honorifics import without_honorific
from pipeline.programme.importing.prose.frames import groups_of
from pipeline.programme.importing.prose.lexicon import Lexicon
from pipeline.programme.importing.prose.mentions import mentions
from pipeline.programme.importing.prose.names import HONORIFIC_TITLE, is_full_name
from pipeline.programme.importing.prose.sentences import sentences
from pipeline.programme.importing.splitting import split_outside
from pipeline.records.programme import Person
from pipeline.text import fold

_DEGREE = re.compile(
    r",?\s+(?:Ph\.?\s?D\.?|M\.?D\.?|MBA|MA|MSc|BSc|CBE|OBE|MBE|LLM|JD|RN|MN|SJ|OP|OFM|KC|QC)(?=$|\s*[,)])"
)
#: Fewer capitals than this before two names are a rank.
_RANK = 4
_TITLED = re.compile(HONORIFIC_TITLE)
_COMMA = re.compile(r"\s*,\s*")
#: How a sentence begins that names whoever speaks with the one before.
_BESIDE = re.compile(
    r"(?:(?:with|beside) (?:him|her|them)|avec (?:lui|elle|eux|elles)|com (?:ele|ela|eles|elas)|"
    r"(?:she|he|they)(?: is| are|'s|’s|'re| will be) joined by|"
    r"à (?:ses|leurs) côtés|ao (?:seu|lado))\b",
    re.IGNORECASE,
)


def commas_list_people(texts: Iterable[str]) -> bool:
    """Tell whether commas part people in a document, and never people from where they work."""
    tails = [part.strip() for text in texts for part in split_outside(_COMMA, text)[1:]]
    return any(map(is_full_name, tails)) and all(map(_may_be_name, tails))


def _may_be_name(text: str) -> bool:
    said = without_honorific(text)
    return " " in said and is_full_name(said) and not is_territory(said)


def speakers_of(entry: Entry, *, commas_list: bool = False) -> tuple[Person, ...]:
    """Return the people whom an entry sets apart, each where they work."""
    found: list[Person] = []
    for piece, places in entry.people:
        inside = [place for place in places if place.before == "(" and place.line == piece.line]
        text = _DEGREE.sub("", piece.text)
        if inside:
            text = f"{text} ({inside[0].text})"
        rest = [place.text for place in places if not inside or place is not inside[0]]
        found += _placed(people(text, commas_list=commas_list), rest)
    named = [msgspec.structs.replace(one, name=_turned(one.name)) for one in found]
    return tuple({fold(one.name): one for one in named}.values())


def _placed(found: Sequence[Person], places: Sequence[str]) -> list[Person]:
    """Give people the organisations that stand below or beside them."""
    listed = [part for place in places for part in re.split(r"\s*;\s*", place) if part]
    if len(found) > 1 and len(listed) == len(found):
        return [_at(one, [place]) for one, place in zip(found, listed, strict=True)]
    return [_at(one, places) for one in found]


def _at(person: Person, places: Sequence[str]) -> Person:
    if person.affiliation or not places:
        return person
    bodies = [place for place in places if not _is_role(place)] or list(places)
    known = [place for place in bodies if looks_like_organisation(place)] or bodies[-1:]
    place = known[0].strip(" ,.")
    head, comma, tail = place.partition(", ")
    if comma and not looks_like_organisation(head):
        place = tail
    known_as = organisation_in(place) if place[:1].islower() else place
    return msgspec.structs.replace(person, affiliation=known_as)


def _is_role(text: str) -> bool:
    return bool(ROLE.match(text) or vocabulary.PROFESSION.match(fold(text)))


def _turned(name: str) -> str:
    """Return «DE SANTIS Lucia» with the given name first."""
    words = without_honorific(name).split()
    if (
        len(words) > 2
        and words[0].isupper()
        and 1 < len(words[0]) < _RANK
        and not words[1].isupper()
    ):
        # «GM Artur Hakobyan» has a rank before the name.
        words = words[1:]
    capitals = [word.isupper() and len(word.strip(".")) > 1 for word in words]
    if capitals[0] and not capitals[-1] and not all(capitals):
        first = capitals.index(False)
        if not any(capitals[first:]):
            return " ".join((*words[first:], *words[:first]))
    return " ".join(words)


def mentioned_in(entry: Entry, lexicon: Lexicon) -> tuple[Person, ...]:
    """Return the people whom the text of an entry names first, in one sentence."""
    found: list[Person] = []
    for piece in (*entry.texts, *(one for one in entry.titles if _TITLED.search(one.text))):
        for sentence in sentences(piece.text):
            if (found and not _BESIDE.match(sentence)) or in_passing(sentence):
                continue
            named = [
                one for one in mentions(sentence, lexicon)
                if one.honorific or name_score(one.name, frozenset()) > 1
            ]  # fmt: skip
            together = groups_of(named, sentence)[0] if named else ()
            found += (Person(name=one.name, affiliation=one.affiliation) for one in together)
    return tuple(found)
