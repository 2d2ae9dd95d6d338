"""What of a programme finds its sessions again in decks."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass

from pipeline.encode import Encoder
from pipeline.match.postings import Postings
from pipeline.match.speakers import SpeakerFinder, name_words
from pipeline.match.spelling import Spellings
from pipeline.match.subjects import SubjectFinder
from pipeline.match.titles import TitleFinder, title_words
from pipeline.records.programme import Programme, Session
from pipeline.text import words


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
