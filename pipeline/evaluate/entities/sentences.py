"""The unit of training data: a sentence with the names in it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import NamedTuple

_CLOSING = frozenset(",.;:!?)]}»”%…") | {"...", "'s", "n't", "'"}
_OPENING = frozenset("([{«“")


class Span(NamedTuple):
    """A name: character offsets into the sentence's text, end exclusive, and its label."""

    start: int
    end: int
    label: str


class Sentence(NamedTuple):
    """Text as a person would write it, and the names in it in order, never overlapping."""

    text: str
    spans: tuple[Span, ...]


class Token(NamedTuple):
    """A word of an annotated corpus with its IOB2 tag; `space` tells whether a blank follows."""

    text: str
    tag: str
    space: bool = True


def from_tokens(tokens: Iterable[Token]) -> Sentence:
    """Write tokens as running text; IOB2 tags become spans."""
    text = ""
    spans: list[Span] = []
    for token in tokens:
        prefix, _, label = token.tag.partition("-")
        start, end = len(text), len(text) + len(token.text)
        if prefix == "I" and spans and spans[-1].label == label:
            spans[-1] = Span(spans[-1].start, end, label)
        elif label:
            spans.append(Span(start, end, label))
        text += token.text + " " * token.space
    return Sentence(text.rstrip(), tuple(spans))


def typeset(words: Iterable[tuple[str, str]]) -> Iterator[Token]:
    """Set the blanks between words of a corpus that does not say where they were."""
    pairs = list(words)
    for (word, tag), (following, next_tag) in zip(pairs, [*pairs[1:], ("", "O")], strict=True):
        hyphened = ("-", "I") in ((word, tag[:1]), (following, next_tag[:1]))
        closed = following in _CLOSING or word in _OPENING
        yield Token(word, tag, space=not (closed or hyphened))
