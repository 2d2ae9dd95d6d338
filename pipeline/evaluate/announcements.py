"""Measures how well announcements are understood, against what a person reads in them."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from rapidfuzz import fuzz
from ruamel.yaml import YAML

from pipeline.programme import ProgrammeProblems
from pipeline.programme.importing import DraftSession, read_draft
from pipeline.records.base import Record
from pipeline.text import fold, words

#: What a person reads in the announcements of a folder: for each file a list of sessions with
#: `day`, `speakers` (names) and `languages` (tags of the slides), `title` where it is judged.
EXPECTED = "expected.yaml"

#: Titles of which less than this (in %) is the same are not the same.
SAME_TITLE = 85


class Expected(Record, frozen=True):
    """A session as a person reads it, or as it was understood."""

    day: int | None
    speakers: frozenset[str]
    languages: frozenset[str]
    title: str = ""


class Understanding(Record, frozen=True):
    """What was understood of one announcement or several, in counts.

    `sessions`, `speakers`, `languages` and `titles` are those that are right. A session is right
    when its day is and one of its speakers; its languages are right when none is missing or too
    many, its title when it has nearly the same words. Titles are judged where they are listed.
    """

    sessions: int = 0
    expected_sessions: int = 0
    found_sessions: int = 0
    speakers: int = 0
    expected_speakers: int = 0
    found_speakers: int = 0
    languages: int = 0
    titles: int = 0
    expected_titles: int = 0

    @property
    def shares(self) -> tuple[float, float, float, float]:
        """Return F1 of sessions, F1 of speakers, shares of right languages and titles."""
        return (
            _share(2 * self.sessions, self.expected_sessions + self.found_sessions),
            _share(2 * self.speakers, self.expected_speakers + self.found_speakers),
            _share(self.languages, self.expected_sessions),
            _share(self.titles, self.expected_titles),
        )


def measure(folder: Path) -> dict[str, Understanding]:
    """Return what is understood of every announcement that `EXPECTED` in the folder lists.

    Raises OSError where a file is missing, KeyError where a session lacks a field.
    """
    return {
        name: _judge(_understood(folder / name), wanted)
        for name, wanted in expected_in(folder).items()
    }


def expected_in(folder: Path) -> dict[str, list[Expected]]:
    """Return the sessions that a person reads in each announcement of a folder, by file name."""
    listed = YAML(typ="safe").load(folder / EXPECTED)
    return {name: [_expected(entry) for entry in sessions] for name, sessions in listed.items()}


def together(parts: Sequence[Understanding]) -> Understanding:
    """Return the sum of several."""
    fields = Understanding.__struct_fields__
    return Understanding(**{name: sum(getattr(part, name) for part in parts) for name in fields})


def _expected(entry: dict[str, object]) -> Expected:
    title = str(entry.get("title", ""))
    return _session(entry["day"], entry["speakers"], entry["languages"], title)


def _session(day: object, names: object, languages: object, title: str) -> Expected:
    return Expected(
        day=day if isinstance(day, int) else None,
        speakers=frozenset(map(fold, _texts(names))),
        languages=frozenset(_texts(languages)),
        title=" ".join(words(title)),
    )


def _texts(listed: object) -> list[str]:
    return [str(item) for item in listed] if isinstance(listed, list | tuple) else []


def _understood(path: Path) -> list[Expected]:
    if not path.is_file():
        raise FileNotFoundError(path)
    draft = read_draft(path)
    if isinstance(draft, ProgrammeProblems):
        return []
    return [understood_as(session, draft.languages) for session in draft.sessions]


def understood_as(session: DraftSession, every: tuple[str, ...] = ()) -> Expected:
    """Return a session in the form in which it is compared; `every` are the languages of all."""
    names = [person.name for person in session.speakers]
    languages = every if session.languages is None else session.languages
    return _session(session.day, names, languages, str(session.title))


def _judge(found: list[Expected], expected: list[Expected]) -> Understanding:
    left, pairs = list(found), []
    for wanted in expected:
        same = next(
            (one for one in left if one.day == wanted.day and one.speakers & wanted.speakers), None
        )
        if same:
            left.remove(same)
            pairs.append((wanted, same))
    return Understanding(
        sessions=len(pairs),
        expected_sessions=len(expected),
        found_sessions=len(found),
        speakers=sum(len(wanted.speakers & same.speakers) for wanted, same in pairs),
        expected_speakers=sum(len(wanted.speakers) for wanted in expected),
        found_speakers=sum(len(one.speakers) for one in found),
        languages=sum(wanted.languages == same.languages for wanted, same in pairs),
        titles=sum(bool(wanted.title) and same_title(wanted, same) for wanted, same in pairs),
        expected_titles=sum(bool(wanted.title) for wanted in expected),
    )


def same_title(one: Expected, other: Expected) -> bool:
    """Tell whether two titles have nearly the same words."""
    return fuzz.token_set_ratio(one.title, other.title) >= SAME_TITLE


def _share(part: int, whole: int) -> float:
    return part / whole if whole else 1.0
