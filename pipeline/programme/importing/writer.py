"""Writes a draft as the YAML of a programme, with comments that say what to check."""

from __future__ import annotations

import textwrap
from collections.abc import Iterable, Iterator, Sequence
from datetime import date
from io import StringIO
from typing import Any

from ruamel.yaml import YAML
from ruamel.yaml.comments import CommentedMap, CommentedSeq
from ruamel.yaml.scalarstring import FoldedScalarString

from pipeline.programme.importing.draft import Draft, DraftSession
from pipeline.records.messages import Message, Translate, message
from pipeline.records.programme import Person

WIDTH = 96
#: Longer sentences are cut in comments; the announcement is there to be read.
SENTENCE = 240


def as_yaml(draft: Draft, source: str, translate: Translate = str) -> str:
    """Return the draft as YAML that `read_programme` reads; comments in the reader's language."""
    programme = _programme(draft)
    programme.yaml_set_start_comment(_block(_opening(draft, source, translate)))
    for field, sentence in draft.sources.items():
        if field in programme:
            said = message("From: “{sentence}”", sentence=_cut(sentence))
            programme.yaml_set_comment_before_after_key(
                field, before=_block([said.render(translate)])
            )
    sessions = programme["sessions"]
    for at, session in enumerate(draft.sessions):
        sessions.yaml_set_comment_before_after_key(
            at, before="\n" + _block(_remarks(session, translate), 2), indent=2
        )
    yaml = YAML()
    yaml.width = WIDTH
    yaml.indent(mapping=2, sequence=4, offset=2)
    stream = StringIO()
    yaml.dump(programme, stream)
    return "\n".join(line.rstrip() for line in stream.getvalue().splitlines()) + "\n"


def plain(draft: Draft) -> dict[str, Any]:
    """Return the draft as the plain data of a programme file."""
    fields = {
        "event": draft.event,
        "elective": draft.elective,
        "title": draft.title,
        "languages": list(draft.languages),
        "start": draft.days[0] if draft.days else None,
        "end": draft.days[-1] if draft.days else None,
        "coordinators": [_person(person) for person in draft.coordinators],
        "sessions": [_session(session) for session in draft.sessions],
    }
    return {name: value for name, value in fields.items() if value not in (None, [])}


def _session(session: DraftSession) -> dict[str, Any]:
    fields = {
        "id": session.id,
        "day": session.day,
        "date": session.date,
        "title": session.title or None,
        "abstract": session.abstract,
        "speakers": [_person(person) for person in session.speakers] or None,
        "languages": None if session.languages is None else list(session.languages),
    }
    return {name: value for name, value in fields.items() if value is not None}


def _person(person: Person) -> dict[str, Any]:
    fields = {
        "name": person.name,
        "affiliation": person.affiliation,
        "aliases": list(person.aliases) or None,
    }
    return {name: value for name, value in fields.items() if value is not None}


def _programme(draft: Draft) -> CommentedMap:
    programme: CommentedMap = _styled(plain(draft))
    programme["languages"] = _flow(programme.get("languages", []))
    return programme


def _styled(value: Any, key: str = "") -> Any:
    """Turn plain data into what ruamel.yaml writes the way a person would."""
    if isinstance(value, dict):
        mapping = CommentedMap((name, _styled(item, name)) for name, item in value.items())
        if key in {"speakers", "coordinators"} and "aliases" not in value:
            mapping.fa.set_flow_style()
        return mapping
    if isinstance(value, list):
        if key in {"languages", "aliases"}:
            return _flow(value)
        return CommentedSeq(_styled(item, key) for item in value)
    if key in {"start", "end", "date"}:
        return date.fromisoformat(value)
    if key == "abstract" and len(value) > WIDTH - 20:
        return FoldedScalarString(value)
    return value


def _flow(items: Iterable[object]) -> CommentedSeq:
    sequence = CommentedSeq(items)
    sequence.fa.set_flow_style()
    return sequence


def _opening(draft: Draft, source: str, translate: Translate) -> Iterator[str]:
    kind = draft.kind.render(translate)
    yield message("Read from {source} ({kind}).", source=source, kind=kind).render(translate)
    yield message(
        "Check it, correct it, and save it as inbox/programme.yaml. "
        "Lines that start with # are remarks; remove them as you like."
    ).render(translate)
    yield from (_to_check(check, translate) for check in draft.check)
    if draft.left_out:
        told = "; ".join(_cut(entry, 60) for entry in draft.left_out)
        yield message("Left out, as no talk is named: {entries}", entries=told).render(translate)


def _remarks(session: DraftSession, translate: Translate) -> Iterator[str]:
    for sentence in session.sources:
        yield message("From: “{sentence}”", sentence=_cut(sentence)).render(translate)
    for remark in session.inferred:
        inferred = remark.render(translate)
        yield message("Inferred: {remark}", remark=inferred).render(translate)
    yield from (_to_check(check, translate) for check in session.check)


def _to_check(check: Message, translate: Translate) -> str:
    return message("CHECK: {remark}", remark=check.render(translate)).render(translate)


def _cut(sentence: str, longest: int = SENTENCE) -> str:
    return textwrap.shorten(sentence, longest, placeholder=" …")


def _block(lines: Iterable[str], indent: int = 0) -> str:
    """Return lines wrapped to the width of a comment, each paragraph's rest set in."""
    wrapped: Sequence[list[str]] = [
        textwrap.wrap(line, WIDTH - indent, subsequent_indent="  ", break_long_words=False)
        for line in lines
    ]
    return "\n".join(line for lines in wrapped for line in lines)
