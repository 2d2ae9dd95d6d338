"""From the labels of concepts to the phrases that the tagger looks for."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from enum import IntEnum
from typing import NamedTuple

from pipeline.tag.themes.normalising import Normaliser, acronym
from pipeline.tag.themes.vocabulary import Phrase

#: Shorter acronyms have too many meanings: SSE is also Server-Sent Events.
_TELLING_ACRONYM = 5
_QUALIFIER = re.compile(r"\s*\([^)]*\)")
_CONJUNCTION = re.compile(r"\s*[,;/&]\s*|\s+(?:and|et|e|y|und|ed)\s+", re.IGNORECASE)


class LabelKind(IntEnum):
    """How surely a label stands for its concept, the surest first."""

    PREFERRED = 0
    ALTERNATIVE = 1
    HIDDEN = 2
    PART = 3


class Label(NamedTuple):
    """A label of the concept with that index; `shared` as other fields use the concept too."""

    concept: int
    language: str
    text: str
    kind: LabelKind
    shared: bool


def compile_phrases(labels: Iterable[Label]) -> tuple[Phrase, ...]:
    """Return the phrases that the labels make, sorted by language and tokens.

    A phrase that two concepts claim goes to the one whose label is the surer, else to both.
    """
    claims: dict[tuple[str, tuple[str, ...]], list[Label]] = {}
    normalisers: dict[str, Normaliser] = {}
    for label in labels:
        normaliser = normalisers.setdefault(label.language, Normaliser(label.language))
        for variant in _variants(label):
            tokens = _tokens(normaliser, variant.text)
            if len(tokens) >= (2 if variant.kind is LabelKind.PART else 1):
                claims.setdefault((label.language, tokens), []).append(variant)
    return tuple(_phrase(*key, claims[key]) for key in sorted(claims))


def _phrase(language: str, tokens: tuple[str, ...], claims: list[Label]) -> Phrase:
    surest = min(label.kind for label in claims)
    holders = [label for label in claims if label.kind is surest]
    return Phrase(
        language=language,
        tokens=tokens,
        concepts=tuple(sorted({label.concept for label in holders})),
        needs_company=surest is LabelKind.HIDDEN
        or all(label.shared for label in holders)
        or _is_short_acronym(tokens),
    )


def _variants(label: Label) -> Iterator[Label]:
    """Yield the label without qualifier, then the parts of one that joins two subjects.

    Nobody writes 'Decent work and Self-Management' on a slide, but either half is evidence.
    Halves of one word say too little.
    """
    text = _QUALIFIER.sub("", label.text).strip()
    yield label._replace(text=text)
    parts = _CONJUNCTION.split(text)
    if label.kind is LabelKind.PREFERRED and len(parts) > 1:
        for part in parts:
            yield label._replace(text=part, kind=LabelKind.PART)


def _tokens(normaliser: Normaliser, text: str) -> tuple[str, ...]:
    """Return the normal form of a label; acronyms keep their capitals. Codes give ()."""
    shouting = text.isupper() and len(text.split()) > 1
    tokens = tuple(
        token.acronym if token.acronym and not shouting else token.lemma
        for token in normaliser.tokens(text)
        if token.lemma
    )
    letters = sum(character.isalpha() for token in tokens for character in token)
    return tokens if letters >= len("SSE") else ()


def _is_short_acronym(tokens: tuple[str, ...]) -> bool:
    return len(tokens) == 1 and bool(acronym(tokens[0])) and len(tokens[0]) < _TELLING_ACRONYM
