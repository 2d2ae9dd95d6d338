"""Parts a line into pieces: one cut after another, as long as one of them applies."""

from __future__ import annotations

import re
from collections.abc import Container, Sequence

from pipeline.programme.importing.entries import vocabulary
from pipeline.programme.importing.entries.labelled import labelled
from pipeline.programme.importing.entries.marks import (
    BRACKET,
    bracketed,
    credited,
    led,
    quoted,
    stated,
)
from pipeline.programme.importing.entries.people import could_be_people
from pipeline.programme.importing.entries.pieces import Piece
from pipeline.programme.importing.entries.roles import Role
from pipeline.programme.importing.entries.statements import is_for_all, statement
from pipeline.programme.importing.entries.times import dated, timed_first, timed_last
from pipeline.programme.importing.languages import listed_languages
from pipeline.programme.importing.prose.sentences import sentences
from pipeline.programme.importing.splitting import split_outside

#: A text of more words that ends as a sentence is not cut; of fewer, several are a title.
LONGEST, SHORTEST = 30, 12
#: What has more letters is no line of a programme, and patterns would search it for minutes.
LONGEST_LINE = 4000
DASH = re.compile(
    r"\s*\.{4,}\s*|\s+(?:[–—-]{1,3}|→|>+|//?)\s+|\s*[|¦]\s*|\s+[•·‧]\s+|\t+|\s{3,}|\s[–—](?=\S)|(?<=\S)—\s*"
)
#: A dash between two numbers or hours parts nothing.
_RANGE = re.compile(
    r"(?<=\d)\s+[-–—]\s+(?=\d)|(?<=\d[hH])\s+[-–—]\s+(?=\d)"
    rf"|(?:(?<=[ap]m)|(?<=[ap]\.m\.))\s+[-–—]\s+(?={vocabulary.CLOCK})"
)
_CUTS = (dated, timed_first, timed_last, stated, quoted, led, credited, bracketed)

_LABELLED = frozenset({Role.PEOPLE, Role.LANGUAGES})


class Parter:
    """Parts texts; `recurring` are heads that come again before a colon, folded."""

    def __init__(self, recurring: Container[str]) -> None:
        self._recurring = recurring

    def parts(self, text: str) -> list[Piece]:
        """Return the pieces of a line, without their place on the page."""
        if len(text) > LONGEST_LINE:
            return [Piece(text=text, line=0, known=Role.TEXT)]
        said = sentences(text)
        if any(map(self._is_labelled, said[1:])):
            rest = (piece for one in said[1:] for piece in self._part(one.rstrip("."), "."))
            return [*self._dashed(said[0].rstrip(".")), *rest]
        if _is_text(text):
            return self._with_slides(said) or self._entry(said) or self._running(text)
        return self._dashed(text)

    def _dashed(self, text: str) -> list[Piece]:
        """Return the pieces between dashes."""
        if listed_languages(text):
            return [Piece(text=text, line=0)]
        return [
            piece
            for number, part in enumerate(split_outside(DASH, _RANGE.sub("–", text)))
            for piece in self._part(part, "-" if number else "")
        ]

    def _part(self, text: str, before: str) -> list[Piece]:
        text = text.strip(" ,;")
        if not text:
            return []
        found = labelled(text, before, self._part, self._recurring)
        if found is not None:
            return found
        for cut in _CUTS:
            if (pieces := cut(text, before, self._part)) is not None:
                return pieces
        return [Piece(text=text, line=0, before=before)]

    def _with_slides(self, said: Sequence[str]) -> list[Piece]:
        """Return the pieces of a credited title and what is said of its slides, else []."""
        head = " ".join(said[:-1])
        if _is_text(head) or statement(said[-1]) is None:
            return []
        pieces = self.parts(head.rstrip("."))
        credited = any(piece.before in {'"', "by"} for piece in pieces)
        return [*pieces, *self._part(said[-1].rstrip("."), ".")] if credited else []

    def _entry(self, said: Sequence[str]) -> list[Piece]:
        """Return the pieces of an entry that sentences follow, [] where the first is none."""
        if len(said[0].split()) > LONGEST:
            return []
        pieces = self._dashed(said[0].rstrip("."))
        named = [could_be_people(piece.text) for piece in pieces]
        quoted = any(piece.before == '"' for piece in pieces)
        if not pieces or pieces[0].known is not Role.TIME or all(named[1:]) or not any(named):
            return []
        if not (quoted or (len(pieces) > 2 and named[-1])):
            return []
        return [*pieces, *self._running(" ".join(said[1:]))]

    def _is_labelled(self, sentence: str) -> bool:
        """Tell whether a sentence begins with the label of people or slides."""
        found = labelled(sentence, "", self._part, self._recurring) or []
        if found and found[0].label and found[0].known in _LABELLED:
            return True
        is_short = len(sentence.split()) <= SHORTEST
        credit = self._part(sentence.rstrip("."), "") if is_short and not found else []
        return bool(credit) and credit[0].before == "by"

    def _running(self, text: str) -> list[Piece]:
        """Return running text; a label before it and what tells of slides stand apart."""
        found: list[Piece] = []
        first = labelled(text, "", self._part, self._recurring) or []
        if first and first[0].known in {Role.PEOPLE, Role.CHAIR, Role.AFFILIATION}:
            said = sentences(text)
            found += self._part(said[0].rstrip("."), "")
            text = " ".join(said[1:])
        aside = BRACKET.match(text)
        told = aside["inside"] if aside and statement(aside["inside"]) is not None else ""
        said = sentences(aside["head"] if aside and told else text)
        slides = [one for one in said if statement(one) is not None and not is_for_all(one)]
        if rest := [one for one in said if one not in slides]:
            found.append(Piece(text=" ".join(rest), line=0, known=Role.TEXT))
        for sentence in (*slides, *([told] if told else [])):
            said_of = sentence.strip("() ")
            found.append(Piece(text=said_of, line=0, before=".", known=Role.LANGUAGES))
        return found


def _is_text(text: str) -> bool:
    """Tell whether a text is made of sentences, questions aside: those may be titles."""
    said = sentences(re.sub(r"\s*[(\[][^()\[\]]*[)\]]", "", text))
    several = any(sentence.endswith((".", "!")) for sentence in said[:-1])
    number = len(text.split())
    ends = text.rstrip("»”\"') ").endswith((".", "!", "?"))
    return (several and number > SHORTEST) or (ends and number > LONGEST)
