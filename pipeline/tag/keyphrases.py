"""Keyphrases: what a deck speaks of in its own words, outside any vocabulary.

RAKE (Rose, Engel, Cramer and Cowley, 'Automatic keyword extraction from individual documents',
in Text Mining: Applications and Theory, Wiley, 2010), weighed by where and on how many pages a
phrase stands. Inflected forms of a phrase count as one.
"""

from __future__ import annotations

import math
import re
from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping, Sequence
from functools import lru_cache
from importlib.metadata import distribution
from pathlib import Path
from runpy import run_path
from typing import NamedTuple

from pipeline.records.decks import ON_PAGE, Block, BlockKind, Deck, DeckLanguage, Page
from pipeline.tag.themes.normalising import Normaliser

_SPACY_LANGUAGES = Path(str(distribution("spacy").locate_file("spacy/lang")))

MAX_KEYPHRASES = 12
MAX_WORDS = 4
#: A phrase with a preposition inside must stand this often in the deck, as Rose et al. propose
#: for stop words; theirs may be any, but 'platform an alternative' is no phrase.
MIN_JOINED = 2
JOINING = {
    "en": frozenset({"of", "for"}),
    "es": frozenset({"de", "del", "la", "las", "los"}),
    "fr": frozenset({"d", "de", "des", "du", "l", "la", "les"}),
    "pt": frozenset({"da", "das", "de", "do", "dos"}),
}

_CHUNK = re.compile(r"https?://\S+|www\.\S+|\S+@\S+|[.,;:!?…()\[\]{}«»“”\"|•▪\t\n/–—]+|\s-\s")
_WORD = re.compile(r"(?:[cdjlmnst]|qu)(?=['’])|[^\W_]+(?:[-'’][^\W_]+)*", re.IGNORECASE)

_Lemmas = tuple[str, ...]


class _Occurrence(NamedTuple):
    """A candidate as it is written on a page; `joined` where a preposition stands inside."""

    text: str
    page: int
    in_title: bool
    joined: bool


class _Run(NamedTuple):
    """Neighbouring content words; `gap` are the words between the run before and this one."""

    words: list[re.Match[str]]
    gap: list[str]


class KeyphraseTagger:
    """Finds the keyphrases of decks; made once, then used for many, since words come again."""

    def __init__(self) -> None:
        self._normalisers: dict[str, Normaliser] = {}
        self._stop_words: dict[str, frozenset[str]] = {}

    def tag(self, deck: Deck, language: DeckLanguage) -> tuple[str, ...]:
        """Return up to 12 phrases in the deck's language, the weightiest first.

        Only what stands on the slides is read, on pages in the deck's language. Names are left out
        as far as capitals give them away; () for a language without a list of stop words.
        """
        tag = language.deck.tag.partition("-")[0]
        if tag not in self._stop_words:
            self._stop_words[tag] = _stop_words(tag)
            self._normalisers[tag] = Normaliser(tag)
        stop_words = self._stop_words[tag]
        if not stop_words:
            return ()
        normaliser = self._normalisers[tag]
        joining = JOINING.get(tag, frozenset())
        found: defaultdict[_Lemmas, list[_Occurrence]] = defaultdict(list)
        for page, block in _read(deck, language):
            in_title = block.kind is BlockKind.TITLE
            for text, words, joined in _candidates(block.text, stop_words, joining):
                lemmas = tuple(filter(None, map(normaliser.lemma, words)))
                if 1 <= len(lemmas) <= MAX_WORDS:
                    found[lemmas].append(_Occurrence(text, page.number, in_title, joined))
        return _best(found)


def _read(deck: Deck, language: DeckLanguage) -> Iterator[tuple[Page, Block]]:
    for page, detected in zip(deck.pages, language.pages, strict=True):
        if page.usable and detected.tag in (language.deck.tag, "und"):
            yield from ((page, block) for block in page.blocks if block.kind in ON_PAGE)


def _stop_words(tag: str) -> frozenset[str]:
    """Return spaCy's stop words; importing them would compile its tokeniser, in seconds."""
    if not re.fullmatch(r"[a-z]{2,3}", tag):
        return frozenset()
    try:
        return frozenset(run_path(str(_SPACY_LANGUAGES / tag / "stop_words.py"))["STOP_WORDS"])
    except FileNotFoundError:
        return frozenset()


