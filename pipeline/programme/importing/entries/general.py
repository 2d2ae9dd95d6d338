"""Reads what sentences outside entries say of slides: of those of all talks, of named people."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence

from pipeline.programme.importing.entries.pieces import Piece
from pipeline.programme.importing.entries.statements import (
    LONGEST,
    NONE,
    NOUN,
    is_for_all,
    is_more,
    names_slides,
)
from pipeline.programme.importing.entries.vocabulary import alternatives
from pipeline.programme.importing.languages import listed_languages, named_languages
from pipeline.programme.importing.prose.sentences import sentences
from pipeline.text import fold

#: What stands between commas and says no language.
_UNLESS = re.compile(rf",\s*{alternatives('except')}\b[^,;.]*,", re.IGNORECASE)
#: What a statement on all talks leaves out.
_BUT = re.compile(
    rf"[,;]?\s+{alternatives('except')}\b|[,;]\s+(?:and,? |et,? |e,? )?"
    r"(?:quand|when|where|quando|[oa]s d[eao]s?\s|those|ceux|celles)",
    re.IGNORECASE,
)
#: Where a sentence goes on to the slides of somebody else.
_CLAUSE = (
    r"[;:]\s+|,\s+(?=(?:and|et|e|while|mais|mas|but|those|that|ceux|celui|celles?"
    r"|[oa]s? d[aeo]s?)\b)"
)
_HAS_NONE = re.compile(r"\W*(?:has|have|n'en a|n'en ont|tem|nao tem)\s+(?:none|pas|nenhum)\b")


def default_languages(texts: Iterable[str]) -> tuple[str, ...] | None:
    """Return the languages of slides of which nothing else is said, as texts outside entries tell.

    What is said of all talks goes before what only says that there are slides.
    """
    told = [sentence for text in texts for sentence in sentences(text)]
    told = [one for one in told if names_slides(one) and not NONE.search(fold(_unless(one)))]
    short = [one for one in told if len(one.split()) <= LONGEST]
    for sentence in (*filter(is_for_all, told), *short):
        first = _unless(sentence)
        start = NOUN.search(fold(first))
        tail = first[start.end() :] if start and len(fold(first)) == len(first) else first
        if found := listed_languages(tail) or named_languages(tail):
            return found
    return None


def _unless(sentence: str) -> str:
    """Return a statement without what it leaves out."""
    return _BUT.split(_UNLESS.sub(" ", sentence))[0]


def exceptions(
    pieces: Sequence[Piece], surnames: Iterable[str]
) -> dict[str, tuple[tuple[str, ...], bool]]:
    """Return the languages that sentences outside entries give for named people.

    The second of a pair tells whether they come beside those of all.
    """
    found: dict[str, tuple[tuple[str, ...], bool]] = {}
    wanted = {fold(name): name for name in surnames}
    for piece in pieces:
        for sentence in sentences(piece.text):
            for clause in re.split(_CLAUSE, sentence):
                for plain, name in wanted.items():
                    if (told := _told_after(clause, plain)) is not None:
                        found[name] = (told, is_more(clause))
    return found


def _told_after(clause: str, plain: str) -> tuple[str, ...] | None:
    """Return the languages that a clause gives for a folded surname, None where it gives none."""
    named = re.search(rf"\b{re.escape(plain)}\b", fold(clause))
    if not named:
        return None
    tail = fold(clause)[named.end() :]
    languages = listed_languages(tail.upper()) or named_languages(clause)
    return languages if languages or NONE.search(tail) or _HAS_NONE.match(tail) else None
