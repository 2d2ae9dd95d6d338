"""Words reduced to what labels and slides have in common: lemmas without accents and case."""

from __future__ import annotations

import re
import unicodedata
from typing import NamedTuple

import simplemma

#: Languages whose lemmas are looked up; words of other languages are only folded.
LEMMATISED = frozenset({"ca", "de", "en", "es", "fr", "gl", "it", "nl", "pt", "ro"})

#: Words that labels drop and add at will ('l'économie de la solidarité'). One-letter words,
#: elided articles among them, go in every language.
FUNCTION_WORDS = {
    "en": "of the and for in to on by with an at from its",
    "fr": "de la le les du des et en au aux un une pour par dans sur avec",
    "pt": "de da do das dos em na no nas nos para por com um uma ao os as",
    "es": "de la el los las del en para por con un una al",
}

_WORD_OR_BREAK = re.compile(
    r"(?P<word>[^\W_]+)|[.,;:!?…()\[\]{}|•▪■\t]|\n\s*\n|(?<=\s)[-–—](?=\s)|\n(?=\s*[-–—*>])"
)
_ACRONYM_LENGTH = range(2, 9)


class Token(NamedTuple):
    """A word of a text: its normal form, its acronym ('' where it is none) and where it stands.

    A break between phrases has an empty `lemma`.
    """

    lemma: str
    acronym: str
    start: int
    end: int


_BREAK = Token("", "", 0, 0)


def fold(text: str) -> str:
    """Return the text without accents and case."""
    decomposed = unicodedata.normalize("NFKD", text.casefold())
    plain = "".join(letter for letter in decomposed if not unicodedata.combining(letter))
    return plain.replace("œ", "oe").replace("æ", "ae")


def acronym(word: str) -> str:
    """Return the word without a plural s where it is written as an acronym, else ''."""
    stem = word.removesuffix("s")
    return stem if len(stem) in _ACRONYM_LENGTH and stem.isupper() and stem.isalpha() else ""


class Normaliser:
    """Splits texts of one language into tokens; remembers the normal form of every word."""

    def __init__(self, language: str) -> None:
        self._language = language if language in LEMMATISED else ""
        self._dropped = frozenset(FUNCTION_WORDS.get(language, "").split())
        self._lemmas: dict[str, str] = {}

    def tokens(self, text: str) -> list[Token]:
        """Return the content words of an NFC text, with breaks where no phrase runs on."""
        tokens: list[Token] = []
        for match in _WORD_OR_BREAK.finditer(text):
            word = match["word"]
            if word is None:
                tokens.append(_BREAK)
            elif lemma := self.lemma(word):
                tokens.append(Token(lemma, acronym(word), match.start(), match.end()))
        return tokens

    def lemma(self, word: str) -> str:
        """Return the normal form of a word, '' for a function word."""
        known = self._lemmas.get(word)
        if known is None:
            known = self._lemmas[word] = self._reduce(word)
        return known

    def _reduce(self, word: str) -> str:
        lower = unicodedata.normalize("NFKC", word).lower()
        if len(lower) == 1 or lower in self._dropped:
            return ""
        lemma = simplemma.lemmatize(lower, lang=self._language) if self._language else lower
        folded = fold(lemma)
        # Headings in capitals lose their accents and with them their lemma: without the plural
        # s on both sides 'COOPERATIVES' still meets 'coopérative'.
        return folded[:-1] if folded.endswith("s") and len(folded) > len("ess") else folded
