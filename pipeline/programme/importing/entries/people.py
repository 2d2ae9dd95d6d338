"""Tells how likely a piece is to name people, by how their names are written."""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import cache

from babel import Locale

from pipeline.programme.importing.affiliations import ROLE, UPPER, looks_like_organisation
from pipeline.programme.importing.entries.vocabulary import (
    NO_NAME,
    PLACE,
    PROFESSION,
    SECTION,
    STREET,
)
from pipeline.programme.importing.honorifics import HONORIFICS, SMALL_HONORIFICS
from pipeline.programme.importing.languages import WRITTEN
from pipeline.programme.importing.people import listed_people
from pipeline.programme.importing.prose.names import NAME
from pipeline.records.programme import Person
from pipeline.text import fold

_TITLED = re.compile(rf"(?:{HONORIFICS})\s+(?=\S)")
_NAME = re.compile(rf"{NAME}$")
_SMALL_TITLED = re.compile(rf"(?:{SMALL_HONORIFICS}\s+)+(?=[{UPPER}])")
#: No more words than this are in a name.
_LONGEST = 6
#: An abbreviation has no more letters than this.
_ABBREVIATED = 3


@cache
def _territories() -> frozenset[str]:
    return frozenset(
        fold(name) for locale in WRITTEN for name in Locale(locale).territories.values()
    )


def is_territory(text: str) -> bool:
    """Tell whether a text is the name of a country."""
    return fold(text).strip(" .") in _territories()


def people(text: str, *, commas_list: bool = False) -> tuple[Person, ...]:
    """Return the people that a piece would name; it must name nothing else to be right.

    With `commas_list` what follows a comma is another person, else where the first works.
    """
    said = text.strip(" .;,")
    # «Clodoaldo Gazzetta Jr.» ends with its full stop.
    return listed_people(
        text.strip(" ;,") if said.endswith(("Jr", "Sr")) else said, commas_list=commas_list
    )


def could_be_people(text: str) -> bool:
    """Tell whether a text may be of people, by its shape alone."""
    return person_score(text, frozenset()) > 0


def person_score(text: str, ordinary: frozenset[str]) -> float:
    """Return how much speaks for people: above 0 for likely, -9 for none.

    `ordinary` are words, folded, that the document writes small elsewhere.
    """
    said = text.strip(" .;,")
    begins_small = said[:1].islower() and not _SMALL_TITLED.match(said)
    if not said or begins_small or len(said.split()) > 45:
        return -9.0
    found = people(said)
    if not found or STREET.search(fold(said)):
        return -9.0
    scores = [name_score(one.name, ordinary) for one in found]
    titled = len(_TITLED.findall(said))
    placed = any(one.affiliation for one in found)
    return min(scores) + (2.0 if titled else 0.0) + (0.5 if placed and min(scores) > 0 else 0.0)


def name_score(name: str, ordinary: frozenset[str]) -> float:
    """Return how much speaks for a name to be a person's: 2 at best without more."""
    parts = re.split(r"[\s]+", name)
    if len(parts) > _LONGEST + 1 or not _NAME.match(name.rstrip(".")):
        return -9.0
    plain = [fold(part).strip(".") for part in parts]
    words = [word for word, part in zip(plain, parts, strict=True) if part[:1].isupper()]
    score = 2.0 if 2 <= len(parts) <= 4 else 1.2 if len(parts) > 4 else -4.0
    # «Gwendal Le Quellec» has a particle with a capital.
    inner = [word for word in words[1:] if word not in {"le", "la", "les", "de", "du", "des"}]
    score -= 2.5 * sum(word in NO_NAME for word in (*words[:1], *inner))
    score -= 1.5 * sum(word in ordinary for word in words)
    if looks_like_organisation(name) and " " in name:
        score -= 4.0
    if ROLE.match(name) or ROLE.fullmatch(parts[-1]) or PROFESSION.match(fold(name)):
        score -= 4.0
    if _is_part(fold(name)) or any(len(word) == 1 for word in words[-1:]):
        score -= 3.0
    if is_territory(name):
        score -= 3.0
    if len(parts) > 1 and parts[-1].isupper() and len(parts[-1]) > 2 and not parts[0].isupper():
        score += 1.0
    if name.isupper() and (len(parts) == 1 or _is_letters(parts)):
        score -= 2.0 * len(parts)
    return score


def _is_letters(parts: Sequence[str]) -> bool:
    """Tell whether a letter without its full stop stands before an abbreviation: «F CFA»."""
    return len(parts[0]) == 1 and all(len(part) <= _ABBREVIATED for part in parts[1:])


def _is_part(plain: str) -> bool:
    """Tell whether a folded text is called as rooms and parts of programmes are."""
    return bool(SECTION.match(plain) or PLACE.search(plain))
