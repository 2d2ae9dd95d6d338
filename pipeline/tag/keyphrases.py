"""Keyphrases: what a deck speaks of in its own words, outside any vocabulary.

RAKE (Rose, Engel, Cramer and Cowley, 'Automatic keyword extraction from individual documents',
in Text Mining: Applications and Theory, Wiley, 2010), weighed by where on how many pages a
phrase stands. Inflected forms of a phrase count as one.
"""

from __future__ import annotations

import math
import re
from collections import Counter, defaultdict
from collections.abc import Iterator
from importlib import import_module
from typing import NamedTuple

from pipeline.records.decks import ON_PAGE, BlockKind, Deck, DeckLanguage
from pipeline.tag.themes.normalising import Normaliser

MAX_KEYPHRASES = 12
MAX_WORDS = 4
#: A phrase in a title counts as much as one on this many pages.
TITLE_PAGES = 2
#: A phrase with a stop word inside must stand this often in the deck, as Rose et al. propose.
MIN_JOINED = 2

_CHUNK = re.compile(r"https?://\S+|www\.\S+|\S+@\S+|[.,;:!?…()\[\]{}«»“”\"|•▪\t\n/–—]+|\s-\s")
_WORD = re.compile(r"[^\W_]+(?:[-'’][^\W_]+)*")
_ELISION = re.compile(r"^(?:[cdjlmnst]|qu|jusqu|lorsqu|puisqu)['’]", re.IGNORECASE)


class _Occurrence(NamedTuple):
    """A candidate as it is written on a page; `joined` where a stop word stands inside."""

    text: str
    page: int
    in_title: bool
    joined: bool


def keyphrases(deck: Deck, language: DeckLanguage) -> tuple[str, ...]:
    """Return up to 12 phrases in the deck's language, the weightiest first.

    Only what stands on the slides is read, on pages in the deck's language. Names are left out
    as far as capitals give them away; () for a language without a list of stop words.
    """
    tag = language.deck.tag.partition("-")[0]
    stop_words = _stop_words(tag)
    if not stop_words:
        return ()
    normaliser = Normaliser(tag)
    found: defaultdict[tuple[str, ...], list[_Occurrence]] = defaultdict(list)
    for occurrence in _occurrences(deck, language, stop_words):
        lemmas = tuple(filter(None, map(normaliser.lemma, _words(occurrence.text))))
        if 1 <= len(lemmas) <= MAX_WORDS:
            found[lemmas].append(occurrence)
    return _best(found)


def _stop_words(tag: str) -> frozenset[str]:
    """Return spaCy's stop words; spaCy is loaded where decks are tagged, and nowhere else."""
    if not re.fullmatch(r"[a-z]{2,3}", tag) or tag == "und":
        return frozenset()
    try:
        return frozenset(import_module(f"spacy.lang.{tag}.stop_words").STOP_WORDS)
    except ModuleNotFoundError:
        return frozenset()


def _occurrences(
    deck: Deck, language: DeckLanguage, stop_words: frozenset[str]
) -> Iterator[_Occurrence]:
    for page, detected in zip(deck.pages, language.pages, strict=True):
        if not page.usable or detected.tag not in (language.deck.tag, "und"):
            continue
        for block in page.blocks:
            if block.kind in ON_PAGE:
                in_title = block.kind is BlockKind.TITLE
                for chunk in _CHUNK.split(block.text):
                    for text, joined in _candidates(_words(chunk), stop_words):
                        yield _Occurrence(text, page.number, in_title, joined)


def _words(text: str) -> list[str]:
    return [_ELISION.sub("", match[0]) for match in _WORD.finditer(text)]


def _candidates(words: list[str], stop_words: frozenset[str]) -> Iterator[tuple[str, bool]]:
    """Yield the runs between stop words, and neighbouring runs joined over one stop word."""
    runs: list[tuple[int, int]] = []
    for index, word in enumerate(words):
        if word.lower() in stop_words or len(word) == 1 or any(map(str.isdigit, word)):
            continue
        if runs and runs[-1][1] == index:
            runs[-1] = (runs[-1][0], index + 1)
        else:
            runs.append((index, index + 1))
    for position, (start, end) in enumerate(runs):
        yield " ".join(words[start:end]), False
        if position and runs[position - 1][1] == start - 1 and words[start - 1].isalpha():
            yield " ".join(words[runs[position - 1][0] : end]), True


def _best(found: dict[tuple[str, ...], list[_Occurrence]]) -> tuple[str, ...]:
    kept = {lemmas: where for lemmas, where in found.items() if _is_phrase(lemmas, where)}
    weights = _word_weights(found)
    scores = {
        lemmas: round(_spread(where) * math.fsum(weights[lemma] for lemma in lemmas), 6)
        for lemmas, where in kept.items()
    }
    chosen: list[tuple[str, ...]] = []
    for lemmas in sorted(scores, key=lambda lemmas: (-scores[lemmas], lemmas)):
        if not any(_contains(other, lemmas) or _contains(lemmas, other) for other in chosen):
            chosen.append(lemmas)
    return tuple(_written(kept[lemmas]) for lemmas in chosen[:MAX_KEYPHRASES])


def _is_phrase(lemmas: tuple[str, ...], where: list[_Occurrence]) -> bool:
    if where[0].joined and len(where) < MIN_JOINED:
        return False
    pages = len({occurrence.page for occurrence in where})
    if pages < 2 and (len(lemmas) == 1 or not any(o.in_title for o in where)):
        return False
    # A name has capitals wherever it stands; in a title, capitals say nothing in English.
    return any(
        word[0].islower() for occurrence in where for word in occurrence.text.split()[-1:]
    ) or any(occurrence.in_title and len(lemmas) > 1 for occurrence in where)


def _word_weights(found: dict[tuple[str, ...], list[_Occurrence]]) -> dict[str, float]:
    """Return degree over frequency of each word, the word score of RAKE."""
    frequency: Counter[str] = Counter()
    degree: Counter[str] = Counter()
    for lemmas, where in found.items():
        count = sum(not occurrence.joined for occurrence in where)
        for lemma in lemmas:
            frequency[lemma] += count
            degree[lemma] += count * len(lemmas)
    return {lemma: degree[lemma] / count if count else 0.0 for lemma, count in frequency.items()}


def _spread(where: list[_Occurrence]) -> float:
    titles = {occurrence.page for occurrence in where if occurrence.in_title}
    pages = {occurrence.page for occurrence in where}
    return math.log1p(len(pages) + (TITLE_PAGES - 1) * len(titles))


def _contains(long: tuple[str, ...], short: tuple[str, ...]) -> bool:
    width = len(short)
    return any(long[start : start + width] == short for start in range(len(long) - width + 1))


def _written(where: list[_Occurrence]) -> str:
    """Return the commonest way to write a phrase, small letters first among equals."""
    forms = Counter(occurrence.text for occurrence in where)
    return min(forms, key=lambda form: (-forms[form], form.swapcase()))
