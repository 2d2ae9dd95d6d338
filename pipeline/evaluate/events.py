"""Reads labelled events: folders with `files/` and a `truth.json` that tells where each belongs."""

from __future__ import annotations

import unicodedata
from collections.abc import Iterator
from pathlib import Path

import msgspec

from pipeline.records.programme import Person, Programme, Session
from pipeline.text import slug


class LabelledSession(msgspec.Struct, frozen=True):
    """A session as `truth.json` gives it."""

    id: str
    title: str
    speakers: list[str] = []
    abstract: str | None = None


class LabelledFile(msgspec.Struct, frozen=True):
    """A file and its truth; `session_id` is None for one that belongs to no session.

    A `label` of `unknown` means that nobody knows: such a file is not scored.
    """

    file: str
    session_id: str | None = None
    language: str | None = None
    label: str = "known"


class Truth(msgspec.Struct, frozen=True):
    """The content of a `truth.json`; other fields are ignored."""

    event: str
    sessions: list[LabelledSession]
    files: list[LabelledFile]
    language_main: str = "en"


class LabelledEvent(msgspec.Struct, frozen=True):
    """An event to measure on: its folder of files, its programme, and the truth by file name."""

    name: str
    inbox: Path
    programme: Programme
    truth: dict[str, LabelledFile]


def read_events(corpus: Path) -> Iterator[LabelledEvent]:
    """Yield every labelled event below a folder, by name.

    Raises FileNotFoundError when there is none; msgspec.DecodeError when a `truth.json` is no
    JSON or has another shape.
    """
    paths = sorted(corpus.glob("*/truth.json"))
    if not paths:
        raise FileNotFoundError(f"no folder in {corpus} holds a truth.json")
    for path in paths:
        truth = msgspec.json.decode(path.read_bytes(), type=Truth)
        yield LabelledEvent(
            name=path.parent.name,
            inbox=path.parent / "files",
            programme=_programme(truth),
            truth={item.file: item for item in map(_known, truth.files) if item.label != "unknown"},
        )


def _known(item: LabelledFile) -> LabelledFile:
    """Spell the file as the inbox spells it, and its session as the programme does."""
    return msgspec.structs.replace(
        item,
        file=unicodedata.normalize("NFC", item.file),
        session_id=None if item.session_id is None else slug(item.session_id),
    )


def _programme(truth: Truth) -> Programme:
    languages = tuple(dict.fromkeys((truth.language_main, "en", "fr", "pt")))
    return Programme(
        event=truth.event,
        languages=languages,
        sessions=tuple(
            Session(
                id=slug(item.id),
                title=item.title,
                abstract=item.abstract,
                speakers=tuple(Person(name=name) for name in item.speakers),
                languages=(),
            )
            for item in truth.sessions
        ),
    )


def strangers_in(folder: Path) -> LabelledEvent:
    """Return a folder of decks as an event without sessions, to which none of them belongs."""
    paths = (path for path in sorted(folder.rglob("*")) if path.is_file())
    names = [unicodedata.normalize("NFC", path.relative_to(folder).as_posix()) for path in paths]
    return LabelledEvent(
        name="strangers",
        inbox=folder,
        programme=Programme(sessions=(), languages=("en", "fr", "pt")),
        truth={name: LabelledFile(file=name) for name in names},
    )
