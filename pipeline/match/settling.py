"""Settles which decks may keep the session they want: one current deck a session and language."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

import lap
import numpy as np

from pipeline.match.components import components
from pipeline.match.families import Family
from pipeline.match.matcher import Judgement
from pipeline.match.outcomes import CHANCE
from pipeline.records.programme import Session

#: Probabilities are bounded so that their logarithms are finite.
SMALLEST = 1e-9


def crowded_out(
    families: Sequence[Family], judgements: Sequence[Judgement], sessions: Sequence[Session]
) -> dict[int, int]:
    """Return the families that lose their session, with the family that keeps it.

    In each language a session takes as many current decks as it has speakers. Where more want
    it, the assignment with the greatest likelihood decides (Jonker and Volgenant 1987).
    """
    losers: dict[int, int] = {}
    languages = sorted({item.deck.language for family in families for item in family.current})
    for language in languages:
        wanting = [
            number
            for number, family in enumerate(families)
            if any(item.deck.language == language for item in family.current)
            and judgements[number].confidence >= CHANCE
        ]
        for crowd in _crowds(wanting, judgements):
            losers.update(_losers(crowd, judgements, sessions))
    return losers


def _crowds(wanting: Sequence[int], judgements: Sequence[Judgement]) -> Iterator[list[int]]:
    """Yield the families that have sessions in question in common, where there is contention."""
    wanted = {judgements[number].best for number in wanting}
    first: dict[int, int] = {}
    pairs = [
        (first.setdefault(session, position), position)
        for position, number in enumerate(wanting)
        for session in judgements[number].likely.keys() & wanted
    ]
    for group in components(len(wanting), pairs):
        crowd = [wanting[position] for position in group]
        if len({judgements[number].best for number in crowd}) < len(crowd):
            yield crowd


def _losers(
    crowd: Sequence[int], judgements: Sequence[Judgement], sessions: Sequence[Session]
) -> dict[int, int]:
    wanted = sorted({judgements[number].best for number in crowd})
    places = [session for session in wanted for _ in range(_capacity(sessions[session]))]
    chances = np.array(
        [[judgements[number].likely.get(place, 0.0) for place in places] for number in crowd]
    )
    staying = np.diag([judgements[number].none for number in crowd])
    costs = -np.log(np.maximum(np.hstack([chances, staying]), SMALLEST))
    _, columns, _ = lap.lapjv(costs, extend_cost=True)
    kept = {
        places[column]: number
        for number, column in zip(crowd, columns, strict=True)
        if column < len(places) and places[column] == judgements[number].best
    }
    return {
        number: kept[judgements[number].best]
        for number, column in zip(crowd, columns, strict=True)
        if (column >= len(places) or places[column] != judgements[number].best)
        and judgements[number].best in kept
    }


def _capacity(session: Session) -> int:
    return max(len(session.speakers), 1)
