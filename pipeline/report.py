"""Shows a person how far the work is, and what came of it."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from types import TracebackType

from rich.console import Console
from rich.markup import escape
from rich.progress import BarColumn, MofNCompleteColumn, Progress, TaskID, TextColumn
from rich.table import Table

from pipeline.records.index import Index, IndexedSession, Resource
from pipeline.records.matches import Role, Status
from pipeline.records.programme import variants


class ProgressBar:
    """A listener that draws a bar while files are read; silent where there is no terminal."""

    def __init__(self, console: Console) -> None:
        self._console = console
        self._progress = Progress(
            TextColumn("Reading"),
            BarColumn(),
            MofNCompleteColumn(),
            console=console,
            transient=True,
            disable=not console.is_terminal,
        )
        self._task: TaskID | None = None

    def __enter__(self) -> ProgressBar:
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        self._progress.stop()

    def say(self, message: str) -> None:
        """Print a sentence above the bar."""
        self._console.print(escape(message), highlight=False)

    def expect(self, count: int) -> None:
        """Start the bar."""
        if count:
            self._task = self._progress.add_task("", total=count)
            self._progress.start()

    def advance(self) -> None:
        """Move the bar by one file."""
        if self._task is not None:
            self._progress.advance(self._task)


def show(index: Index, console: Console) -> None:
    """Print the table of sessions by language and what needs a person."""
    console.print(_table(index))
    _list(console, "To decide", [_question(item, index) for item in to_review(index)])
    _list(console, "Missing", list(missing(index)))
    _list(console, "Not readable", [f"{item.path}: {item.message}" for item in index.rejected])
    _list(
        console,
        "Belongs to no session",
        [item.path for item in index.resources if item.status is Status.UNMATCHED],
    )
    console.print(_count(index), highlight=False)


def complain(console: Console, what: str, why: object) -> None:
    """Print what went wrong, and below it why, in the words of an error or a list of problems."""
    console.print(what, style="bold red", markup=False, highlight=False, soft_wrap=True)
    console.print(str(why), markup=False, highlight=False, soft_wrap=True)


def needs_a_person(index: Index) -> bool:
    """Tell whether anything is open: a review, a rejected file, a missing material."""
    return bool(to_review(index) or index.rejected or list(missing(index)))


def to_review(index: Index) -> list[Resource]:
    """Return the resources that a person must look at."""
    return [item for item in index.resources if item.status is Status.REVIEW]


def missing(index: Index) -> Iterator[str]:
    """Yield a line for each session that lacks expected materials."""
    for session in index.sessions:
        if session.languages.missing:
            tags = ", ".join(session.languages.missing)
            yield f"{_title(session)} ({_speakers(session)}): {tags}"


def _table(index: Index) -> Table:
    table = Table(title=_heading(index), title_justify="left", title_style="bold")
    table.add_column("Day")
    table.add_column("Session", max_width=44)
    table.add_column("Speakers", max_width=26)
    tags = _languages(index)
    for tag in tags:
        table.add_column(tag, justify="center")
    reviewed = Counter(
        (item.session_id, item.language.tag) for item in to_review(index) if item.session_id
    )
    for session in index.sessions:
        table.add_row(
            "" if session.day is None else str(session.day),
            escape(_title(session)),
            escape(_speakers(session)),
            *(_cell(session, tag, reviewed[session.id, tag]) for tag in tags),
        )
    return table


def _languages(index: Index) -> list[str]:
    found = {tag for session in index.sessions for tag in session.languages.available}
    return [*index.elective.languages, *sorted(found - set(index.elective.languages))]


def _cell(session: IndexedSession, tag: str, reviewed: int) -> str:
    if tag in session.languages.available:
        return "[green]there[/]"
    if reviewed:
        return "[yellow]check[/]"
    return "[red]missing[/]" if tag in session.languages.missing else "[dim]-[/]"


def _heading(index: Index) -> str:
    elective = index.elective
    number = None if elective.number is None else f"Elective {elective.number}"
    title = next(variants(elective.title), None)
    event = next(variants(elective.event), None)
    return escape(" · ".join(filter(None, (event, number, title))))


def _title(session: IndexedSession) -> str:
    return next(variants(session.title), "") or session.id


def _speakers(session: IndexedSession) -> str:
    return ", ".join(speaker.name for speaker in session.speakers)


def _question(item: Resource, index: Index) -> str:
    titles = {session.id: _title(session) for session in index.sessions}
    guess = titles.get(item.session_id or "", "no session")
    why = " ".join(reason.detail for reason in item.evidence[:2])
    return f"{item.path}: perhaps “{guess}” ({item.confidence:.0%}). {why}"


def _list(console: Console, heading: str, lines: list[str]) -> None:
    if lines:
        console.print(f"[bold]{heading}[/]")
        for line in lines:
            console.print(f"  • {escape(line)}", highlight=False, soft_wrap=True)


def _count(index: Index) -> str:
    status = Counter(item.status for item in index.resources)
    copies = sum(item.role is not Role.CURRENT for item in index.resources)
    return (
        f"{len(index.resources)} decks read: {status[Status.MATCHED]} matched "
        f"({copies} of them copies or older versions), {status[Status.REVIEW]} to decide, "
        f"{status[Status.UNMATCHED]} without a session; {len(index.rejected)} not readable, "
        f"{len(index.ignored)} set aside."
    )
