"""Settles which decks may keep the session they want: one current deck a session and language."""

from __future__ import annotations

from collections.abc import Sequence

import lap
import numpy as np

from pipeline.match.families import Family
from pipeline.match.matcher import Judgement
from pipeline.records.programme import Session

#: Probability from which a match is published without a person's look. Cross-validated on the
#: development events, of 106 decks accepted (names shown and hidden) two were not where their
#: label says, both the one deck whose cover names the speaker of another session; of 264 decks of
#: other events none was accepted.
SURE = 0.8
#: Probability below which not even a candidate is worth a person's time.
CHANCE = 0.1
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
        losers.update(_losers(wanting, judgements, sessions))
    return losers


def _losers(
    wanting: Sequence[int], judgements: Sequence[Judgement], sessions: Sequence[Session]
) -> dict[int, int]:
    wanted = sorted({judgements[number].best for number in wanting})
    places = [session for session in wanted for _ in range(_capacity(sessions[session]))]
    if len(wanting) == len({judgements[number].best for number in wanting}):
        return {}
    chances = np.array([judgements[number].probabilities for number in wanting])
    bounded = np.log(np.maximum(chances, SMALLEST))
    staying = np.full((len(wanting), len(wanting)), np.log(SMALLEST))
    np.fill_diagonal(staying, bounded[:, -1])
    _, columns, _ = lap.lapjv(-np.hstack([bounded[:, places], staying]), extend_cost=True)
    kept = {
        places[column]: number
        for number, column in zip(wanting, columns, strict=True)
        if column < len(places) and places[column] == judgements[number].best
    }
    return {
        number: kept[judgements[number].best]
        for number, column in zip(wanting, columns, strict=True)
        if (column >= len(places) or places[column] != judgements[number].best)
        and judgements[number].best in kept
    }


def _capacity(session: Session) -> int:
    return max(len(session.speakers), 1)
