"""Reads lists of people such as «Lucia De Santis and Marco Ferrari (Consorzio Solco)»."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence

import msgspec

from pipeline.programme.importing.affiliations import (
    UPPER,
    looks_like_organisation,
    organisation_in,
)
from pipeline.programme.importing.honorifics import SMALL_HONORIFICS, TITLED, without_honorific
from pipeline.programme.importing.splitting import split_outside
from pipeline.records.programme import Person
from pipeline.text import fold

_AND = re.compile(r"\s*(?:\n|\s[&+]\s|\s(?:and|et|e|y|und)\s|\s/\s)\s*")
_SEMICOLON = re.compile(r"\s*;\s*(?:(?:and|et|e)\s+)?")
_COMMA = re.compile(r"\s*,\s*")
_PARTICLES = frozenset(
    ["da", "de", "del", "della", "di", "do", "dos", "du", "la", "le", "van", "von"]
)
_PLACED = re.compile(
    r"^(?P<name>[^(]+?)(?:\s*\((?P<where>.+)\)|\s+[–—-]\s+(?P<at>.+)"
    rf"|\s+from\s+(?:the\s+)?(?P<origin>[{UPPER}].+))$"
)

#: What stands where the speaker is not known yet.
_TO_COME = (
    "tbc|tba|tbd|n/a|na|nn|-|–|—|?|…|to be confirmed|to be announced|a confirmer|a definir|"
    "a confirmar|a designar|a anunciar"
)
UNKNOWN = frozenset(_TO_COME.split("|"))


def is_unknown(text: str) -> bool:
    """Tell whether the text stands for a speaker who is not known yet."""
    return fold(text.strip(" .()[]")) in UNKNOWN


def listed_people(text: str, beside: str = "", *, commas_list: bool = True) -> tuple[Person, ...]:
    """Return the people of a cell or line; one without affiliation takes that of the next.

    `beside` is the text of a cell with affiliations: one for all, or one for each in order. What
    follows a comma is another person where `commas_list`, else the role or affiliation.
    """
    parts = split_outside(_SEMICOLON, text)
    # Where a semicolon parts people, a comma parts each of them from where they work.
    lists = commas_list and len(parts) == 1
    people = [one for part in parts for one in _listed(part, lists, turned=commas_list)]
    places = [part for part in re.split(r"\s*[;\n]\s*", beside) if part and not is_unknown(part)]
    if len(places) != len(people):
        places = [beside.strip() if places else ""] * len(people)
    return share_affiliations(
        msgspec.structs.replace(person, affiliation=person.affiliation or place.strip() or None)
        for person, place in zip(people, places, strict=True)
    )


def share_affiliations(people: Iterable[Person]) -> tuple[Person, ...]:
    """Give whoever has no affiliation that of the next person who has one."""
    found: list[Person] = []
    after: str | None = None
    for person in reversed(list(people)):
        after = person.affiliation or after
        found.append(msgspec.structs.replace(person, affiliation=after))
    return tuple(reversed(found))


def _listed(text: str, commas_list: bool, *, turned: bool) -> list[Person]:
    parts = [split_outside(_COMMA, part) for part in _parted(text)]
    # «A, B and C (Lagos)» lists people; «A, Lagos and C, Bergen» says where each of them works.
    shares = len(parts) > 1 and _is_bare_in_body(parts[-1])
    listed = len(parts) - 1 if parts and (shares or len(parts[-1]) == 1) else 0
    # «A, B, Father C» lists people as well, where only the last has a title.
    commas_list = commas_list or any(
        len(part) > 2 and not TITLED.match(part[0]) and TITLED.match(part[-1]) for part in parts
    )
    people: list[Person] = []
    for number, part in enumerate(parts):
        pieces = _surname_last(part) if turned else part
        told = False
        for at, piece in enumerate(pieces):
            lists = (commas_list or number < listed) and not told
            lists = lists and (_goes_beside(piece, pieces) or (shares and " " in piece))
            is_titled = lists or _in_body(piece) or TITLED.match(piece)
            if at and not (_is_name(piece) and is_titled):
                people[-1:] = [_placed(person, piece) for person in people[-1:]]
                told = True
            elif person := _person(piece):
                people.append(person)
    return people


def _parted(text: str) -> list[str]:
    """Split people at «and», but not «Ana Reis, Namibia Food and Allied Workers Union»."""
    parts: list[str] = []
    for part in split_outside(_AND, text):
        name = _PLACED.sub(r"\g<name>", part)
        is_body = looks_like_organisation(name) and not TITLED.match(part)
        is_titled = re.match(rf"{SMALL_HONORIFICS}\s+[{UPPER}]", part)
        is_body = is_body or (" " not in part and _ends_in_body(parts))
        goes_on = (part[:1].islower() and not is_titled) or ("," not in part and is_body)
        if parts and "," in parts[-1] and goes_on:
            start = text.find(parts[-1])
            parts[-1] = text[start : text.find(part, start + len(parts[-1])) + len(part)]
        else:
            parts.append(part)
    return parts


def _ends_in_body(parts: Sequence[str]) -> bool:
    """Tell whether the last of several ends with an organisation: «…, Instituto Marítimo»."""
    return bool(parts) and looks_like_organisation(parts[-1].rpartition(",")[2])


def _person(piece: str) -> Person | None:
    placed = _PLACED.match(piece)
    name = without_honorific(placed["name"] if placed else piece)
    if not name or is_unknown(name):
        return None
    where = next(filter(None, placed.groups()[1:])).strip() if placed else None
    return Person(name=name, affiliation=where)


def _placed(person: Person, said: str) -> Person:
    """Add what is said of a person: an organisation, or a role in which one is named."""
    organisation = organisation_in(said) if said[:1].islower() else said
    if not organisation:
        return person
    known = f"{person.affiliation}, " if person.affiliation else ""
    return msgspec.structs.replace(person, affiliation=known + organisation)


def _goes_beside(piece: str, pieces: Sequence[str]) -> bool:
    """Tell whether a piece can be one more person, and is no town beside somebody with a title.

    Of whom only one has a title there are more than two, or one place.
    """
    titled = bool(TITLED.match(pieces[0])) and not TITLED.match(piece)
    return " " in piece.strip() and not (titled and len(pieces) == 2)


def _is_bare_in_body(pieces: Sequence[str]) -> bool:
    """Tell whether the last of several has no title and an organisation: it is that of all."""
    is_body = len(pieces) == 2 and looks_like_organisation(pieces[1])
    return is_body and not TITLED.match(pieces[0])


def _in_body(piece: str) -> bool:
    """Tell whether a name has an organisation beside it, and no town."""
    placed = _PLACED.match(piece)
    where = (placed["where"] or "") if placed else ""
    return placed is not None and not re.fullmatch(rf"[{UPPER}][^\W\d_{UPPER}]+", where)


def _is_name(piece: str) -> bool:
    name = _PLACED.sub(r"\g<name>", piece)
    return not name[:1].islower() and not looks_like_organisation(name) and not _digits(name)


def _digits(text: str) -> bool:
    return any(char.isdigit() for char in text)


def _surname_last(pieces: list[str]) -> list[str]:
    """Turn «De Santis, Lucia» round: of two pieces, a surname stands before one given name."""
    if len(pieces) != 2 or "(" in pieces[0]:
        return pieces
    last, first = pieces
    is_surname = len(last.split()) == 1 or last.split()[0].casefold() in _PARTICLES
    turned = is_surname and len(first.split()) == 1 and _is_name(first)
    return [f"{first} {last}"] if turned and not first.isupper() else pieces
