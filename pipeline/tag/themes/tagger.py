"""The themes of a deck, from the phrases on its pages."""

from __future__ import annotations

import math
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence

from pipeline.encode import Vectors
from pipeline.records.decks import Deck, DeckLanguage, Page
from pipeline.records.tags import Theme
from pipeline.tag.themes.evidence import Mention, amount, mentions_on, nearest, shown
from pipeline.tag.themes.matching import PhraseMatcher
from pipeline.tag.themes.meaning import Meanings, Near
from pipeline.tag.themes.normalising import Normaliser
from pipeline.tag.themes.vocabulary import Vocabulary

MAX_THEMES = 12
#: Below this, or below this share of the first theme's score, a concept is only mentioned.
MIN_SCORE = 0.15
MIN_SHARE = 0.25
#: The scores of its sure themes add up to this in a deck that speaks of the vocabulary's field:
#: to 2.2 or more in the sample decks, to 0.19 at most in 237 decks of other fields.
FIELD_SCORE = 0.3
#: What nearness adds to a score, how near a concept must be that no phrase names, and among how
#: many of the nearest. On the sample decks more weight than this displaces what is said in so many
#: words (F1@5 falls from 83% to 76% at 1.0); on the pages of the gold set it makes no difference.
NEAR = 0.5
MIN_NEARNESS = 0.12
NEAREST = 5
#: What counts of a concept that spans the whole scheme, against 1 for the most specific.
GENERIC = 0.4


class ThemeTagger:
    """Tags decks with the concepts of one vocabulary; made once, then used for many decks."""

    def __init__(self, vocabulary: Vocabulary) -> None:
        self._concepts = vocabulary.concepts
        self._meanings = Meanings(vocabulary)
        languages = sorted({phrase.language for phrase in vocabulary.phrases})
        self._normalisers = {language: Normaliser(language) for language in languages}
        self._matchers = {
            language: PhraseMatcher(p for p in vocabulary.phrases if p.language == language)
            for language in languages
        }

    def tag(
        self, deck: Deck, language: DeckLanguage, vectors: Vectors | None = None
    ) -> tuple[Theme, ...]:
        """Return the themes of a deck, best first; () where it is about something else.

        Each page is read in its own language, in the deck's where that is `und`. A phrase that
        needs company counts once surer ones, or the meaning of the pages, show that the deck speaks
        of the field. `vectors`, one a page, say what the words do not.
        """
        mentions: defaultdict[int, list[Mention]] = defaultdict(list)
        for mention in self._mentions(deck, language):
            mentions[mention.concept].append(mention)
        pages = sum(page.usable for page in deck.pages)
        sure = {
            concept: [mention for mention in found if not mention.needs_company]
            for concept, found in mentions.items()
        }
        said = self._scores(mentions, pages)
        if math.fsum(self._scores(sure, pages).values()) < FIELD_SCORE and not (
            said and vectors is not None and self._meanings.of_the_field(vectors)
        ):
            return ()
        near = {} if vectors is None else self._meanings.near(vectors)
        return self._themes(_joined(said, near), mentions, near, deck)

    def _mentions(self, deck: Deck, language: DeckLanguage) -> Iterator[Mention]:
        for index, (page, tag) in enumerate(_pages_with_language(deck, language)):
            if page.usable and tag in self._matchers:
                yield from mentions_on(
                    page, self._normalisers[tag], self._matchers[tag], cover=index == 0
                )

    def _scores(self, mentions: Mapping[int, Sequence[Mention]], pages: int) -> dict[int, float]:
        """Return the score of every concept that is mentioned enough.

        What is said is set against the length of the deck, saturates at 1 and is weighed by
        how specific the concept is.
        """
        scores = {}
        for concept, found in mentions.items():
            said = amount(found) / math.sqrt(pages)
            weight = GENERIC + (1 - GENERIC) * self._concepts[concept].specificity
            score = round(weight * said / (1 + said), 4)
            if score >= MIN_SCORE:
                scores[concept] = score
        return scores

    def _themes(
        self,
        scores: Mapping[int, float],
        mentions: Mapping[int, Sequence[Mention]],
        near: Mapping[int, Near],
        deck: Deck,
    ) -> tuple[Theme, ...]:
        enough = max(scores.values(), default=0.0) * MIN_SHARE
        best = sorted(
            (concept for concept, score in scores.items() if score >= enough),
            key=lambda concept: (-scores[concept], self._concepts[concept].id),
        )
        return tuple(
            Theme(
                id=self._concepts[concept].id,
                label=self._concepts[concept].label,
                score=scores[concept],
                evidence=shown(mentions[concept])
                if mentions.get(concept)
                else nearest(deck, near[concept]),
            )
            for concept in best[:MAX_THEMES]
        )


def _pages_with_language(deck: Deck, language: DeckLanguage) -> Iterator[tuple[Page, str]]:
    """Yield each page with the primary language in which it is to be read."""
    for page, detected in zip(deck.pages, language.pages, strict=True):
        tag = language.deck.tag if detected.tag == "und" else detected.tag
        yield page, tag.partition("-")[0]


def _joined(said: Mapping[int, float], near: Mapping[int, Near]) -> dict[int, float]:
    """Return the scores of what is said with those of what is near; words weigh more."""
    enough = sorted((item.nearness for item in near.values()), reverse=True)[:NEAREST][-1:]
    scores = dict(said)
    for concept, item in near.items():
        if concept in scores or item.nearness >= max(MIN_NEARNESS, *enough):
            scores[concept] = round(min(scores.get(concept, 0.0) + NEAR * item.nearness, 1.0), 4)
    return scores
