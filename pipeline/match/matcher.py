"""Weighs the evidence of decks against the sessions of one programme."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, replace

import numpy as np
from numpy.typing import NDArray

from pipeline.encode import Encoder
from pipeline.match.deck import DeckView
from pipeline.match.signals import Seen, Words, know, observe
from pipeline.match.weights import Weights, load_weights
from pipeline.records.decisions import NO_SESSION
from pipeline.records.matches import Candidate, Evidence
from pipeline.records.programme import Programme

#: How many candidates and how many reasons are told.
CANDIDATES = 3
REASONS = 6
#: A reason that weighs less than this is not worth telling.
WORTH_TELLING = 0.1


@dataclass(frozen=True)
class Judgement:
    """How likely each session is for a deck: shape (sessions + 1), the last for none of them.

    `seen` holds the evidence by signal, strengths as used; `givers` says which of the `members`
    gave it. `decided` is the path of the file about which a person decided.
    """

    probabilities: NDArray[np.float64]
    seen: tuple[Seen, ...]
    givers: NDArray[np.intp]
    members: tuple[str, ...]
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
        members = tuple(evidence)
        stacks = [np.stack([item.strengths for item in kind]) for kind in _by_signal(evidence)]
        givers = np.array([stack.argmax(axis=0) for stack in stacks])
        seen = tuple(
            Seen(kind[0].signal, stack.max(axis=0), _voice(kind, giver))
            for kind, stack, giver in zip(_by_signal(evidence), stacks, givers, strict=True)
        )
        return Judgement(self._weights.probabilities(seen), seen, givers, members)

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
        """Say why a session was judged likely, as seen from one of the decks."""
        reasons = []
        for seen, givers in zip(judgement.seen, judgement.givers, strict=True):
            weight = float(seen.strengths[session]) * self._weights.signals[seen.signal]
            if weight < WORTH_TELLING:
                continue
            detail, page = seen.say(session)
            giver = judgement.members[givers[session]]
            if giver != path:
                detail = f"In “{giver}”, the same deck in another file: {detail}"
            reasons.append(
                Evidence(signal=seen.signal, detail=detail, page=page, weight=round(weight, 4))
            )
        reasons.sort(key=lambda reason: (-reason.weight, reason.signal))
        return tuple(reasons[:REASONS])


def _by_signal(evidence: Mapping[str, Sequence[Seen]]) -> list[tuple[Seen, ...]]:
    return list(zip(*evidence.values(), strict=True))


def _voice(kind: Sequence[Seen], givers: NDArray[np.intp]) -> Callable[[int], Words]:
    def say(session: int) -> Words:
        return kind[int(givers[session])].say(session)

    return say
