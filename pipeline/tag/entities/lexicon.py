"""Ordinary words of a language, which in capitals are a heading more often than a name."""

from __future__ import annotations

from functools import cache, lru_cache
from typing import TYPE_CHECKING

from pipeline.text import words

if TYPE_CHECKING:
    from simplemma.strategies import DictionaryLookupStrategy

#: Words that carry no meaning of their own in the three languages; they stand in lower case in
#: names and headings alike and are skipped in acronyms.
FUNCTION_WORDS = frozenset(
    words(
        "a al an and are as at au aux by ce com como d da dans das de del des di do dos du e em en "
        "est et for how in is l la le les na nas no nos o of on or os our para por pour qu que "
        "quem qui s sur the to what why with y à ao aos um uma un une"
    )
)


@cache
def _dictionary() -> DictionaryLookupStrategy:
    # Its import compiles the rules of all languages, which whoever asks for no word can do without.
    from simplemma.strategies import (  # noqa: PLC0415
        LOW_MEMORY_DICTIONARY_FACTORY,
        DictionaryLookupStrategy,
    )

    # The usual dictionaries take 120 MB more.
    return DictionaryLookupStrategy(LOW_MEMORY_DICTIONARY_FACTORY)


@lru_cache(maxsize=1 << 15)
def is_ordinary(word: str, language: str) -> bool:
    """Tell whether a word stands in the dictionary in lower case, and only so.

    'Turkey' stands there both ways, 'Challenges' does not. Many Portuguese places are missing from
    the dictionary or stand there in lower case ('lisboa'): what is known to be a place, or likely
    one, should not be judged by it.
    """
    lower = word.lower()
    known = _dictionary().is_dictionary_member
    return known(lower, language) and not known(lower.capitalize(), language)


def is_ordinary_anywhere(word: str) -> bool:
    """Tell whether a word is an ordinary one of English, French or Portuguese."""
    return any(is_ordinary(word, language) for language in ("en", "fr", "pt"))
