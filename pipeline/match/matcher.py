"""Decides for each deck on its session, or that a person must, or that it has none."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np
from numpy.typing import NDArray

from pipeline.encode import Encoder
from pipeline.match.deck import DeckView
from pipeline.match.signals import Seen, know, observe
from pipeline.match.weights import Weights, load_weights
from pipeline.records.matches import Candidate, Evidence, Match, Status
from pipeline.records.programme import Programme

#: Probability from which a match is published without a person's look.
SURE = 0.9
#: Probability below which not even a candidate is worth a person's time.
CHANCE = 0.1
#: How many candidates and how many reasons are told.
CANDIDATES = 3
REASONS = 6
#: A reason that weighs less than this is not worth telling.
WORTH_TELLING = 0.1


class Matcher:
    """Knows one programme and places decks in it."""

    def __init__(
        self, programme: Programme, encoder: Encoder, weights: Weights | None = None
    ) -> None:
        self._sessions = programme.sessions
        self._known = know(programme, encoder)
        self._weights = weights or load_weights()

    def match(self, deck: DeckView) -> Match:
        """Return where a deck belongs, judged by itself."""
        seen = observe(deck, self._known)
        probabilities = self._weights.probabilities(seen)
        order = self._ranked(probabilities)
        best = order[0] if order else None
        confidence = float(probabilities[best]) if best is not None else 0.0
        status = _status(confidence)
        chosen = best if status is not Status.UNMATCHED else None
        return Match(
            status=status,
            session_id=None if chosen is None else self._sessions[chosen].id,
            confidence=round(confidence, 4),
            evidence=() if best is None else self._evidence(seen, best),
            candidates=tuple(
                Candidate(
                    session_id=self._sessions[session].id,
                    confidence=round(float(probabilities[session]), 4),
                )
                for session in order
            ),
        )

    def _ranked(self, probabilities: NDArray[np.float64]) -> list[int]:
        sessions = np.argsort(-probabilities[:-1], kind="stable")[:CANDIDATES]
        return [int(session) for session in sessions]

    def _evidence(self, seen: Sequence[Seen], session: int) -> tuple[Evidence, ...]:
        reasons = []
        for item in seen:
            weight = float(item.strengths[session]) * self._weights.signals[item.signal]
            if weight >= WORTH_TELLING:
                detail, page = item.say(session)
                reasons.append(
                    Evidence(signal=item.signal, detail=detail, page=page, weight=round(weight, 4))
                )
        reasons.sort(key=lambda reason: (-reason.weight, reason.signal))
        return tuple(reasons[:REASONS])


def _status(confidence: float) -> Status:
    if confidence >= SURE:
        return Status.MATCHED
    return Status.REVIEW if confidence >= CHANCE else Status.UNMATCHED
