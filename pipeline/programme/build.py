"""Makes the programme that flows through the pipeline from what staff wrote."""

from __future__ import annotations

from pipeline.programme.ids import distinct
from pipeline.records.programme import Person, Programme, Session, Text, variants
from pipeline.records.programme_file import People, PersonEntry, ProgrammeFile, SessionEntry
from pipeline.text import slug


def build_programme(file: ProgrammeFile) -> Programme:
    """Return the programme: ids made where absent, white space evened, languages inherited.

    A session without `languages` expects those of the elective; where the elective names none
    either, nothing is expected.
    """
    languages = tuple(dict.fromkeys(file.languages or ()))
    ids = distinct(_wanted_id(entry, number) for number, entry in enumerate(file.sessions, 1))
    return Programme(
        event=_text(file.event),
        elective=file.elective,
        title=_text(file.title),
        languages=languages,
        start=file.start,
        end=file.end,
        coordinators=_people(file.coordinators),
        sessions=tuple(
            _session(entry, id_, languages) for entry, id_ in zip(file.sessions, ids, strict=True)
        ),
    )


def _session(entry: SessionEntry, id_: str, inherited: tuple[str, ...]) -> Session:
    expected = inherited if entry.languages is None else tuple(dict.fromkeys(entry.languages))
    return Session(
        id=id_,
        title=_text(entry.title) or "",
        day=entry.day,
        date=entry.date,
        speakers=_people(entry.speakers),
        abstract=_text(entry.abstract),
        languages=expected,
    )


def _wanted_id(entry: SessionEntry, number: int) -> tuple[str, bool]:
    """Return the id to have, and whether it was given; a script without ASCII gets the number."""
    if entry.id:
        return entry.id, True
    names = (person.name for person in _people(entry.speakers))
    made = map(slug, (*variants(entry.title), *names))
    return next(filter(None, made), f"session-{number}"), False


def _people(people: People | None) -> tuple[Person, ...]:
    return tuple(_person(entry) for entry in people or ())


def _person(entry: str | PersonEntry) -> Person:
    if isinstance(entry, str):
        return Person(name=_line(entry))
    return Person(
        name=_line(entry.name),
        affiliation=_line(entry.affiliation) if entry.affiliation else None,
        aliases=tuple(dict.fromkeys(_line(alias) for alias in entry.aliases or ())),
        language=entry.language,
    )


def _text(text: Text | None) -> Text | None:
    if isinstance(text, dict):
        return {language: _line(words) for language, words in text.items()}
    return _line(text) if text is not None else None


def _line(text: str) -> str:
    return " ".join(text.split())
