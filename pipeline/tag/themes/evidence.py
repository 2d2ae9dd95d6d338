"""What the pages of a deck say, phrase by phrase, and how much each page speaks of a concept."""

from __future__ import annotations

import math
import textwrap
import unicodedata
from collections import defaultdict
from collections.abc import Iterable, Iterator
from typing import NamedTuple

from pipeline.records.decks import Block, BlockKind, Deck, Page
from pipeline.records.tags import ThemeEvidence
from pipeline.tag.themes.matching import PhraseMatcher
from pipeline.tag.themes.meaning import Near
from pipeline.tag.themes.normalising import Normaliser

#: How much a mention counts by where it stands, by judgement: half or twice any of these keeps a
#: Jaccard of 0.8 or more with the first five themes of the sample decks. Headers and footers name
#: the event rather than what a page is about.
WEIGHTS = {
    BlockKind.TITLE: 3.0,
    BlockKind.BODY: 1.0,
    BlockKind.TABLE: 1.0,
    BlockKind.CHART: 1.0,
    BlockKind.DIAGRAM: 1.0,
    BlockKind.NOTES: 0.4,
    BlockKind.EMBEDDED: 0.4,
    BlockKind.ALT_TEXT: 0.3,
    BlockKind.COMMENT: 0.2,
    BlockKind.FURNITURE: 0.05,
}
#: The title of the first page is the title of the deck.
COVER_WEIGHT = 5.0
#: A single word says less of what it means than a phrase does.
SINGLE_WORD = 0.7
#: What is left of a phrase that also has other meanings, once the deck speaks of the field.
IN_COMPANY = 0.7

MAX_EVIDENCE = 5
#: Characters of a page without a heading that stand for it.
OPENING = 80


class Mention(NamedTuple):
    """A phrase that stands for a concept, as it is written on a page."""

    concept: int
    page: int
    weight: float
    needs_company: bool
    phrase: str


def mentions_on(
    page: Page, normaliser: Normaliser, matcher: PhraseMatcher, *, cover: bool
) -> Iterator[Mention]:
    """Yield all mentions on a page; `cover` is true for the first page."""
    for block in page.blocks:
        weight = (
            COVER_WEIGHT if cover and block.kind is BlockKind.TITLE else WEIGHTS.get(block.kind)
        )
        if weight is not None:
            yield from _mentions_in(block, page.number, weight, normaliser, matcher)


def _mentions_in(
    block: Block, page: int, weight: float, normaliser: Normaliser, matcher: PhraseMatcher
) -> Iterator[Mention]:
    text = unicodedata.normalize("NFC", block.text)
    for phrase, start, end in matcher.find(normaliser.tokens(text)):
        written = " ".join(text[start:end].split())
        strength = weight * (1.0 if len(phrase.tokens) > 1 else SINGLE_WORD)
        strength *= (IN_COMPANY if phrase.needs_company else 1.0) / len(phrase.concepts)
        for concept in phrase.concepts:
            yield Mention(concept, page, strength, phrase.needs_company, written)


def amount(mentions: Iterable[Mention]) -> float:
    """Return how much is said in all: pages add up, repetition on one page is damped.

    A page counts as its weightiest mention, times 1 + ln of how many such mentions all on it
    would make.
    """
    pages: defaultdict[int, list[float]] = defaultdict(list)
    for mention in mentions:
        pages[mention.page].append(mention.weight)
    return math.fsum(
        max(weights) * (1 + math.log(math.fsum(weights) / max(weights)))
        for weights in pages.values()
    )


def shown(mentions: Iterable[Mention]) -> tuple[ThemeEvidence, ...]:
    """Return the weightiest mentions, one for each wording, by page and phrase."""
    best: dict[str, Mention] = {}
    for mention in sorted(mentions, key=lambda m: (-m.weight, m.page, m.phrase)):
        best.setdefault(mention.phrase.casefold(), mention)
    chosen = [(mention.page, mention.phrase) for mention in list(best.values())[:MAX_EVIDENCE]]
    return tuple(ThemeEvidence(page=page, phrase=phrase) for page, phrase in sorted(chosen))


def nearest(deck: Deck, near: Near) -> tuple[ThemeEvidence, ...]:
    """Return the page that is nearest in meaning, by its heading or first words, and how near."""
    page = deck.pages[near.page]
    opening = page.title or textwrap.shorten(page.text, OPENING, placeholder=" …")
    return (ThemeEvidence(page=page.number, phrase=opening, nearness=near.nearness),)
