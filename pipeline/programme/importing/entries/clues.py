"""Scores what each piece may be, by its own words."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence

from pipeline.programme.importing.affiliations import ROLE, looks_like_organisation
from pipeline.programme.importing.entries import vocabulary
from pipeline.programme.importing.entries.people import is_territory, person_score
from pipeline.programme.importing.entries.pieces import Piece
from pipeline.programme.importing.entries.roles import ROLES, Role
from pipeline.programme.importing.entries.statements import statement
from pipeline.programme.importing.prose.sentences import sentences
from pipeline.text import fold

Scores = list[float]

#: What is certain outweighs all that speaks against it.
CERTAIN = 9.0
#: Titles have no more words than this, text has more, places have few.
TITLE_WORDS, TEXT_WORDS, PLACE_WORDS = 25, 20, 3
_CONTACT = re.compile(r"@|https?:|www\.|\+\d{2}[\s\d]{6}|€|£|\$\s?\d")


def scorer(pieces: Sequence[Piece], is_day: Callable[[str], bool]) -> Callable[[Piece], Scores]:
    """Return the function that scores a piece of the document for each role, in their order."""
    ordinary = _ordinary(pieces)

    def score(piece: Piece) -> Scores:
        if piece.known is not None:
            return [CERTAIN if role is piece.known else 0.0 for role in ROLES]
        plain = fold(piece.text).strip(" .")
        may_be_day = piece.before in {"", "-", ",", "t", "("} and is_day(piece.text)
        by_role = {
            Role.DAY: CERTAIN if may_be_day else -CERTAIN,
            Role.TIME: -CERTAIN,
            Role.CHAIR: -CERTAIN,
            Role.LANGUAGES: CERTAIN if _tells_languages(piece) else -CERTAIN,
            Role.PEOPLE: person_score(piece.text, ordinary) + (2.0 * (piece.before == "by")),
            Role.AFFILIATION: _affiliation(piece.text, plain),
            Role.PLACE: _place(plain),
            Role.BREAK: _pause(plain),
            Role.SECTION: _section(piece, plain),
            Role.TITLE: _title(piece),
            Role.TEXT: _told(piece.text),
        }
        return [by_role[role] for role in ROLES]

    return score


def _ordinary(pieces: Sequence[Piece]) -> frozenset[str]:
    small = (
        word for piece in pieces for word in re.findall(r"[^\W\d_]+", piece.text) if word.islower()
    )
    return frozenset(fold(word) for word in small if len(word) > 3)


def _tells_languages(piece: Piece) -> bool:
    text = piece.text
    is_bare = len(text) == 2 and piece.before == ""
    return not is_bare and len(sentences(text)) == 1 and statement(text) is not None


def _affiliation(text: str, plain: str) -> float:
    score = -0.5
    if looks_like_organisation(text):
        score += 2.0
    if ROLE.match(text) or vocabulary.PROFESSION.match(plain):
        score += 2.0
    if is_territory(text) or is_territory(text.rpartition(",")[2]):
        score += 1.0
    if (
        re.fullmatch(r"[A-ZÀ-Þ][\w&./-]*[A-ZÀ-Þ][\w&./-]*", text)
        and plain not in vocabulary.NO_NAME
    ):
        score += 1.5
    if text.endswith(("?", "!", ".")) or len(text.split()) > 25:
        score -= 2.0
    return score


def _place(plain: str) -> float:
    if not vocabulary.PLACE.search(plain):
        return -2.0
    words = len(plain.split())
    told = words <= PLACE_WORDS or (words <= 2 * PLACE_WORDS and re.search(r"\d|,", plain))
    return 2.5 if told else -0.5


def _pause(plain: str) -> float:
    found = vocabulary.BREAK.match(plain)
    if not found:
        return -CERTAIN
    rest = plain[found.end() :]
    if re.match(r"\s*[:«“\"]", rest) and len(rest.split()) > 2:
        return -1.0
    if any(map(vocabulary.begins_with_genre, (rest.strip(" :"), plain))):
        return -1.0
    words = len(plain.split())
    return 3.0 if words <= 4 else 2.2 if words <= 9 else 0.5


def _section(piece: Piece, plain: str) -> float:
    score = 0.5 if vocabulary.SECTION.match(plain) else -1.5
    if piece.style == "h":
        score += 0.5
    if vocabulary.SECTION.fullmatch(plain) or vocabulary.is_genre(plain):
        score += 1.5
    return score + (0.5 if piece.text.endswith(":") else 0.0)


def _title(piece: Piece) -> float:
    text, first = piece.text, piece.at == 0
    words = len(text.split())
    clues = (
        (0.8 if words > 2 else 0.3, True),
        (3.0, piece.before == '"'),
        (0.5, bool(piece.style) and first),
        (0.7, piece.numbered and first),
        (1.0, text.endswith("?")),
        (-1.0, text.endswith((".", ";", ":")) or text[:1].islower()),
        (-2.5, words > TITLE_WORDS),
        (-2.0, piece.before == "("),
        (-3.0, bool(_CONTACT.search(text))),
    )
    return sum(weight for weight, applies in clues if applies)


def _told(text: str) -> float:
    score = -0.8
    if text.endswith((".", "!", ";", ":")):
        score += 1.0
    if len(sentences(text)) > 1:
        score += 2.5
    if len(text.split()) > TEXT_WORDS:
        score += 1.5
    if _CONTACT.search(text):
        score += 3.0
    if text[:1].islower():
        score += 0.8
    return score
