"""Writes `report.md`: everything that a person may have to do, ready to be copied."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from pathlib import Path

from pipeline.records.index import Index, Resource
from pipeline.records.programme import variants
from pipeline.report.changes import Change
from pipeline.report.letters import Letter, letters
from pipeline.report.phrases import change_line
from pipeline.report.standing import (
    INBOX,
    MOST_REASONS,
    assign_command,
    gaps,
    likely,
    needs_a_person,
    speakers_of,
    strangers,
    title_of,
    to_review,
)
from pipeline.translation import Wording

_MARKS = re.compile(r"([\\`*_\[\]<>#|~])")


def as_markdown(
    index: Index, changes: Sequence[Change] | None, say: Wording, inbox: Path | str = INBOX
) -> str:
    """Return the report in Markdown; `changes` is None on a first run.

    It depends on nothing but the index, the changes and the language.
    """
    sections = [
        (say("What is missing"), _missing(index, say)),
        (say("What needs your decision"), _to_decide(index, say, inbox)),
        (say("What could not be read"), _refused(index, say)),
        (say("What belongs to no session"), _strangers(index, inbox)),
        (say("What changed since the last run"), _changes(changes, index, say)),
        (say("Letters to speakers"), _letters(index, say)),
    ]
    lines = [f"# {_plain(_name(index, say))}", "", *_opening(index, say)]
    for heading, body in sections:
        if told := list(body):
            lines += [f"## {heading}", "", *told, ""]
    return "\n".join(lines).rstrip() + "\n"


def _name(index: Index, say: Wording) -> str:
    elective = index.elective
    number = elective.number
    parts = [
        next(variants(elective.event), ""),
        say("Elective {number}", number=number) if number is not None else "",
        next(variants(elective.title), ""),
    ]
    return " · ".join(filter(None, parts)) or say("Report")


def _opening(index: Index, say: Wording) -> Iterator[str]:
    programme = index.elective.programme
    if programme and programme.inferred:
        yield say(
            "The programme was understood from `{source}`; check it: "
            "`elective-index programme FILE` shows what was understood from which sentence.",
            source=programme.source,
        )
        yield ""
    if not needs_a_person(index):
        yield say("Nothing is missing and nothing needs you.")
        yield ""


def _missing(index: Index, say: Wording) -> Iterator[str]:
    found = list(gaps(index))
    if not found:
        return
    heads = [say("Day"), say("Session"), say("Speakers"), say("Missing"), say("There")]
    yield f"| {' | '.join(heads)} |"
    yield "| --- " * len(heads) + "|"
    for gap in found:
        session = gap.session
        cells = [
            "" if session.day is None else str(session.day),
            _plain(title_of(session, say.language)),
            _plain(speakers_of(session)),
            ", ".join(gap.missing),
            ", ".join(session.languages.available) or "–",
        ]
        yield f"| {' | '.join(cells)} |"
    by_language: dict[str, int] = {}
    for gap in found:
        for tag in gap.missing:
            by_language[tag] = by_language.get(tag, 0) + 1
    counts = ", ".join(f"{tag} {count}" for tag, count in sorted(by_language.items()))
    yield ""
    yield say("By language: {counts}.", counts=counts)


def _to_decide(index: Index, say: Wording, inbox: Path | str) -> Iterator[str]:
    titles = {session.id: title_of(session, say.language) for session in index.sessions}
    for item in to_review(index):
        yield f"- {_code(item.path)}"
        for candidate in likely(item):
            title = _plain(titles.get(candidate.session_id, candidate.session_id))
            yield f"  - {title} ({candidate.confidence:.0%}): `{candidate.session_id}`"
        for reason in item.evidence[:MOST_REASONS]:
            yield f"  - {_plain(say.sentence(reason.detail))}"
        yield ""
        yield from _command(item, inbox)


def _command(item: Resource, inbox: Path | str) -> Iterator[str]:
    yield "  ```sh"
    yield f"  {assign_command(item, inbox)}"
    yield "  ```"


def _refused(index: Index, say: Wording) -> Iterator[str]:
    for item in index.rejected:
        yield f"- {_code(item.path)}: {_plain(say.sentence(item.message))}"


def _strangers(index: Index, inbox: Path | str) -> Iterator[str]:
    for item in strangers(index):
        yield f"- {_code(item.path)}"
        yield ""
        yield from _command(item, inbox)


def _changes(changes: Sequence[Change] | None, index: Index, say: Wording) -> Iterator[str]:
    if changes is None:
        yield say("This is the first run; there is nothing to compare with.")
    elif not changes:
        yield say("Nothing.")
    else:
        yield from (f"- {_plain(change_line(change, index, say))}" for change in changes)


def _letters(index: Index, say: Wording) -> Iterator[str]:
    for letter in letters(index):
        yield f"### {_plain(letter.speaker.name)} ({letter.language})"
        yield ""
        yield from _letter(letter, say)
        yield ""


def _letter(letter: Letter, say: Wording) -> Iterator[str]:
    fence = _fence(letter.text)
    yield fence + "text"
    yield f"{say('Subject')}: {letter.subject}"
    yield ""
    yield letter.text
    yield fence


def _plain(text: str) -> str:
    """Return a text in which nothing is taken for Markdown or HTML."""
    return _MARKS.sub(r"\\\1", " ".join(text.split()))


def _code(text: str) -> str:
    """Return a text as a code span, whatever marks are in it."""
    ticks = "`" * (max((len(run) for run in re.findall("`+", text)), default=0) + 1)
    pad = " " if text.startswith("`") or text.endswith("`") else ""
    return f"{ticks}{pad}{' '.join(text.splitlines())}{pad}{ticks}"


def _fence(text: str) -> str:
    longest = max((len(run) for run in re.findall("`+", text)), default=0)
    return "`" * max(3, longest + 1)
