"""How far suggested themes agree with a gold set, and with each other across languages."""

from __future__ import annotations

import math
from collections.abc import Collection, Iterable, Mapping, Sequence
from itertools import combinations
from pathlib import Path

import msgspec

from pipeline.encode import Encoder, encode_deck, unpack
from pipeline.evaluate.gold import GoldDeck, GoldSet
from pipeline.records.base import Record
from pipeline.tag import ThemeTagger

#: How many suggestions of each deck are judged.
DEPTH = 5

#: The names of suggested concepts by deck, best first.
Suggestions = Mapping[str, Sequence[str]]


class Others(Record, frozen=True):
    """What other programs suggest for the same texts, kept with how they were run."""

    about: dict[str, str]
    suggestions: dict[str, dict[str, tuple[str, ...]]]


class Scores(Record, frozen=True):
    """Means over the decks that have themes; `intruders` are decks without that were given some."""

    decks: int
    f1: float
    ndcg: float
    intruders: int


class Agreement(Record, frozen=True):
    """How far the two passes of the judge agree: mean Jaccard, and Cohen's kappa."""

    jaccard: float
    kappa: float


def read_others(path: Path) -> Others:
    """Read the suggestions of other programs; raises msgspec errors for any other file."""
    return msgspec.json.decode(path.read_bytes(), type=Others)


def suggest(gold: GoldSet, tagger: ThemeTagger, encoder: Encoder | None) -> Suggestions:
    """Return what our own tagger suggests; by words alone without an encoder."""
    return {item.id: _tagged(item, tagger, encoder) for item in gold.decks}


def _tagged(item: GoldDeck, tagger: ThemeTagger, encoder: Encoder | None) -> list[str]:
    pages = unpack(encode_deck(item.deck, encoder), encoder.size)[1:] if encoder else None
    return [_name(theme.id) for theme in tagger.tag(item.deck, item.language, pages)]


def _name(uri: str) -> str:
    return uri.rstrip("/#").replace("#", "/").rpartition("/")[2]


def score(gold: GoldSet, decks: Collection[GoldDeck], suggestions: Suggestions) -> Scores:
    """Judge the suggestions for some decks of a gold set, `DEPTH` each."""
    pairs = [
        (gold.judgements[item.judgement].themes, list(suggestions[item.id])[:DEPTH])
        for item in decks
    ]
    judged = [(wanted, given) for wanted, given in pairs if wanted]
    return Scores(
        decks=len(judged),
        f1=_mean(f1(wanted, given) for wanted, given in judged),
        ndcg=_mean(ndcg(wanted, given) for wanted, given in judged),
        intruders=sum(bool(given) for wanted, given in pairs if not wanted),
    )


def f1(wanted: Collection[str], given: Sequence[str]) -> float:
    """Return the harmonic mean of precision and recall, from 0 to 1."""
    return 2 * len(set(wanted) & set(given)) / (len(wanted) + len(given))


def ndcg(wanted: Collection[str], given: Sequence[str]) -> float:
    """Return the normalised discounted cumulative gain, each wanted concept a gain of 1.

    Järvelin and Kekäläinen, ACM TOIS 20(4), 2002; the ideal order fills `DEPTH` places at most.
    """
    gain = math.fsum(1 / math.log2(rank + 2) for rank, c in enumerate(given) if c in wanted)
    return gain / math.fsum(1 / math.log2(rank + 2) for rank in range(min(len(wanted), DEPTH)))


def across_languages(gold: GoldSet, suggestions: Suggestions) -> dict[str, float]:
    """Return for each translated deck the mean Jaccard of its first themes, pair by pair."""
    return {
        name: _mean(
            jaccard(suggestions[one][:DEPTH], suggestions[other][:DEPTH])
            for one, other in combinations(item.files, 2)
        )
        for name, item in gold.judgements.items()
        if len(item.files) > 1
    }


def agreement(gold: GoldSet) -> Agreement:
    """Return how far the two passes agree, each concept that either chose anywhere a decision."""
    items = list(gold.judgements.values())
    pool = {concept for item in items for concept in (*item.first, *item.second)}
    total = len(items) * len(pool)
    first = sum(len(set(item.first)) for item in items) / total
    second = sum(len(set(item.second)) for item in items) / total
    both = sum(len(set(item.first) & set(item.second)) for item in items) / total
    expected = first * second + (1 - first) * (1 - second)
    observed = 1 - first - second + 2 * both
    return Agreement(
        jaccard=_mean(jaccard(i.first, i.second) for i in items if i.first or i.second),
        kappa=(observed - expected) / (1 - expected),
    )


def jaccard(one: Iterable[str], other: Iterable[str]) -> float:
    """Return what two sets share, from 0 to 1; two empty sets are the same."""
    a, b = set(one), set(other)
    return len(a & b) / len(a | b) if a | b else 1.0


def _mean(values: Iterable[float]) -> float:
    found = list(values)
    return math.fsum(found) / len(found) if found else math.nan
