"""Says when two spellings, in the decks of one elective, may be of one person or thing."""

from __future__ import annotations

import re
from collections.abc import Sequence

from rapidfuzz import fuzz
from rapidfuzz.distance import Levenshtein

from pipeline.records.tags import EntityLabel
from pipeline.tag.entities.bodies import kind_of_body
from pipeline.tag.entities.lexicon import FUNCTION_WORDS
from pipeline.tag.entities.places import place_named
from pipeline.text import fold, words

_ACRONYM = re.compile(r"^[A-ZÀ-Þ][A-ZÀ-Þ&-]{1,9}$")
_PARTS = re.compile(r"[^\W_]+")

#: A word of so many letters may be misspelt by one of them; shorter ones are other names.
_LONG = 6
#: So alike, in percent, are at least a name and its form in another language: 'Lisbonne' and
#: 'Lisboa'. Where all that two names share is an acronym they must be more so.
_ALIKE = 50
_VERY_ALIKE = 65


def plain_key(name: str) -> str:
    """Return what spellings share that differ in case, accents, punctuation or order only."""
    return " ".join(sorted(words(name)))


def spelling_key(name: str, label: EntityLabel) -> str:
    """Return what spellings of one thing of a kind share, '' for a name without words.

    Places of the world have one in every language; the word for what a body is counts as one:
    'Universidade de Coimbra', 'University of Coimbra'.
    """
    if label is EntityLabel.PERSON:
        return plain_key(name)
    if label is EntityLabel.LOC and (place := place_named(name)):
        return f"place {place.id}"
    found = words(name)
    content = [word for word in found if word not in FUNCTION_WORDS] or found
    if label is EntityLabel.ORG:
        content = [kind_of_body(word) or word for word in content]
    return " ".join(sorted(content))


def in_order(name: str) -> list[str]:
    """Return the folded words of a person's name, the surname last: 'Fraser, N.' is turned."""
    surname, comma, given = name.partition(", ")
    return [*words(given), *words(surname)] if comma else words(name)


def shortens_person(short: Sequence[str], full: Sequence[str]) -> bool:
    """Tell whether words may name the same person with less: initials, or the surname alone."""
    if not short or sum(map(len, short)) >= sum(map(len, full)):
        return False
    if list(short) == list(full[-len(short) :]):
        return len("".join(short)) >= _LONG or len(short) > 1
    if len(short) < 2 or short[-1] != full[-1]:
        return False
    given = iter(full[:-1])
    return all(
        any(word == name or (len(word) == 1 and name.startswith(word)) for name in given)
        for word in short[:-1]
    )


def misspells_person(one: Sequence[str], other: Sequence[str]) -> bool:
    """Tell whether two names differ by one letter of one long word: 'Captal' and 'Chaptal'."""
    if len(one) != len(other) or len(one) < 2:
        return False
    differing = [(a, b) for a, b in zip(one, other, strict=True) if a != b]
    if len(differing) != 1:
        return False
    ((a, b),) = differing
    return min(len(a), len(b)) >= _LONG and Levenshtein.distance(a, b, score_cutoff=1) == 1


def stands_for(acronym: str, name: str) -> bool:
    """Tell whether an acronym is made of the initials of a name, acronyms in it taken whole."""
    if not _ACRONYM.match(acronym):
        return False
    letters = fold(acronym).replace("&", "").replace("-", "")
    content = [part for part in _PARTS.findall(name) if fold(part) not in FUNCTION_WORDS]
    initials = "".join(fold(p) if p.isupper() and len(p) > 1 else fold(p)[0] for p in content)
    return len(content) > 1 and letters == initials


def translates(one: str, other: str, *, very: bool = False) -> bool:
    """Tell whether names at the same places of two translations may be of one thing."""
    if _ACRONYM.match(one) and _ACRONYM.match(other):
        return len(one) == len(other)
    return fuzz.ratio(fold(one), fold(other)) >= (_VERY_ALIKE if very else _ALIKE)
