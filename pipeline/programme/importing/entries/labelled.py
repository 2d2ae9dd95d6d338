"""Reads pieces that say what they are: «Tutor: Moira Hetherington», «When: 7 May, 14:00»."""

from __future__ import annotations

import re
from collections.abc import Callable, Container

import msgspec

from pipeline.programme.importing.entries import vocabulary
from pipeline.programme.importing.entries.people import could_be_people, person_score
from pipeline.programme.importing.entries.pieces import Piece
from pipeline.programme.importing.entries.roles import Role
from pipeline.programme.importing.entries.statements import is_of_several, statement
from pipeline.programme.importing.honorifics import HONORIFICS
from pipeline.programme.importing.labels import label
from pipeline.programme.importing.prose.sentences import sentences
from pipeline.text import fold

#: Cuts a text further; the second argument is the mark before it.
Again = Callable[[str, str], list[Piece]]

LABEL = re.compile(r"^(?P<label>[^\W\d][^:?!.«“\"]{0,39}?)\s*:(?:\s+|$)(?P<rest>.*)$", re.DOTALL)
#: «Rosaria Esposito (Maison médicale) : Soigner».
_NAMED = re.compile(r"^(?P<label>[^:?!«“\"]{4,140}?)\s*:\s+(?P<rest>\S.*)$", re.DOTALL)
_KINDS = (
    (vocabulary.SLIDES, Role.LANGUAGES),
    (vocabulary.CHAIR, Role.CHAIR),
    (vocabulary.WHERE, Role.PLACE),
    (vocabulary.SPEAKS, Role.PEOPLE),
    (vocabulary.WORKS, Role.AFFILIATION),
    (vocabulary.CALLED, Role.TITLE),
    (vocabulary.TELLS, Role.TEXT),
)
#: «Conférence de Valérie Borruat», «Talk by Ana Reis, followed by a debate».
_GIVEN = re.compile(
    r"^(?P<genre>[^\W\d_]+(?: [a-zà-ÿ]+)?)\s+"
    r"(?:d[’']|(?:du|by|with|par|avec|d[aeo]s?|por|com)\s+)"
    r"(?P<who>[^\W\d_a-z].*?)(?:,\s*(?:suivie?|followed|seguid[ao])\b.*)?$",
    re.DOTALL,
)
_AND_OF = re.compile(
    r"(\s(?:et|e|and))\s+(?:de\s+|d[’']|d[ao]s?\s+|by\s+|par\s+|por\s+)(?=[^\W\d_a-z])"
)
#: A word that labels without a colon has more letters than this.
_SHORT = 5
#: Text with a lower score by `person_score` names nobody, whatever stands before it.
UNLIKELY = -5.0
#: A label that is only known from coming again has no more words than this.
_LABEL_WORDS = 3


def labelled(text: str, before: str, again: Again, recurring: Container[str]) -> list[Piece] | None:
    """Return the pieces of a text that begins with a label, None where it does not.

    `recurring` are heads that stand before a colon more than once in the document, folded.
    """
    named = _NAMED.match(text)
    if named and could_be_people(named["label"]) and len(named["label"].split()) > 1:
        return [*again(named["label"], before), *again(named["rest"], ":")]
    match = LABEL.match(text)
    if not match:
        return _given(text) or _unmarked(text, before)
    head, rest = " ".join(fold(match["label"]).split()), match["rest"].strip()
    if not rest:
        role = _role(head, text)
        return [Piece(text=text, line=0, before=before, known=Role.TEXT)] if role else None
    if vocabulary.PART_OF_DAY.match(head):
        part = Piece(text=match["label"], line=0, before=before, known=Role.TIME)
        return [part, *again(rest, "t")]
    if vocabulary.WHEN.match(head):
        return [msgspec.structs.replace(part, label="when") for part in again(rest, before)]
    role = _role(head, text)
    said = sentences(rest)
    if role is Role.PEOPLE and len(said) > 1 and _are_people(who := said[0].rstrip("."), head):
        return [*_told(role, who, before, again), *again(" ".join(said[1:]), ".")]
    if role is not None and (role is not Role.PEOPLE or _are_people(rest, head)):
        return _told(role, rest, before, again)
    if vocabulary.is_genre(head):
        return again(rest, before)
    if head in recurring and len(head.split()) <= _LABEL_WORDS:
        return [msgspec.structs.replace(part, label=head) for part in again(rest, before)[:1]] + (
            again(rest, before)[1:]
        )
    return None


def _told(role: Role, text: str, before: str, again: Again) -> list[Piece]:
    """Return the pieces of what a label says; «Talk: Food, by Ana Reis» tells two things."""
    parts = again(text, before) if role is Role.TITLE else []
    if any(part.before == "by" for part in parts):
        return parts
    is_untold = role is Role.LANGUAGES and statement(f"Slides: {text}") is None
    known = Role.TEXT if is_untold else role
    name = (role if is_of_several(text) else known).name
    return [Piece(text=text, line=0, before=before, label=name, known=known)]


def _are_people(text: str, head: str) -> bool:
    """Tell whether people are named; after «Speaker:» they may be called as organisations are."""
    return could_be_people(text) or (
        len(head) > _SHORT and person_score(text, frozenset()) > UNLIKELY
    )


def _role(head: str, text: str) -> Role | None:
    known = label(text)
    if known and known.field == "coordinators":
        return Role.CHAIR
    return next((role for pattern, role in _KINDS if pattern.match(head)), None)


def _given(text: str) -> list[Piece] | None:
    """Return the people of «Exposé de Pascal Truffer», None where no kind of talk stands first."""
    given = _GIVEN.match(text.rstrip("."))
    if not given or not vocabulary.is_genre(fold(given["genre"])):
        return None
    who = _AND_OF.sub(r"\1 ", given["who"])
    if not could_be_people(who):
        return None
    return [Piece(text=who, line=0, before="by", label="PEOPLE", known=Role.PEOPLE)]


def _unmarked(text: str, before: str) -> list[Piece] | None:
    """Return the people of «Speaker Ana Reis», None where no such word stands first."""
    word, _, rest = text.partition(" ")
    is_label = len(word) > _SHORT and vocabulary.SPEAKS.match(fold(word))
    if is_label and not re.fullmatch(HONORIFICS, word) and could_be_people(rest):
        return [Piece(text=rest, line=0, before=before, label="PEOPLE", known=Role.PEOPLE)]
    return None
