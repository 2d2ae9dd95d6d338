"""Words reduced to what labels and slides have in common: lemmas without accents and case."""

from __future__ import annotations

import re
import unicodedata
from functools import lru_cache, partial
from typing import NamedTuple

#: Languages whose lemmas are looked up; words of other languages are only folded.
LEMMATISED = frozenset({"ca", "de", "en", "es", "fr", "gl", "it", "nl", "pt", "ro"})

#: Articles and prepositions, elided ones among them, that labels drop and add at will:
#: 'l'économie solidaire', 'l'économie de la solidarité'.
FUNCTION_WORDS = {
    "en": "and at by for from in its of on s the to with",
    "es": "a al con de del e el en la las los o para por u y",
    "fr": "à au aux avec c d dans de des du en et j l la le les m n par pour qu s sur t y",
    "pt": "a à ao aos as às com da das de do dos e em na nas no nos o os para por",
}

#: Endings of plurals, each with that of the singular; the first that makes a known word counts.
#: The dictionaries of simplemma take 'curtas' for a verb and 'curta' for an adjective: through
#: the singular, both numbers of a word meet in one lemma.
PLURALS = {
    "en": (("s", ""),),
    "es": (("ces", "z"), ("es", ""), ("s", "")),
    "fr": (("eaux", "eau"), ("aux", "al"), ("s", ""), ("x", "")),
    "pt": (
        ("ões", "ão"),
        ("ães", "ão"),
        ("ais", "al"),
        ("óis", "ol"),
        ("áveis", "ável"),
        ("íveis", "ível"),
        ("eis", "el"),
        ("éis", "el"),
        ("ns", "m"),
        ("res", "r"),
        ("zes", "z"),
        ("s", ""),
    ),
}

#: How a verb is known: by the end of the word in English, of the lemma elsewhere. Labels are
#: nouns, so a verb is left as it stands: 'a cooperativa dá' must not meet 'cooperativa de dados'
#: in the lemma 'dar'.
VERBS = {
    "en": ("ing", "ed"),
    "es": ("ar", "er", "ir"),
    "fr": ("er", "ir", "re"),
    "pt": ("ar", "er", "ir"),
}
#: Of a feminine, not of a verb: the lemma of 'financière' is 'financier'.
_FEMININE = "ère"

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


#: Words whose normal form is remembered, in each language: a few megabytes, and more words than
#: a hundred decks use.
_REMEMBERED = 50_000
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
    """Splits texts of one language into tokens; remembers the normal forms of common words.

    simplemma's frugal dictionaries are slower for a word not seen before, but take 17 MB for
    English, French and Portuguese together where the others take 146.
    """

    def __init__(self, language: str) -> None:
        self._language = language if language in LEMMATISED else ""
        self._dropped = frozenset(FUNCTION_WORDS.get(language, "").split())
        # Its import compiles the rules of all languages, which most processes can do without.
        from simplemma import is_known, lemmatize  # noqa: PLC0415

        self._lemmatise = partial(lemmatize, lang=self._language, low_memory=True)
        self._is_word = partial(is_known, lang=self._language, low_memory=True)
        self._known = lru_cache(maxsize=_REMEMBERED)(self._reduce)

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
        return self._known(word)

    def _reduce(self, word: str) -> str:
        lower = unicodedata.normalize("NFKC", word).lower()
        if lower in self._dropped:
            return ""
        folded = fold(self._noun(self._singular(lower)))
        # Headings in capitals lose their accents and with them their lemma: without the plural
        # s on both sides 'COOPERATIVES' still meets 'coopérative'.
        return folded[:-1] if folded.endswith("s") and len(folded) > len("ess") else folded

    def _noun(self, word: str) -> str:
        """Return the lemma of a noun or adjective, the word itself if it is of a verb."""
        if not self._language:
            return word
        lemma = self._lemmatise(word)
        telling = word if self._language == "en" else lemma
        is_verb = telling.endswith(VERBS.get(self._language, ()))
        return word if is_verb and not word.endswith(_FEMININE) else lemma

    def _singular(self, word: str) -> str:
        for plural, singular in PLURALS.get(self._language, ()):
            if word.endswith(plural):
                candidate = word.removesuffix(plural) + singular
                if candidate and self._is_word(candidate):
                    return candidate
        return word
