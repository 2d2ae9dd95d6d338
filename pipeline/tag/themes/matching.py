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


class PhraseMatcher:
    """Knows the phrases of one language by their tokens, and how long each first word may run."""

    def __init__(self, phrases: Iterable[Phrase]) -> None:
        self._phrases = {phrase.tokens: phrase for phrase in phrases}
        self._acronyms = {
            token for tokens in self._phrases for token in tokens if not token.islower()
        }
        self._longest: dict[str, int] = {}
        for tokens in self._phrases:
            self._longest[tokens[0]] = max(len(tokens), self._longest.get(tokens[0], 0))

    def find(self, tokens: Sequence[Token]) -> Iterator[Found]:
        """Yield the longest phrases from left to right; they do not overlap.

        So 'social economy' is not found inside 'social economy law'.
        """
        keys = tuple(
            token.acronym if token.acronym in self._acronyms else token.lemma for token in tokens
        )
        position = 0
        while position < len(keys):
            for length in range(self._longest.get(keys[position], 0), 0, -1):
                phrase = self._phrases.get(keys[position : position + length])
                if phrase is not None:
                    last = position + len(phrase.tokens) - 1
                    yield Found(phrase, tokens[position].start, tokens[last].end)
                    position = last
                    break
            position += 1
