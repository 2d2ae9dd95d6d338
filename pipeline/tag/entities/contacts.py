"""Whom addresses and logos name: 'amina.okafor@kitui-seeds.org' is a person of a body."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import pairwise

from pipeline.records.tags import EntityLabel
from pipeline.tag.entities.mentions import Key, Mention, Token
from pipeline.tag.entities.segments import Segment
from pipeline.text import fold, words

_EMAIL = re.compile(r"([\w.+-]+)@([\w-]+(?:\.[\w-]+)+)")
_WEB = re.compile(r"(?:https?://|www\.)(?:www\.)?([\w-]+(?:\.[\w-]+)+)")
_LOGO = re.compile(
    r"\b[Ll]og[oó](?:t[iy]po|type)?\s(?:(?:of|from|de|do|da|dos|das|du|des)\s)?(?:(?:the|la|le|les)\s|[ld]['’])?(.+)$"
)
#: Addresses at these are of whoever signed up there, and examples are nobody's.
_PROVIDERS = frozenset(words("gmail googlemail hotmail yahoo outlook live icloud proton example"))
#: A part of an address of fewer letters coincides with initials by chance.
_LETTERS = 4


def addressed(deck: Sequence[Segment], found: Sequence[Sequence[Token]]) -> Iterator[Mention]:
    """Yield the people and bodies whose names, with capitals, spell an address of the deck."""
    people, bodies = set[Key](), set[str]()
    for segment in deck:
        for match in _EMAIL.finditer(segment.text):
            owner = tuple(word for word in words(match[1]) if not word.isdigit())
            if len(owner) > 1:
                people.add(owner)
            bodies.update(_labels(match[2]))
        for match in _WEB.finditer(segment.text):
            bodies.update(_labels(match[1]))
    if people or bodies:
        for segment, tokens in zip(deck, found, strict=True):
            yield from _owners(segment, tokens, people)
            yield from _bodies(segment, tokens, bodies)


def logos(segment: Segment) -> Iterator[Mention]:
    """Yield the bodies whose logo a picture shows."""
    match = _LOGO.search(segment.text)
    if match and match[1][0].isupper():
        yield Mention(segment, *match.span(1), EntityLabel.ORG, announced=True)


def _labels(domain: str) -> Iterator[str]:
    for label in domain.split(".")[:-1]:
        squeezed = fold(label).replace("-", "")
        if len(squeezed) >= _LETTERS and squeezed not in _PROVIDERS:
            yield squeezed


def _owners(segment: Segment, tokens: Sequence[Token], people: set[Key]) -> Iterator[Mention]:
    """Yield names whose words are those of an address: 'W. Kariuki' and 'Wambui Kariuki' too."""
    for owner in people:
        for position, token in enumerate(tokens):
            if token.folded != owner[-1] or not position:
                continue
            for length in range(2, min(5, position + 1) + 1):
                run = tokens[position - length + 1 : position + 1]
                start = run[0]
                if not segment.text[start.start].isupper() or not _adjacent(segment.text, run):
                    break
                if start.folded.startswith(owner[0]) or owner[0].startswith(start.folded):
                    yield Mention(
                        segment, start.start, token.end, EntityLabel.PERSON, announced=True
                    )
                    break


def _bodies(segment: Segment, tokens: Sequence[Token], bodies: set[str]) -> Iterator[Mention]:
    for position, first in enumerate(tokens):
        if not segment.text[first.start].isupper():
            continue
        squeezed = ""
        for length, token in enumerate(tokens[position : position + 6], 1):
            squeezed += token.folded
            run = tokens[position : position + length]
            if squeezed in bodies and _adjacent(segment.text, run):
                yield Mention(segment, first.start, token.end, EntityLabel.ORG)


def _adjacent(text: str, run: Sequence[Token]) -> bool:
    """Tell whether nothing but blanks, stops of initials and hyphens stands between words."""
    return all(
        re.fullmatch(r"\.?[\s’'-]+", text[one.end : other.start]) for one, other in pairwise(run)
    )
