"""Evidence by names: who speaks, and for which body."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

import numpy as np

from pipeline.match.clues import Clues, Place
from pipeline.match.seen import Seen, Words
from pipeline.match.signals.known import Known
from pipeline.match.speakers import TELLING, Found, SpeakerFinder


def speakers(clues: Clues, known: Known) -> list[Seen]:
    """Say where speakers are named: by those who made the deck, in part, or in passing."""
    credited = _find(clues.credits, known.speakers)
    elsewhere = _find(clues.others, known.speakers, passing=True)
    named = {s: hit for s, hit in credited.items() if hit.strength >= TELLING}
    partly = {s: hit for s, hit in credited.items() if s not in named}
    passing = {s: hit for s, hit in elsewhere.items() if s not in named and hit.strength >= TELLING}
    return [
        _seen_names("speaker", named, known, "names"),
        _seen_names("speaker-in-part", partly, known, "has part of the name of"),
        _seen_names("speaker-in-passing", passing, known, "mentions"),
    ]


class Hit(NamedTuple):
    """A name that was found, where, and how much it says there."""

    strength: float
    found: Found
    place: Place


def _find(
    places: Sequence[Place], finder: SpeakerFinder, *, passing: bool = False
) -> dict[int, Hit]:
    """Return the best find of each session; a place that names many people says less of each."""
    best: dict[int, Hit] = {}
    for place in places:
        found = finder.find(place.words, passing=passing)
        crowd = max(len({item.person for item in found if item.strength >= TELLING}), 1)
        for item in found:
            strength = item.strength / crowd
            if item.session not in best or strength > best[item.session].strength:
                best[item.session] = Hit(strength, item, place)
    return best


def _seen_names(signal: str, hits: dict[int, Hit], known: Known, verb: str) -> Seen:
    strengths = np.zeros(len(known.sessions))
    for session, hit in hits.items():
        strengths[session] = hit.strength

    def say(session: int) -> Words:
        _, found, place = hits[session]
        return f"{_where(place)} {verb} {found.person} (“{found.phrase}”).", place.page

    return Seen(signal, strengths, say)


def _where(place: Place) -> str:
    return {
        "author": "The file's author or title field",
        "footer": f"The footer of page {place.page}",
        "notes": f"The notes of page {place.page}",
    }.get(place.layer, f"Page {place.page}")


def affiliation(clues: Clues, known: Known) -> Seen:
    """Say whose affiliation those who made the deck name."""
    credited = {word for place in clues.credits for word in place.words}
    strengths = known.affiliations.total(dict.fromkeys(credited, 1.0))

    def say(session: int) -> Words:
        names = {person.affiliation for person in known.sessions[session].speakers}
        return f"The deck names {' or '.join(sorted(filter(None, names)))}.", None

    return Seen("affiliation", strengths, say)
