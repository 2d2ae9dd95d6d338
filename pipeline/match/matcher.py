"""Weighs the evidence of decks against the sessions of one programme."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

import numpy as np
from numpy.typing import NDArray

from pipeline.encode import Encoder
from pipeline.match.deck import DeckView
from pipeline.match.signals import Seen, know, observe
from pipeline.match.weights import Weights, load_weights
from pipeline.records.decisions import NO_SESSION
from pipeline.records.matches import Candidate, Evidence
from pipeline.records.programme import Programme

#: How many candidates and how many reasons are told.
CANDIDATES = 3
REASONS = 6
#: A reason that weighs less than this is not worth telling.
WORTH_TELLING = 0.1
#: A file speaks for itself where its own evidence is at least this share of the strongest.
OWN_WORD = 0.5


@dataclass(frozen=True)
class Judgement:
    """How likely each session is for a deck: shape (sessions + 1), the last for none of them.

    `evidence` holds what each of its files gives, by path; `decided` is the path of the file
    about which a person decided.
    """

    probabilities: NDArray[np.float64]
    evidence: Mapping[str, Sequence[Seen]]
    decided: str | None = None

    @property
    def best(self) -> int:
        """The position of the likeliest session."""
        return int(self.probabilities[:-1].argmax())

    @property
    def confidence(self) -> float:
        """The probability of the likeliest session, rounded to 4 digits."""
        return round(float(self.probabilities[self.best]), 4)


class Matcher:
    """Knows one programme and judges decks by it."""

    def __init__(
        self, programme: Programme, encoder: Encoder, weights: Weights | None = None
    ) -> None:
        self.sessions = programme.sessions
        self._known = know(programme, encoder)
        self._weights = weights or load_weights()
        self._positions = {
            NO_SESSION: -1,
            **{session.id: number for number, session in enumerate(self.sessions)},
        }

    def observe(self, deck: DeckView) -> list[Seen]:
        """Return the evidence that a deck gives by itself."""
        return observe(deck, self._known)

    def judge(self, evidence: Mapping[str, Sequence[Seen]]) -> Judgement:
        """Judge decks that are one deck together: what is found in one serves all.

        `evidence` holds what each gives, by path. Of each kind the strongest counts, so that a
        deck in three languages is not thrice as sure.
        """
        strongest = [
            Seen(kind[0].signal, np.max([item.strengths for item in kind], axis=0), kind[0].say)
            for kind in zip(*evidence.values(), strict=True)
        ]
        return Judgement(self._weights.probabilities(strongest), evidence)

    def knows(self, session_id: str) -> bool:
        """Tell whether the id names a session of the programme, or none of them."""
        return session_id in self._positions

    def decided(self, judgement: Judgement, session_id: str, path: str) -> Judgement:
        """Return the judgement that follows from a person's decision about one of the files."""
        certain = np.zeros_like(judgement.probabilities)
        certain[self._positions[session_id]] = 1.0
        return replace(judgement, probabilities=certain, decided=path)

    def candidates(self, judgement: Judgement) -> tuple[Candidate, ...]:
        """Return the likeliest sessions, best first."""
        order = np.argsort(-judgement.probabilities[:-1], kind="stable")[:CANDIDATES]
        return tuple(
            Candidate(
                session_id=self.sessions[number].id,
                confidence=round(float(judgement.probabilities[number]), 4),
            )
            for number in order
        )

    def evidence(self, judgement: Judgement, session: int, path: str) -> tuple[Evidence, ...]:
        """Say why a session was judged likely, as seen from one of the files."""
        own = {seen.signal: seen for seen in judgement.evidence[path]}
        reasons = []
        for giver, seen in self._strongest(judgement, session):
            if own[seen.signal].strengths[session] >= OWN_WORD * seen.strengths[session]:
                detail, page = own[seen.signal].say(session)
            else:
                detail, page = seen.say(session)
                detail = f"In “{giver}”, the same deck: {detail}"
            weight = round(float(seen.strengths[session]) * self._weights.signals[seen.signal], 4)
            reasons.append(Evidence(signal=seen.signal, detail=detail, page=page, weight=weight))
        reasons = [reason for reason in reasons if reason.weight >= WORTH_TELLING]
        reasons.sort(key=lambda reason: (-reason.weight, reason.signal))
        return tuple(reasons[:REASONS])

    def _strongest(self, judgement: Judgement, session: int) -> Iterator[tuple[str, Seen]]:
        """Yield, for each kind of evidence that there is, the file that gives most of it."""
        for kind in zip(*judgement.evidence.values(), strict=True):
            given = zip(judgement.evidence, kind, strict=True)
            giver, seen = max(given, key=lambda pair: pair[1].strengths[session])
            if seen.strengths[session] > 0:
                yield giver, seen
