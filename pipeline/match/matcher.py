"""Weighs the evidence of decks against the sessions of one programme."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import partial

import numpy as np

from pipeline.encode import Encoder
from pipeline.match.deck import DeckView
from pipeline.match.outcomes import CHANCE
from pipeline.match.recall import Recall, anew
from pipeline.match.seen import Seen, contradiction, signer_of, without_repeats
from pipeline.match.signals import know, observe
from pipeline.match.weights import Weights, load_weights
from pipeline.records.decisions import NO_SESSION
from pipeline.records.matches import Candidate, Evidence
from pipeline.records.programme import Programme, variants

#: How many candidates and how many reasons are told.
CANDIDATES = 3
REASONS = 6
#: A reason that weighs less than this is not worth telling.
WORTH_TELLING = 0.1
#: A file speaks for itself where its own evidence is at least this share of the strongest.
OWN_WORD = 0.5
#: A probability below this plays no part in who may keep which session.
NEGLIGIBLE = 0.001
#: Digits to which sessions must differ for one to be likelier; else the earlier one stands first.
EVEN = 12


@dataclass(frozen=True)
class Judgement:
    """What was judged of decks that are one deck.

    `best` is the position of the likeliest session, or of that whose speaker signs what would else
    be put aside, and `confidence` its probability, rounded to 4 digits; `likely` holds the
    probability of every session that is worth considering, `none` that of none of them. `evidence`
    says for each file, by path, why; `against` what speaks for another session so clearly that a
    person must look, `signed` whether a speaker's whole name stands where decks are signed.
    `decided` is the path of the file about which a person decided.
    """

    best: int
    confidence: float
    likely: Mapping[int, float]
    none: float
    candidates: tuple[Candidate, ...]
    evidence: Mapping[str, tuple[Evidence, ...]]
    against: Evidence | None = None
    signed: bool = False
    decided: str | None = None


@dataclass(frozen=True)
class Said:
    """A person's word on one file: its session, or none."""

    path: str
    session: str


class Matcher:
    """Knows one programme and judges decks by it."""

    def __init__(
        self,
        programme: Programme,
        encoder: Encoder,
        weights: Weights | None = None,
        recall: Recall[Judgement] = anew,
    ) -> None:
        """Know a programme; `recall` may give judgements that were made before."""
        self.sessions = programme.sessions
        self._known = know(programme, encoder)
        self._weights = weights or load_weights()
        self._recall = recall
        self._positions = {
            NO_SESSION: -1,
            **{session.id: number for number, session in enumerate(self.sessions)},
        }

    def knows(self, session_id: str) -> bool:
        """Tell whether the id names a session of the programme, or none of them."""
        return session_id in self._positions

    def judge(
        self, families: Sequence[tuple[Sequence[DeckView], Said | None]]
    ) -> Iterator[Judgement]:
        """Judge decks that are one deck together: what is found in one serves all.

        Yields one judgement a family, in their order. A person's word wins over all evidence.
        Each family is looked at by itself, so that what is judged of it depends on no other; the
        evidence is large, and soon let go.
        """
        for decks, said in families:
            asked = [[deck.path, deck.show_name, *deck.content] for deck in decks]
            yield self._recall([asked, said], partial(self._look, decks, said))

    def _look(self, decks: Sequence[DeckView], said: Said | None) -> Judgement:
        seen = observe([deck.opened for deck in decks], self._known)
        return self._judge(dict(zip([deck.path for deck in decks], seen, strict=True)), said)

    def _judge(self, evidence: Mapping[str, Sequence[Seen]], said: Said | None) -> Judgement:
        """Weigh evidence, given by path: of each kind the strongest counts.

        So a deck in three languages is not thrice as sure.
        """
        together = [
            Seen(kind[0].signal, np.max([item.strengths for item in kind], axis=0), kind[0].say)
            for kind in zip(*evidence.values(), strict=True)
        ]
        counted = without_repeats(together)
        chances = self._weights.probabilities(counted)
        if said:
            chances = np.zeros_like(chances)
            chances[self._positions[said.session]] = 1.0
        order = np.argsort(-chances[:-1].round(EVEN), kind="stable")
        best, signer = int(order[0]), signer_of(together)
        if signer is not None and chances[best] < CHANCE:
            best = signer
        shown = list(dict.fromkeys([best, *map(int, order)]))[:CANDIDATES]
        other = None if said else contradiction(together, best)
        if other and other[0] not in shown:
            shown[-1:] = [other[0]]
        weights = {seen.signal: self._weigh(seen, best) for seen in counted}
        return Judgement(
            best=best,
            confidence=round(float(chances[best]), 4),
            likely={
                int(number): float(chances[number])
                for number in np.flatnonzero(chances[:-1] >= NEGLIGIBLE)
            },
            none=float(chances[-1]),
            candidates=tuple(
                Candidate(
                    session_id=self.sessions[number].id, confidence=round(float(chances[number]), 4)
                )
                for number in shown
            ),
            evidence={path: _reasons(evidence, best, path, weights) for path in evidence},
            against=self._against(evidence, *other) if other else None,
            signed=signer is not None,
            decided=said.path if said else None,
        )

    def _weigh(self, seen: Seen, session: int) -> float:
        return round(float(seen.strengths[session]) * self._weights.signals[seen.signal], 4)

    def _against(
        self, evidence: Mapping[str, Sequence[Seen]], session: int, signal: str
    ) -> Evidence:
        """Say what speaks for another session than the one that was chosen."""
        seen = next(item for _, item in _strongest(evidence, session) if item.signal == signal)
        detail, page = seen.say(session)
        title = next(variants(self.sessions[session].title), self.sessions[session].id)
        return Evidence(
            signal="contradiction",
            detail=f"For another session, “{title}”: {detail}",
            page=page,
            weight=-self._weigh(seen, session),
        )


def _reasons(
    evidence: Mapping[str, Sequence[Seen]], session: int, path: str, weights: Mapping[str, float]
) -> tuple[Evidence, ...]:
    """Say why a session was judged likely, as seen from one of the files."""
    own = {seen.signal: seen for seen in evidence[path]}
    reasons = []
    for giver, seen in _strongest(evidence, session):
        if weights[seen.signal] < WORTH_TELLING:
            continue
        if own[seen.signal].strengths[session] >= OWN_WORD * seen.strengths[session]:
            detail, page = own[seen.signal].say(session)
        else:
            detail, page = seen.say(session)
            detail = f"In “{giver}”, the same deck: {detail}"
        weight = weights[seen.signal]
        reasons.append(Evidence(signal=seen.signal, detail=detail, page=page, weight=weight))
    reasons.sort(key=lambda reason: (-reason.weight, reason.signal))
    return tuple(reasons[:REASONS])


def _strongest(evidence: Mapping[str, Sequence[Seen]], session: int) -> Iterator[tuple[str, Seen]]:
    """Yield, for each kind of evidence that there is, the file that gives most of it."""
    for kind in zip(*evidence.values(), strict=True):
        given = zip(evidence, kind, strict=True)
        giver, seen = max(given, key=lambda pair: pair[1].strengths[session])
        if seen.strengths[session] > 0:
            yield giver, seen
