"""`elective-index review`: walks through the open questions, one at a time."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

import msgspec
from rich.console import Console
from rich.markup import escape
from rich.prompt import Prompt

from pipeline.cli.inboxes import DecidingInbox, deciding_inbox
from pipeline.cli.main import Exit
from pipeline.cli.places import unreachable, written_in
from pipeline.cli.speaking import to_people, wording
from pipeline.cli.unread import unread_programme
from pipeline.decisions import DecisionsError
from pipeline.job import open_library, open_store
from pipeline.library import Library
from pipeline.location import LocationError
from pipeline.programme import ProgrammeProblems, expected_in
from pipeline.records.decisions import NO_SESSION, Decision
from pipeline.records.files import InboxFile
from pipeline.records.index import Index, Resource
from pipeline.records.matches import Status
from pipeline.records.readings import Reading
from pipeline.report import MOST_REASONS, complain, likely, title_of
from pipeline.settings import RunSettings
from pipeline.translation import Wording

#: Lines of the cover that are shown.
COVER_LINES = 6
NONE, SKIP, QUIT = "n", "s", "q"


def review_elective(inbox: str, output: str) -> Exit:
    """Ask about each deck that needs a person; return the exit status."""
    console, say = to_people(), wording()
    try:
        with deciding_inbox(inbox) as where:
            return _review(where, written_in(output), console, say)
    except LocationError as error:
        return unreachable(error, console, say)


def _review(inbox: DecidingInbox, output: Path, console: Console, say: Wording) -> Exit:
    settings = RunSettings(inbox=inbox.places.inbox, output=output)
    programme = expected_in(settings.inbox, None)
    if isinstance(programme, ProgrammeProblems):
        return unread_programme(programme, console, say)
    try:
        index = msgspec.json.decode((output / "index.json").read_bytes(), type=Index)
    except (OSError, msgspec.DecodeError):
        complain(console, say("There is no index of this version yet."), say("Run make first."))
        return Exit.FAILED
    open_questions = [item for item in index.resources if item.status is Status.REVIEW]
    if not open_questions:
        console.print(say("Nothing waits for a decision."))
        return Exit.DONE
    library = open_library(settings, programme, open_store(settings))
    for number, resource in enumerate(open_questions, start=1):
        console.rule(say("{number} of {all}", number=number, all=len(open_questions)))
        _show(console, say, resource, index, _cover(library, resource))
        try:
            if not _ask(console, say, resource, index, inbox):
                break
        except (DecisionsError, OSError) as error:
            complain(console, say("The decision was not kept."), say.sentence(str(error)))
            return Exit.FAILED
    console.print(say("No more questions. Run make to apply what you decided."))
    return Exit.DONE


def _show(
    console: Console, say: Wording, resource: Resource, index: Index, cover: Sequence[str]
) -> None:
    head = f"[bold]{escape(resource.path)}[/] ({resource.language.tag})"
    console.print(head, highlight=False, soft_wrap=True)
    for line in cover:
        console.print(f"  │ {escape(line)}", highlight=False, soft_wrap=True)
    for reason in resource.evidence[:MOST_REASONS]:
        told = escape(say.sentence(reason.detail))
        console.print(f"  • {told}", highlight=False, soft_wrap=True)
    titles = {item.id: title_of(item, say.language) for item in index.sessions}
    for number, candidate in enumerate(likely(resource), start=1):
        title = escape(titles[candidate.session_id])
        line = f"  [bold]{number}[/] {title} ({candidate.confidence:.0%})"
        console.print(line, highlight=False, soft_wrap=True)
    keys = {NONE: say("no session"), SKIP: say("skip"), QUIT: say("stop here")}
    told = "   ".join(f"[bold]{key}[/] {escape(what)}" for key, what in keys.items())
    console.print(f"  {told}", highlight=False)


def _cover(library: Library, resource: Resource) -> list[str]:
    """Return the first lines of the deck, [] where the run that read it is not kept."""
    file = InboxFile(
        path=resource.path,
        location=resource.path,
        sha256=resource.sha256,
        size=resource.size,
        media_type=resource.media_type,
    )
    try:
        reading = library.get(file)
    except LookupError:
        return []
    if not isinstance(reading, Reading):
        return []
    lines = [line for page in reading.deck.pages for line in page.text.splitlines()]
    return [line for line in lines if line.strip()][:COVER_LINES]


def _ask(
    console: Console, say: Wording, resource: Resource, index: Index, inbox: DecidingInbox
) -> bool:
    """Keep the answer to one question; return whether to go on."""
    choices = {str(n): item.session_id for n, item in enumerate(likely(resource), start=1)}
    ids = [item.id for item in index.sessions]
    prompt = Prompt(
        say("Which session? (a number, or a session's id)"),
        console=console,
        choices=[*choices, *ids, NONE, SKIP, QUIT],
        show_choices=False,
    )
    prompt.illegal_choice_message = say("Please answer with one of what is offered above.")
    answer = prompt(default=SKIP)
    if answer == QUIT:
        return False
    if answer != SKIP:
        session = NO_SESSION if answer == NONE else choices.get(answer, answer)
        inbox.keep(resource.sha256, Decision(path=resource.path, session=session))
    return True
