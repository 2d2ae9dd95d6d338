"""Looks at decks for every kind of evidence."""

from __future__ import annotations

from collections.abc import Sequence

from pipeline.match.clues import Clues
from pipeline.match.deck import DeckView
from pipeline.match.seen import Seen, shared_out
from pipeline.match.signals.known import Known
from pipeline.match.signals.names import affiliation, speakers
from pipeline.match.signals.paths import file_name
from pipeline.match.signals.topics import agreement, subjects, titles
from pipeline.match.titles import Strengths

#: Vectors that tell what a deck is headed: its title's and those of the first two pages.
COVER_VECTORS = 3


def observe(decks: Sequence[DeckView], known: Known) -> list[Sequence[Seen]]:
    """Return all evidence that each deck gives, one kind after the other, always in this order."""
    vectors = [deck.vectors for deck in decks]
    near_titles = known.subjects.near_titles([rows[:COVER_VECTORS] for rows in vectors])
    near_abstracts = known.subjects.near_abstracts([rows[1:] for rows in vectors])
    return [
        _observe(Clues(deck), known, meaning, subject)
        for deck, meaning, subject in zip(decks, near_titles, near_abstracts, strict=True)
    ]


def _observe(clues: Clues, known: Known, meaning: Strengths, subject: Strengths) -> Sequence[Seen]:
    named = speakers(clues, known)
    topics = [*titles(clues, known, meaning), *subjects(clues, known, meaning, subject)]
    return shared_out(
        [
            *named,
            *topics,
            agreement(named, topics),
            affiliation(clues, known),
            *file_name(clues, known),
        ]
    )
