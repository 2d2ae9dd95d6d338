"""Ordinary words of a language, which in capitals are a heading more often than a name."""

from __future__ import annotations

from simplemma.strategies import LOW_MEMORY_DICTIONARY_FACTORY, DictionaryLookupStrategy

# The usual dictionaries take 120 MB more.
_DICTIONARY = DictionaryLookupStrategy(LOW_MEMORY_DICTIONARY_FACTORY)


def is_ordinary(word: str, language: str) -> bool:
    """Tell whether a word stands in the dictionary in lower case, and only so.

    'Turkey' stands there both ways, 'Challenges' does not. Many Portuguese places are missing from
    the dictionary or stand there in lower case ('lisboa'): what is known to be a place, or likely
    one, should not be judged by it.
    """
    lower = word.lower()
    return _DICTIONARY.is_dictionary_member(
        lower, language
    ) and not _DICTIONARY.is_dictionary_member(lower.capitalize(), language)
