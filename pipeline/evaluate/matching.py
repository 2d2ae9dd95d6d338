"""Runs the pipeline over labelled events and judges where it puts each deck."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

import msgspec
import numpy as np

from pipeline.encode import UniversalSentenceEncoder
from pipeline.evaluate.events import LabelledEvent
from pipeline.evaluate.figures import Judged
from pipeline.evaluate.fit import Case, cases, fit
from pipeline.ingest import take_stock, twins
from pipeline.kept import KeptEncoder, kept_vocabulary
from pipeline.library import Library, Listener
from pipeline.match import DeckView, Matcher, Weights, know, nameless, observe, place
from pipeline.match.outcomes import status
from pipeline.match.seen import without_repeats
from pipeline.reading import read_files
from pipeline.records.matches import Match, Status
from pipeline.settings import RunSettings
from pipeline.store import Store
from pipeline.survey import survey


@dataclass(frozen=True)
class ReadEvent:
    """A labelled event with its decks read; decks without a known truth are left out."""

    event: LabelledEvent
    decks: list[DeckView]
    copies: dict[str, str]
    unread: list[str]


class Evaluation:
    """Labelled events that are read once and judged as often as wanted."""

    def __init__(self, store: Store, settings: RunSettings, listener: Listener) -> None:
        self._store = store
        self._settings = settings
        self._listener = listener
        self._encoder = KeptEncoder(UniversalSentenceEncoder(), store)

    def read(self, event: LabelledEvent) -> ReadEvent:
        """Read the decks of an event."""
        vocabulary = kept_vocabulary(self._settings.vocabulary, self._store)
        languages = event.programme.languages
        inventory = take_stock(event.inbox, settings=self._settings.ingest, say=self._listener.say)
        library = Library(self._store, depends_on="-".join(languages))
        settings = msgspec.structs.replace(self._settings, inbox=event.inbox)
        read_files(inventory.files, library, settings, languages, vocabulary, self._listener)
        inventory, decks, _ = survey(inventory, library, decisions={})
        return ReadEvent(
            event=event,
            decks=[deck for deck in decks if deck.path in event.truth],
            copies=twins(inventory.files),
            unread=[item.path for item in inventory.rejected if item.path in event.truth],
        )

    def judge(
        self, read: ReadEvent, *, show_names: bool, weights: Weights | None = None
    ) -> list[Judged]:
        """Match the decks of an event, with or without their file names, and judge the outcome."""
        decks = read.decks if show_names else [nameless(deck) for deck in read.decks]
        matcher = Matcher(read.event.programme, self._encoder, weights)
        placements = place(decks, matcher, read.copies)
        judged = [_judged(read.event, path, None) for path in read.unread]
        for deck in decks:
            item = _judged(read.event, deck.path, placements[deck.path].match)
            language = deck.language
            judged.append(msgspec.structs.replace(item, language=language))
        return judged

    def strangers(self, reads: Sequence[ReadEvent], strangers: ReadEvent) -> list[Judged]:
        """Judge decks that belong to no session of any of the events, in each of them."""
        judged = []
        for read in reads:
            event = msgspec.structs.replace(strangers.event, programme=read.event.programme)
            judged.extend(self.judge(replace(strangers, event=event), show_names=True))
        return judged

    def fit(self, reads: Sequence[ReadEvent]) -> Weights:
        """Fit the weights of matching to events; decks of the others are strangers to each."""
        learned: list[Case] = []
        signals: list[str] = []
        for read in reads:
            known = know(read.event.programme, self._encoder)
            ids = [session.id for session in read.event.programme.sessions]
            for other in reads:
                for deck in [*other.decks, *map(nameless, other.decks)]:
                    own = read.event.truth.get(deck.path) if other is read else None
                    session = ids.index(own.session_id) if own and own.session_id else None
                    (seen,) = observe([deck], known)
                    signals = [item.signal for item in seen]
                    learned.extend(cases(seen, session))
        return fit(learned, signals)

    def fit_to_others(self, reads: Sequence[ReadEvent]) -> list[Weights]:
        """Return weights for each event, fitted to the others, so that no event grades itself."""
        return [self.fit([other for other in reads if other is not read]) for read in reads]

    def orphans(self, read: ReadEvent, *, show_names: bool, weights: Weights) -> list[Judged]:
        """Judge decks as if their own session were not in the programme: none should be accepted.

        What was seen of the other sessions is kept as it was.
        """
        known = know(read.event.programme, self._encoder)
        sessions = read.event.programme.sessions
        ids = [session.id for session in sessions]
        judged = []
        for deck in read.decks:
            own = read.event.truth[deck.path].session_id
            if own is None or len(ids) == 1:
                continue
            (seen,) = observe([deck if show_names else nameless(deck)], known)
            chances = weights.probabilities(without_repeats(seen))
            rest = np.delete(chances, ids.index(own))
            rest /= rest.sum()
            best = int(rest[:-1].argmax())
            item = _judged(read.event, deck.path, None)
            confidence = round(float(rest[best]), 4)
            judged.append(
                msgspec.structs.replace(
                    item,
                    truth=None,
                    best=[name for name in ids if name != own][best],
                    confidence=confidence,
                    status=status(confidence),
                    language=deck.language,
                )
            )
        return judged


def _judged(event: LabelledEvent, path: str, match: Match | None) -> Judged:
    """Set a match beside the truth; no match stands for a deck that could not be read."""
    candidates = match.candidates if match else ()
    return Judged(
        event=event.name,
        file=path,
        truth=event.truth[path].session_id,
        best=candidates[0].session_id if candidates else None,
        confidence=match.confidence if match else 0.0,
        status=match.status if match else Status.UNMATCHED,
        language="und",
        true_language=event.truth[path].language,
    )
