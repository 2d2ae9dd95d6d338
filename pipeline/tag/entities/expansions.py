"""What acronyms stand for, as a text says beside them."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence

from pipeline.tag.entities.lexicon import FUNCTION_WORDS
from pipeline.tag.entities.mentions import Key, Token

#: How acronyms are written, their plural too.
ACRONYM = re.compile(r"^[A-ZÀ-Þ][A-ZÀ-Þ&/.-]{1,9}s?$")


def expansions_in(texts: Iterable[tuple[str, Sequence[Token]]]) -> Mapping[str, set[Key]]:
    """Return the phrases whose initials spell a word in brackets beside them, by that word."""
    expansions: defaultdict[str, set[Key]] = defaultdict(set)
    for text, found in texts:
        for position, token in enumerate(found):
            if ACRONYM.match(text[token.start : token.end]):
                before, after = found[:position], found[position + 1 :]
                for phrase in (
                    _spelling(_letters(text, token)[::-1], text, before[::-1])[::-1],
                    _spelling(_letters(text, token), text, after),
                ):
                    if phrase:
                        expansions[token.folded].add(tuple(phrase))
    return expansions


def _letters(text: str, token: Token) -> str:
    """Return the initials that an acronym stands for: 'SDGs' are goals too."""
    return token.folded[:-1] if text[token.end - 1] == "s" else token.folded


def _spelling(initials: str, text: str, found: Sequence[Token]) -> list[str]:
    """Return the words from the first on whose initials spell the letters, [] if they do not.

    Words without meaning and what follows a hyphen need not be spelt.
    """
    phrase: list[str] = []
    left = initials
    for token in found:
        if not left:
            break
        if token.folded.startswith(left[0]):
            left = left[1:]
        elif token.folded not in FUNCTION_WORDS and text[token.start - 1] != "-":
            return []
        phrase.append(token.folded)
    return phrase if not left else []
