"""Names the clues by which the role of a piece is known: its words, its look, its neighbours.

How much each clue says for each role is in `weights.toml`.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator, Sequence

from pipeline.programme.importing.affiliations import ROLE, looks_like_organisation
from pipeline.programme.importing.entries import vocabulary
from pipeline.programme.importing.entries.people import could_be_people, is_territory, person_score
from pipeline.programme.importing.entries.pieces import Piece
from pipeline.programme.importing.entries.roles import Role
from pipeline.programme.importing.entries.statements import statement
from pipeline.programme.importing.prose.sentences import sentences
from pipeline.records.base import Record
from pipeline.text import fold

#: What nobody can be called scores so low, by `person_score`.
NO_PERSON = -9.0
#: Places have no more words than this.
PLACE_WORDS = 3
#: Clues tell lengths up to these numbers of words apart.
LENGTHS = (1, 2, 4, 8, 15, 20, 25)
_CONTACT = re.compile(r"@|https?:|www\.|\+\d{2}[\s\d]{6}|€|£|\$\s?\d")
_WORD = re.compile(r"[^\W\d_]+")
_ACRONYM = re.compile(r"[A-ZÀ-Þ][\w&./-]*[A-ZÀ-Þ][\w&./-]*")


class Clues(Record, frozen=True):
    """What is seen of a piece: clues, those with a value, and roles that it cannot have."""

    names: frozenset[str]
    person: float
    never: frozenset[Role] = frozenset()


def clues_of(pieces: Sequence[Piece], is_day: Callable[[str], bool]) -> list[Clues]:
    """Return the clues of each piece; `is_day` tells whether a text is a day of the event."""
    ordinary = _ordinary(pieces)
    own = [_own(piece, ordinary, is_day) for piece in pieces]
    return [
        Clues(
            names=frozenset((*clues.names, *_beside(pieces, own, at))),
            person=clues.person,
            never=clues.never,
        )
        for at, clues in enumerate(own)
    ]


def _ordinary(pieces: Sequence[Piece]) -> frozenset[str]:
    """Return the words, folded, that the document writes small."""
    small = (word for piece in pieces for word in _WORD.findall(piece.text) if word.islower())
    return frozenset(fold(word) for word in small if len(word) > 3)


def _own(piece: Piece, ordinary: frozenset[str], is_day: Callable[[str], bool]) -> Clues:
    text, plain = piece.text, fold(piece.text).strip(" .")
    person = person_score(text, ordinary)
    may_be_day = piece.before in {"", "-", ",", "t", "("} and is_day(text)
    pause = vocabulary.BREAK.match(plain)
    possible = {
        Role.DAY: may_be_day,
        Role.TIME: False,
        Role.CHAIR: False,
        Role.LANGUAGES: _tells_languages(piece),
        Role.PEOPLE: person > NO_PERSON,
        Role.BREAK: pause is not None,
    }
    seen = (*_look(piece), *_words(text), *_kinds(text, plain), *_pause(text, plain, pause))
    return Clues(
        names=frozenset(seen),
        person=person,
        never=frozenset(role for role, can_be in possible.items() if not can_be),
    )


def _tells_languages(piece: Piece) -> bool:
    text = piece.text
    is_bare = len(text) == 2 and piece.before == "" and not (piece.offset and text.isupper())
    return not is_bare and len(sentences(text)) == 1 and statement(text) is not None


def _named(clues: Iterable[tuple[str, object]]) -> Iterator[str]:
    return (name for name, applies in clues if applies)


def _look(piece: Piece) -> Iterator[str]:
    """Yield how a piece stands on the page."""
    first = piece.at == 0
    yield "any"
    yield f"parted by {piece.before or 'nothing'}"
    yield f"piece {min(piece.at, 3)} of its line"
    yield f"line {min(piece.offset, 4)} of its entry"
    yield f"set {piece.style or 'plain'}"
    yield from _named(
        (
            ("stands out and is first", piece.style and first),
            ("numbered and first", piece.numbered and first),
            ("marked and first", piece.marked and first),
            ("after the hour", piece.timed and piece.at == 1),
            ("after space", piece.gap and first),
            ("labelled", piece.label),
        )
    )


def _words(text: str) -> Iterator[str]:
    """Yield how a text is written."""
    found = _WORD.findall(text)
    number = len(text.split())
    small = sum(word.islower() for word in found)
    lowest = next((str(most) for most in LENGTHS if number <= most), "many")
    yield f"up to {lowest} words"
    yield from _named(
        (
            ("three words or more", number > 2),
            ("ends as a question", text.endswith("?")),
            ("ends as a sentence", text.endswith((".", "!"))),
            ("ends open", text.endswith((";", ":"))),
            ("ends with a comma", text.endswith(",")),
            ("begins small", text[:1].islower()),
            ("several sentences", len(sentences(text)) > 1),
            ("a way to reach somebody", _CONTACT.search(text)),
            ("a number", re.search(r"\d", text)),
            ("a comma", "," in text),
            ("a colon", ": " in text),
            ("a bracket", "(" in text),
            ("a quotation", re.search('[«“„"]', text)),
            ("all capitals", text.isupper() and number > 1),
            ("all words with capitals", not small and number > 1),
            ("half of the words small", 2 * small >= len(found)),
            ("an acronym", _ACRONYM.fullmatch(text)),
        )
    )


def _kinds(text: str, plain: str) -> Iterator[str]:
    """Yield what the words of a text are known to name."""
    words = len(plain.split())
    place = vocabulary.PLACE.search(plain)
    told = words <= PLACE_WORDS or (words <= 2 * PLACE_WORDS and re.search(r"\d|,", plain))
    yield from _named(
        (
            ("an organisation", looks_like_organisation(text)),
            ("a profession", ROLE.match(text) or vocabulary.PROFESSION.match(plain)),
            ("a country", is_territory(text) or is_territory(text.rpartition(",")[2])),
            ("no name", plain in vocabulary.NO_NAME),
            ("a place", place and told),
            ("a place among words", place and not told),
            ("a part", vocabulary.SECTION.match(plain)),
            (
                "nothing but a part",
                vocabulary.SECTION.fullmatch(plain) or vocabulary.is_genre(plain),
            ),
            ("a kind of talk", vocabulary.begins_with_genre(plain)),
        )
    )


def _pause(text: str, plain: str, found: re.Match[str] | None) -> Iterator[str]:
    """Yield what kind of break a text would be."""
    if not found:
        return
    rest = plain[found.end() :]
    words = len(plain.split())
    hosts = could_be_people(text.partition(":")[2])
    is_title = (not hosts and re.match(r"\s*[:«“\"]", rest) and len(rest.split()) > 2) or any(
        map(vocabulary.begins_with_genre, (rest.strip(" :"), plain))
    )
    length = "short" if words <= 4 else "longer" if words <= 9 else "long"
    yield "a break that begins a title" if is_title else f"a {length} break"
    if hosts:
        yield "a break and who hosts it"


def _beside(pieces: Sequence[Piece], own: Sequence[Clues], at: int) -> Iterator[str]:
    """Yield what stands before and after a piece."""
    for name, other in (("above", at - 1), ("below", at + 1)):
        if not 0 <= other < len(pieces):
            yield f"nothing {name}"
            continue
        where = "beside" if pieces[other].line == pieces[at].line else name
        side = f"{'before' if other < at else 'after'}, {where}"
        known = pieces[other].known
        if known is not None:
            yield f"{side}: {known.name}"
            if name == "below" and known is Role.PEOPLE:
                yield from (f"{clue}, speakers told below" for clue in _PAUSES & own[at].names)
        elif own[other].person > 0:
            yield f"{side}: may be people"
        else:
            yield from (f"{side}: {clue}" for clue in TOLD & own[other].names)


#: Breaks that may be titles by what stands below.
_PAUSES = frozenset(["a longer break", "a long break"])
#: What of a neighbour is worth telling.
TOLD = frozenset(
    ["an organisation", "a profession", "several sentences", "ends as a sentence", "begins small"]
)
