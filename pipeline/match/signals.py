"""The kinds of evidence that tie a deck to a session, each with its strength and its words."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from typing import NamedTuple

import numpy as np

from pipeline.encode import Encoder
from pipeline.match.clues import Clues, Place
from pipeline.match.deck import DeckView
from pipeline.match.postings import Postings
from pipeline.match.seen import Seen, Words, shared_out, strongest
from pipeline.match.speakers import TELLING, Found, SpeakerFinder, name_words
from pipeline.match.spelling import Spellings
from pipeline.match.subjects import SubjectFinder
from pipeline.match.titles import Strengths, TitleFinder, title_words
from pipeline.records.programme import Programme, Session
from pipeline.text import words

#: Vectors that tell what a deck is headed: its title's and those of the first two pages.
COVER_VECTORS = 3


@dataclass(frozen=True)
class Known:
    """The sessions of a programme with all that finds them again."""

    sessions: tuple[Session, ...]
    speakers: SpeakerFinder
    titles: TitleFinder
    subjects: SubjectFinder
    affiliations: Postings


def know(programme: Programme, encoder: Encoder) -> Known:
    """Prepare a programme for matching."""
    sessions = programme.sessions
    spellings = Spellings(name_words(sessions) | title_words(sessions))
    return Known(
        sessions=sessions,
        speakers=SpeakerFinder(sessions, spellings),
        titles=TitleFinder(sessions, spellings),
        subjects=SubjectFinder(sessions, encoder),
        affiliations=_affiliations(sessions),
    )


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
    speakers = _speakers(clues, known)
    topics = [*_titles(clues, known, meaning), *_subjects(clues, known, meaning, subject)]
    return shared_out(
        [
            *speakers,
            *topics,
            _agreement(speakers, topics),
            _affiliation(clues, known),
            *_path(clues, known),
        ]
    )


def _speakers(clues: Clues, known: Known) -> list[Seen]:
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


def _titles(clues: Clues, known: Known, meaning: Strengths) -> list[Seen]:
    titles = known.titles
    held = titles.contained(clues.cover_words, fuzzy=True)
    alike, which = titles.alike(clues.headings, held, meaning)
    on_cover = titles.of_sessions(held)
    inside = titles.of_sessions(titles.contained(clues.counts.keys(), fuzzy=False))

    def say_alike(session: int) -> Words:
        heading = clues.headings[which[session]]
        where = "The title field" if heading.page is None else f"The heading on page {heading.page}"
        return f"{where} reads like the session's title (“{heading.text}”).", heading.page

    return [
        Seen("title", alike, say_alike),
        Seen(
            "title-words",
            on_cover,
            lambda session: (f"The first pages have {_share(on_cover[session])} title.", None),
        ),
        Seen(
            "title-words-inside",
            inside,
            lambda session: (f"The pages have {_share(inside[session])} title.", None),
        ),
    ]


def _share(strength: float) -> str:
    return f"{strength:.0%} of the words of the session's"


def _subjects(clues: Clues, known: Known, meaning: Strengths, subject: Strengths) -> list[Seen]:
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


def _agreement(speakers: Sequence[Seen], topics: Sequence[Seen]) -> Seen:
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


def _affiliations(sessions: Sequence[Session]) -> Postings:
    """Return the words of each session's affiliations; those that few share weigh more."""
    groups = [
        {
            word
            for person in session.speakers
            for word in words(person.affiliation or "")
            if len(word) > 2
        }
        for session in sessions
    ]
    frequency = Counter(word for group in groups for word in group)
    totals = [sum(1 / frequency[word] for word in group) for group in groups]
    return Postings(
        [
            {word: 1 / frequency[word] / total for word in group}
            for group, total in zip(groups, totals, strict=True)
        ]
    )


def _affiliation(clues: Clues, known: Known) -> Seen:
    credited = {word for place in clues.credits for word in place.words}
    strengths = known.affiliations.total(dict.fromkeys(credited, 1.0))

    def say(session: int) -> Words:
        names = {person.affiliation for person in known.sessions[session].speakers}
        return f"The deck names {' or '.join(sorted(filter(None, names)))}.", None

    return Seen("affiliation", strengths, say)


def _path(clues: Clues, known: Known) -> list[Seen]:
    held = known.titles.contained(frozenset(clues.path_words), fuzzy=True)
    title = known.titles.of_sessions(held)
    found = {item.session: item for item in known.speakers.find(clues.path_words)}
    speaker = np.zeros(len(known.sessions))
    for session, item in found.items():
        speaker[session] = item.strength
    return [
        Seen(
            "file-name-title",
            title,
            lambda session: (f"The file's name has {_share(title[session])} title.", None),
        ),
        Seen(
            "file-name-speaker",
            speaker,
            lambda session: (
                f"The file's name names a speaker (“{found[session].phrase}”).",
                None,
            ),
        ),
    ]
