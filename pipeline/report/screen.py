"""Shows a person on the terminal what came of a run."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable, Mapping, Sequence
from functools import partial
from pathlib import Path
from typing import TypeVar

from rich.console import Console
from rich.markup import escape
from rich.table import Table

from pipeline.records.index import Index, IndexedSession, Resource
from pipeline.records.matches import Role, Status
from pipeline.records.programme import variants
from pipeline.report.changes import Change
from pipeline.report.phrases import change_line
from pipeline.report.standing import (
    INBOX,
    Gap,
    assign_command,
    gaps,
    speakers_of,
    strangers,
    title_of,
    to_review,
)
from pipeline.translation import Wording

#: More lines than this of one kind are counted, not listed; the report lists them all.
MOST_LISTED = 40

T = TypeVar("T")


def show(
    index: Index,
    console: Console,
    say: Wording | None = None,
    *,
    changes: Sequence[Change] = (),
    inbox: Path | str = INBOX,
) -> None:
    """Print the table of sessions by language, what changed, and what needs a person."""
    say = say or Wording()
    console.print(_table(index, say))
    if index.elective.programme and index.elective.programme.inferred:
        console.print(_inferred(index, say), style="yellow", highlight=False, soft_wrap=True)
    tell = partial(_list, console, say)
    tell(say("Changed since the last run"), changes, lambda change: change_line(change, index, say))
    titles = {session.id: title_of(session, say.language) for session in index.sessions}
    tell(say("To decide"), to_review(index), lambda item: _question(item, titles, say, inbox))
    tell(say("Missing"), gaps(index), _missing)
    tell(
        say("Not readable"),
        index.rejected,
        lambda item: f"{item.path}: {say.sentence(item.message)}",
    )
    tell(say("Belongs to no session"), strangers(index), lambda item: item.path)
    console.print(_count(index, say), highlight=False)


def complain(console: Console, what: str, why: object) -> None:
    """Print what went wrong, and below it why, in the words of an error or a list of problems."""
    console.print(what, style="bold red", markup=False, highlight=False, soft_wrap=True)
    console.print(str(why), markup=False, highlight=False, soft_wrap=True)


def _table(index: Index, say: Wording) -> Table:
    table = Table(title=_heading(index, say), title_justify="left", title_style="bold")
    table.add_column(say("Day"))
    table.add_column(say("Session"), max_width=44)
    table.add_column(say("Speakers"), max_width=26)
    tags = _languages(index)
    for tag in tags:
        table.add_column(tag, justify="center")
    reviewed = Counter(
        (item.session_id, item.language.tag) for item in to_review(index) if item.session_id
    )
    for session in index.sessions:
        table.add_row(
            "" if session.day is None else str(session.day),
            escape(title_of(session, say.language)),
            escape(speakers_of(session)),
            *(_cell(session, tag, reviewed[session.id, tag], say) for tag in tags),
        )
    return table


def _languages(index: Index) -> list[str]:
    found = {tag for session in index.sessions for tag in session.languages.available}
    return [*index.elective.languages, *sorted(found - set(index.elective.languages))]


def _cell(session: IndexedSession, tag: str, reviewed: int, say: Wording) -> str:
    if tag in session.languages.available:
        return f"[green]{say('there')}[/]"
    if reviewed:
        return f"[yellow]{say('check')}[/]"
    missing = f"[red]{say('missing')}[/]"
    return missing if tag in session.languages.missing else "[dim]-[/]"


def _heading(index: Index, say: Wording) -> str:
    elective = index.elective
    number = None if elective.number is None else say("Elective {number}", number=elective.number)
    title = next(variants(elective.title), None)
    event = next(variants(elective.event), None)
    return escape(" · ".join(filter(None, (event, number, title))))


def _inferred(index: Index, say: Wording) -> str:
    source = index.elective.programme.source if index.elective.programme else ""
    return escape(
        say(
            "The programme was understood from {source}. To check and correct it: "
            "elective-index programme FILE > programme.yaml",
            source=source,
        )
    )


def _missing(gap: Gap) -> str:
    speakers = speakers_of(gap.session)
    of = f" ({speakers})" if speakers else ""
    return f"{title_of(gap.session)}{of}: {', '.join(gap.missing)}"


def _question(item: Resource, titles: Mapping[str, str], say: Wording, inbox: Path | str) -> str:
    guess = titles.get(item.session_id or "", say("no session"))
    why = " ".join(say.sentence(reason.detail) for reason in item.evidence[:2])
    perhaps = say("perhaps “{guess}” ({sure})", guess=guess, sure=f"{item.confidence:.0%}")
    return f"{item.path}: {perhaps}. {why}\n    {assign_command(item, inbox)}"


def _list(
    console: Console,
    say: Wording,
    heading: str,
    items: Iterable[T],
    line_of: Callable[[T], str],
) -> None:
    """Print a line for each item, for the first ones where there are very many."""
    every = list(items)
    if not every:
        return
    lines = [line_of(item) for item in every[:MOST_LISTED]]
    if more := len(every) - len(lines):
        lines.append(say("and {n} more, which report.md lists", n=more))
    console.print(f"[bold]{heading}[/]")
    told = "\n".join(f"  • {line}" for line in lines)
    console.print(told, markup=False, highlight=False, soft_wrap=True)


def _count(index: Index, say: Wording) -> str:
    status = Counter(item.status for item in index.resources)
    copies = sum(item.role is not Role.CURRENT for item in index.resources)
    return say(
        "{decks} decks read: {matched} matched ({copies} of them copies or older versions), "
        "{review} to decide, {unmatched} without a session; {rejected} not readable, "
        "{ignored} set aside.",
        decks=len(index.resources),
        matched=status[Status.MATCHED],
        copies=copies,
        review=status[Status.REVIEW],
        unmatched=status[Status.UNMATCHED],
        rejected=len(index.rejected),
        ignored=len(index.ignored),
    )
