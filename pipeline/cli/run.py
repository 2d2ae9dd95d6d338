"""`elective-index run`: one run, as a person sees it."""

from __future__ import annotations

from pathlib import Path

import msgspec

from pipeline.cli.folders import tangled
from pipeline.cli.main import Exit
from pipeline.cli.once import lacks_cluster, run_once
from pipeline.cli.speaking import to_people, wording
from pipeline.publish import Published
from pipeline.report import needs_a_person, show
from pipeline.settings import OWN_VOCABULARY, RunSettings, processors


def run_elective(
    *,
    inbox: Path,
    output: Path,
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
    if tangled(inbox, output, console, say):
        return Exit.USAGE
    settings = RunSettings(
        inbox=inbox,
        output=output,
        programme=programme,
        vocabulary=vocabulary or OWN_VOCABULARY,
        workers=processors() if workers is None else workers,
    )
    if cluster is not None and lacks_cluster(console, say):
        return Exit.USAGE
    published = run_once(settings, console, say, since, cluster)
    if not isinstance(published, Published):
        return published
    index = published.index
    show(index, console, say, changes=published.changes or (), inbox=inbox)
    if not index.resources and not index.rejected:
        hint = say(
            "There are no slides in {inbox} yet. Copy them there and run make again.", inbox=inbox
        )
        console.print(hint, style="yellow", markup=False, highlight=False, soft_wrap=True)
    written = {"index.json": say("Index:"), "report.md": say("Report:"), "index.html": say("Page:")}
    for file, name in written.items():
        console.print(name, output / file, highlight=False, markup=False, soft_wrap=True)
    if since is not None:
        for change in published.changes or ():
            print(msgspec.json.encode(change).decode())
    return Exit.NEEDS_A_PERSON if strict and needs_a_person(index) else Exit.DONE
