"""`elective-index run`: one run, as a person sees it."""

from __future__ import annotations

from pathlib import Path

import msgspec
from rich.console import Console

from pipeline.cli.folders import tangled
from pipeline.cli.main import Exit
from pipeline.cli.once import lacks_cluster, run_once
from pipeline.cli.places import Places, bring_programmes, places_of, send_elective, unreachable
from pipeline.cli.speaking import to_people, wording
from pipeline.location import LocationError
from pipeline.publish import Published
from pipeline.report import needs_a_person, show
from pipeline.settings import OWN_VOCABULARY, RunSettings, processors
from pipeline.translation import Wording


def run_elective(
    *,
    inbox: str,
    output: str,
    programme: Path | None,
    vocabulary: Path | None,
    workers: int | None,
    strict: bool,
    cluster: str | None = None,
    since: Path | None = None,
) -> Exit:
    """Index an elective and tell a person on standard error; return the exit status.

    What changed `since` an earlier index goes to standard output, a JSON object a line.
    """
    console, say = to_people(), wording()
    try:
        places = places_of(inbox, output)
        bring_programmes(places, ["."])
    except LocationError as error:
        return unreachable(error, console, say)
    if not places.origin and tangled(places.inbox, places.output, console, say):
        return Exit.USAGE
    settings = RunSettings(
        inbox=places.inbox,
        output=places.output,
        origin=places.origin,
        target=places.target,
        programme=programme,
        vocabulary=vocabulary or OWN_VOCABULARY,
        workers=processors() if workers is None else workers,
    )
    if cluster is not None and lacks_cluster(console, say):
        return Exit.USAGE
    published = run_once(settings, console, say, since, cluster)
    if not isinstance(published, Published):
        return published
    try:
        send_elective(settings)
    except LocationError as error:
        return unreachable(error, console, say)
    _tell(published, places, console, say)
    if since is not None:
        for change in published.changes or ():
            print(msgspec.json.encode(change).decode())
    return Exit.NEEDS_A_PERSON if strict and needs_a_person(published.index) else Exit.DONE


def _tell(published: Published, places: Places, console: Console, say: Wording) -> None:
    """Say what came of the run, and where it lies."""
    index = published.index
    show(index, console, say, changes=published.changes or (), inbox=places.shown_inbox)
    if not index.resources and not index.rejected:
        hint = say(
            "There are no slides in {inbox} yet. Copy them there and run make again.",
            inbox=places.shown_inbox,
        )
        console.print(hint, style="yellow", markup=False, highlight=False, soft_wrap=True)
    written = {"index.json": say("Index:"), "report.md": say("Report:"), "index.html": say("Page:")}
    for file, name in written.items():
        console.print(name, places.shown(file), highlight=False, markup=False, soft_wrap=True)
