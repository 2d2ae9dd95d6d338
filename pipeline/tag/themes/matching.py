"""Finds the phrases of a vocabulary in a text."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from typing import NamedTuple

from pipeline.tag.themes.normalising import Token
from pipeline.tag.themes.vocabulary import Phrase


class Found(NamedTuple):
    """A phrase in a text and where it stands there."""

    phrase: Phrase
    start: int
    end: int


class _Node:
    """A node of the token trie: what may follow, and the phrase that ends here."""

    __slots__ = ("following", "phrase")

    def __init__(self) -> None:
        self.following: dict[str, _Node] = {}
        self.phrase: Phrase | None = None


class PhraseMatcher:
    """A trie over the tokens of the phrases of one language."""

    def __init__(self, phrases: Iterable[Phrase]) -> None:
        self._root = _Node()
        for phrase in phrases:
            node = self._root
            for token in phrase.tokens:
                node = node.following.setdefault(token, _Node())
            node.phrase = phrase

    def find(self, tokens: Sequence[Token]) -> Iterator[Found]:
        """Yield the longest phrases from left to right; they do not overlap.

        So 'social economy' is not found inside 'social economy law'.
        """
        position = 0
        while position < len(tokens):
            found = self._longest(tokens, position)
            if found is None:
                position += 1
                continue
            phrase, after = found
            yield Found(phrase, tokens[position].start, tokens[after - 1].end)
            position = after

    def _longest(self, tokens: Sequence[Token], position: int) -> tuple[Phrase, int] | None:
        node = self._root
        longest = None
        for after in range(position + 1, len(tokens) + 1):
            token = tokens[after - 1]
            following = node.following.get(token.acronym) or node.following.get(token.lemma)
            if following is None:
                break
            node = following
            if node.phrase is not None:
                longest = (node.phrase, after)
        return longest
