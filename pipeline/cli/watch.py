"""`elective-index watch`: indexes again as files arrive, with a line for each change."""

from __future__ import annotations

from datetime import datetime
from pathlib import Path
from threading import Event

from rich.console import Console

from pipeline.cli.folders import tangled
from pipeline.cli.main import Exit
from pipeline.cli.once import run_once
from pipeline.cli.speaking import to_people, wording
from pipeline.publish import Published
from pipeline.report import change_line, complain, gaps, show, to_review
from pipeline.settings import OWN_VOCABULARY, RunSettings, processors
from pipeline.translation import Wording
from pipeline.watch import Watcher, WatchSettings


def watch_inbox(
    *,
    inbox: Path,
    output: Path,
    programme: Path | None,
    vocabulary: Path | None,
    workers: int | None,
    watching: WatchSettings,
) -> Exit:
    """Index whenever the inbox has settled into another state, until the person stops it."""
    console, say = to_people(), wording()
    if tangled(inbox, output, console, say):
        return Exit.USAGE
    settings = RunSettings(
        inbox=inbox,
        output=output,
        programme=programme,
        vocabulary=vocabulary or OWN_VOCABULARY,
        workers=processors() if workers is None else workers,
    )
    first = True
    try:
        for state in Watcher(inbox, watching, Event()):
            if state is None:
                _tell(console, say("{inbox} cannot be reached. Waiting for it …", inbox=inbox))
                continue
            outcome = _run(settings, console, say)
            if isinstance(outcome, Published):
                _report(outcome, console, say, inbox, whole=first)
                first = False
            _tell(console, say("Watching {inbox}. Stop with Ctrl+C.", inbox=inbox))
    except KeyboardInterrupt:
        console.print(say("Stopped."))
    return Exit.DONE


def _run(settings: RunSettings, console: Console, say: Wording) -> Published | Exit:
    """Run once; whatever goes wrong in one run does not end the watch."""
    try:
        return run_once(settings, console, say)
    except Exception as error:
        complain(console, say("This run failed; the next change starts another."), repr(error))
        return Exit.FAILED


def _report(
    published: Published, console: Console, say: Wording, inbox: Path, *, whole: bool
) -> None:
    """Show everything after the first run, and after the others what changed."""
    index = published.index
    if whole:
        show(index, console, say, changes=published.changes or (), inbox=inbox)
        return
    for change in published.changes or ():
        _tell(console, change_line(change, index, say))
    missing = sum(len(gap.missing) for gap in gaps(index))
    told = say(
        "Up to date: {missing} missing, {review} to decide, {rejected} not readable.",
        missing=missing,
        review=len(to_review(index)),
        rejected=len(index.rejected),
    )
    _tell(console, told)


def _tell(console: Console, line: str) -> None:
    """Print a line with the hour at which it was printed."""
    hour = datetime.now().astimezone().strftime("%H:%M")
    console.print(f"{hour} {line}", markup=False, highlight=False, soft_wrap=True)
