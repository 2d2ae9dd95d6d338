"""The kinds of evidence that tie a deck to a session, each with its strength and its words."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace

import numpy as np

from pipeline.encode import Encoder
from pipeline.match.deck import DeckView, Place
from pipeline.match.speakers import TELLING, Found, SpeakerFinder
from pipeline.match.subjects import SubjectFinder
from pipeline.match.titles import Strengths, TitleFinder
from pipeline.records.programme import Programme, Session
from pipeline.text import words

#: What was found for one session: a sentence, and the page where it stands.
Words = tuple[str, int | None]


@dataclass(frozen=True)
class Seen:
    """One kind of evidence on one deck: its strength for each session, and how to say it."""

    signal: str
    strengths: Strengths
    say: Callable[[int], Words]


@dataclass(frozen=True)
class Known:
    """The sessions of a programme with all that finds them again."""

    sessions: tuple[Session, ...]
    speakers: SpeakerFinder
    titles: TitleFinder
    subjects: SubjectFinder
    affiliations: tuple[frozenset[str], ...]


def know(programme: Programme, encoder: Encoder) -> Known:
    """Prepare a programme for matching."""
    return Known(
        sessions=programme.sessions,
        speakers=SpeakerFinder(programme.sessions),
        titles=TitleFinder(programme.sessions),
        subjects=SubjectFinder(programme.sessions, encoder),
        affiliations=tuple(map(_affiliation_words, programme.sessions)),
    )


def observe(deck: DeckView, known: Known) -> list[Seen]:
    """Return all evidence that a deck gives, one kind after the other, always in this order."""
    speakers = _speakers(deck, known)
    topics = [*_titles(deck, known), *_subjects(deck, known)]
    return [
        *speakers,
        *topics,
        _agreement(speakers, topics),
        _affiliation(deck, known),
        *_path(deck, known),
    ]


def _speakers(deck: DeckView, known: Known) -> list[Seen]:
    credited = _find(deck.credits, known.speakers, fuzzy=True)
    elsewhere = _find(deck.others, known.speakers, fuzzy=False)
    named = {s: hit for s, hit in credited.items() if hit[0].strength >= TELLING}
    partly = {s: hit for s, hit in credited.items() if s not in named}
    passing = {
        s: hit for s, hit in elsewhere.items() if s not in named and hit[0].strength >= TELLING
    }
    return [
        _seen_names("speaker", named, known, "names"),
        _seen_names("speaker-in-part", partly, known, "has part of the name of"),
        _seen_names("speaker-in-passing", passing, known, "mentions"),
    ]


Hit = tuple[Found, Place]


def _find(places: Sequence[Place], finder: SpeakerFinder, *, fuzzy: bool) -> dict[int, Hit]:
    """Return the best find of each session; a place that names many people says less of each."""
    best: dict[int, Hit] = {}
    for place in places:
        found = finder.find(place.words, fuzzy=fuzzy)
        crowd = max(len({item.person for item in found if item.strength >= TELLING}), 1)
        for item in found:
            shared = replace(item, strength=item.strength / crowd)
            if item.session not in best or shared.strength > best[item.session][0].strength:
                best[item.session] = (shared, place)
    return best


def _seen_names(signal: str, hits: dict[int, Hit], known: Known, verb: str) -> Seen:
    strengths = np.zeros(len(known.sessions))
    for session, (found, _) in hits.items():
        strengths[session] = found.strength

    def say(session: int) -> Words:
        found, place = hits[session]
        return f"{_where(place)} {verb} {found.person} (“{found.phrase}”).", place.page

    return Seen(signal, strengths, say)


def _where(place: Place) -> str:
    return {
        "author": "The file's author or title field",
        "footer": f"The footer of page {place.page}",
        "notes": f"The notes of page {place.page}",
    }.get(place.layer, f"Page {place.page}")


def _titles(deck: DeckView, known: Known) -> list[Seen]:
    alike, which = known.titles.alike(deck.headings)
    on_cover = known.titles.contained(deck.cover_words, fuzzy=True)
    inside = known.titles.contained(deck.counts.keys(), fuzzy=False)

    def say_alike(session: int) -> Words:
        heading = deck.headings[which[session]]
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


def _subjects(deck: DeckView, known: Known) -> list[Seen]:
    meaning = known.subjects.near_titles(deck.vectors[:3])
    subject = known.subjects.near_abstracts(deck.vectors[1:])
    shared = known.subjects.shared_words(deck.counts)
    return [
        Seen("meaning", meaning, lambda _: ("The cover means much the same as the title.", None)),
        Seen("subject", subject, lambda _: ("The pages speak of the session's subject.", None)),
        Seen("words", shared, lambda _: ("The pages share rare words with the session.", None)),
    ]


#: How far each kind of topical evidence reaches when it is as strong as it gets in practice.
TOPICAL = {"title": 1.0, "title-words": 1.0, "meaning": 1.5, "words": 1.5}


def _agreement(speakers: Sequence[Seen], topics: Sequence[Seen]) -> Seen:
    """Say where a speaker's name and the subject point at the same session.

    Either alone misleads: people speak twice, and sessions of one event are about like things.
    """
    named = np.max([seen.strengths for seen in speakers[:2]], axis=0)
    topical = np.max(
        [seen.strengths * TOPICAL[seen.signal] for seen in topics if seen.signal in TOPICAL],
        axis=0,
    )
    both = np.sqrt(named * np.clip(topical, 0.0, 1.0))
    return Seen(
        "agreement", both, lambda _: ("The speaker and the subject agree with each other.", None)
    )


def _affiliation_words(session: Session) -> frozenset[str]:
    return frozenset(
        word
        for person in session.speakers
        for word in words(person.affiliation or "")
        if len(word) > 2
    )


def _affiliation(deck: DeckView, known: Known) -> Seen:
    frequency: dict[str, int] = defaultdict(int)
    for group in known.affiliations:
        for word in group:
            frequency[word] += 1
    credited = {word for place in deck.credits for word in place.words}
    strengths = np.array(
        [
            sum(1 / frequency[word] for word in group & credited)
            / max(sum(1 / frequency[word] for word in group), 1e-9)
            for group in known.affiliations
        ]
    )

    def say(session: int) -> Words:
        names = {person.affiliation for person in known.sessions[session].speakers}
        return f"The deck names {' or '.join(sorted(filter(None, names)))}.", None

    return Seen("affiliation", strengths, say)


def _path(deck: DeckView, known: Known) -> list[Seen]:
    title = known.titles.contained(frozenset(deck.path_words), fuzzy=True)
    found = {item.session: item for item in known.speakers.find(deck.path_words, fuzzy=True)}
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
