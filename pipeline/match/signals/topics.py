"""Evidence by topic: how the deck is headed, and what it is about."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np

from pipeline.match.clues import Clues
from pipeline.match.seen import Seen, Words, strongest
from pipeline.match.signals.known import Known
from pipeline.match.titles import Strengths


def titles(clues: Clues, known: Known, meaning: Strengths) -> list[Seen]:
    """Say which title the deck is headed by, and whose words it holds."""
    finder = known.titles
    held = finder.contained(clues.cover_words, fuzzy=True)
    alike, which = finder.alike(clues.headings, held, meaning)
    on_cover = finder.of_sessions(held)
    inside = finder.of_sessions(finder.contained(clues.counts.keys(), fuzzy=False))

    def say_alike(session: int) -> Words:
        heading = clues.headings[which[session]]
        where = "The title field" if heading.page is None else f"The heading on page {heading.page}"
        return f"{where} reads like the session's title (“{heading.text}”).", heading.page

    return [
        Seen("title", alike, say_alike),
        Seen(
            "title-words",
            on_cover,
            lambda session: (f"The first pages have {share(on_cover[session])} title.", None),
        ),
        Seen(
            "title-words-inside",
            inside,
            lambda session: (f"The pages have {share(inside[session])} title.", None),
        ),
    ]


def share(strength: float) -> str:
    """Say how much of a title was found."""
    return f"{strength:.0%} of the words of the session's"


def subjects(clues: Clues, known: Known, meaning: Strengths, subject: Strengths) -> list[Seen]:
    """Say which session is about like things: by meaning, and by the words that both share."""
    shared = known.subjects.shared_words(clues.counts)
    return [
        Seen("meaning", meaning, lambda _: ("The cover means much the same as the title.", None)),
        Seen("subject", subject, lambda _: ("The pages speak of the session's subject.", None)),
        Seen("words", shared, lambda _: ("The pages share rare words with the session.", None)),
    ]


#: How far each kind of topical evidence reaches when it is as strong as it gets in practice.
TOPICAL = {"title": 1.0, "title-words": 1.0, "meaning": 1.5, "words": 1.5}
#: Topical evidence that says nothing yet, and from which on it says all it can. On the development
#: events 95% of decks and sessions of one event that do not belong together have less than the
#: first, 80% of decks have more than the second with their own session.
CHANCE_TOPIC, SURE_TOPIC = 0.35, 0.7


def agreement(speakers: Sequence[Seen], topics: Sequence[Seen]) -> Seen:
    """Say where a speaker's name and the subject point at the same session.

    Either alone misleads: people speak twice, and sessions of one event are about like things.
    """
    named = strongest(speakers, ("speaker", "speaker-in-part"))
    topical = np.max(
        [seen.strengths * TOPICAL[seen.signal] for seen in topics if seen.signal in TOPICAL],
        axis=0,
    )
    beyond_chance = (topical - CHANCE_TOPIC) / (SURE_TOPIC - CHANCE_TOPIC)
    both = named * np.clip(beyond_chance, 0.0, 1.0)
    return Seen(
        "agreement", both, lambda _: ("The speaker and the subject agree with each other.", None)
    )