def _candidates(
    text: str, stop_words: frozenset[str], joining: frozenset[str]
) -> Iterator[tuple[str, list[str], bool]]:
    """Yield each run of content words, and neighbouring runs joined over prepositions.

    A candidate is its text, its content words and whether it is joined.
    """
    for chunk in _CHUNK.split(text):
        before: list[re.Match[str]] = []
        for words, gap in _runs(chunk, stop_words):
            yield chunk[words[0].start() : words[-1].end()], [word[0] for word in words], False
            if before and joining.issuperset(gap):
                both = [*before, *words]
                yield chunk[both[0].start() : both[-1].end()], [word[0] for word in both], True
            before = words


def _runs(chunk: str, stop_words: frozenset[str]) -> Iterator[_Run]:
    run = _Run([], [])
    for word in _WORD.finditer(chunk):
        if not _separates(word[0], stop_words):
            run.words.append(word)
            continue
        if run.words:
            yield run
            run = _Run([], [])
        run.gap.append(word[0].lower())
    if run.words:
        yield run


@lru_cache(maxsize=1 << 14)
def _separates(word: str, stop_words: frozenset[str]) -> bool:
    """Tell stop words, also within 'avez-vous', and what is no word."""
    parts = re.split("[-'’]", word.lower())
    return len(word) == 1 or any(part in stop_words or not part.isalpha() for part in parts)


def _best(found: Mapping[_Lemmas, Sequence[_Occurrence]]) -> tuple[str, ...]:
    weights = _word_weights(found)
    scores = {
        lemmas: round(_spread(where) * math.fsum(weights[lemma] for lemma in lemmas), 6)
        for lemmas, where in found.items()
        if _is_phrase(lemmas, where)
    }
    chosen: list[_Lemmas] = []
    for lemmas in sorted(scores, key=lambda lemmas: (-scores[lemmas], lemmas)):
        if len(chosen) == MAX_KEYPHRASES:
            break
        if not any(_contains(other, lemmas) or _contains(lemmas, other) for other in chosen):
            chosen.append(lemmas)
    return tuple(_written(found[lemmas]) for lemmas in chosen)


def _is_phrase(lemmas: _Lemmas, where: Sequence[_Occurrence]) -> bool:
    """Tell what recurs, or is a title of two words, and is no name."""
    if where[0].joined and len(where) < MIN_JOINED:
        return False
    in_title = any(occurrence.in_title for occurrence in where)
    if len({occurrence.page for occurrence in where}) < 2 and not (in_title and len(lemmas) == 2):
        return False
    # A name has a capital wherever it stands; in a title a capital says nothing in English.
    lower_case = any(occurrence.text.split()[-1][0].islower() for occurrence in where)
    return lower_case or (in_title and len(lemmas) > 1)


def _word_weights(found: Mapping[_Lemmas, Sequence[_Occurrence]]) -> dict[str, float]:
    """Return degree over frequency of each word, the word score of RAKE."""
    frequency: Counter[str] = Counter()
    degree: Counter[str] = Counter()
    for lemmas, where in found.items():
        count = sum(not occurrence.joined for occurrence in where)
        for lemma in lemmas:
            frequency[lemma] += count
            degree[lemma] += count * len(lemmas)
    return {lemma: degree[lemma] / count if count else 0.0 for lemma, count in frequency.items()}


def _spread(where: Sequence[_Occurrence]) -> float:
    """Return how widely a phrase is used: pages, those with it in the title twice, damped."""
    titles = {occurrence.page for occurrence in where if occurrence.in_title}
    pages = {occurrence.page for occurrence in where}
    return math.log1p(len(pages) + len(titles))


def _contains(long: _Lemmas, short: _Lemmas) -> bool:
    width = len(short)
    return any(long[start : start + width] == short for start in range(len(long) - width + 1))


def _written(where: Sequence[_Occurrence]) -> str:
    """Return the commonest way to write a phrase, small letters first among equals."""
    forms = Counter(" ".join(occurrence.text.split()) for occurrence in where)
    return min(forms, key=lambda form: (-forms[form], form.swapcase()))
