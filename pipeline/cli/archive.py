"""`elective-index archive`: a tree of electives, as a person sees it indexed."""

from __future__ import annotations

from pathlib import Path

from rich.console import Console

from pipeline.archive import (
    Archive,
    Entry,
    electives_in,
    index_archive,
    walk_archive,
    write_archive,
)
from pipeline.archive.find import TOP
from pipeline.cli.main import Exit
from pipeline.cli.means import executor, vocabulary_of
from pipeline.cli.once import lacks_cluster, lacks_models
from pipeline.cli.speaking import to_people, why_not_written, wording
from pipeline.engine import WorkersFailedError
from pipeline.indexing import generator
from pipeline.records.archive import BrokenCode, BrokenElective, Catalogue
from pipeline.records.errors import VocabularyError
from pipeline.report import ProgressBar, complain
from pipeline.settings import OWN_VOCABULARY, RunSettings, processors
from pipeline.shards import Sharded
from pipeline.translation import Wording


def archive_electives(
    *,
    root: Path,
    output: Path,
    vocabulary: Path | None,
    workers: int | None,
    cluster: str | None,
    strict: bool,
) -> Exit:
    """Index every elective below a folder, and the catalogue above them; return the exit status."""
    console, say = to_people(), wording()
    settings = RunSettings(
        inbox=root,
        output=output,
        vocabulary=vocabulary or OWN_VOCABULARY,
        workers=processors() if workers is None else workers,
    )
    tree = electives_in(walk_archive(root, output))
    if TOP in tree.electives:
        why = say("To index it: elective-index run --inbox {root}", root=root)
        complain(console, say("This folder is an elective, not an archive of them."), why)
        return Exit.USAGE
    if not tree.electives:
        why = say("No folder below {root} holds a programme, such as programme.yaml.", root=root)
        complain(console, say("There are no electives in this archive."), why)
        return Exit.NO_PROGRAMME
    if cluster is not None and lacks_cluster(console, say):
        return Exit.USAGE
    if lacks_models(console, say):
        return Exit.FAILED
    try:
        themes = vocabulary_of(settings)
        entries = []
        with (
            ProgressBar(console, say) as listener,
            executor(cluster, settings, themes, listener.say) as workers_of_all,
        ):
            archive = Archive(settings, Sharded(workers_of_all), themes, listener, say)
            for entry in index_archive(archive, tree, at_a_time=workers_of_all.slots + 1):
                entries.append(entry)
                _tell(entry, console, say)
        catalogue = write_archive(entries, generator(themes), output, say)
    except VocabularyError as error:
        complain(console, say("The vocabulary cannot be read."), say.sentence(str(error)))
        return Exit.FAILED
    except WorkersFailedError as error:
        complain(console, say("The files could not be read."), say.sentence(str(error)))
        return Exit.FAILED
    except OSError as error:
        why = why_not_written(error, output, say)
        complain(console, say("The catalogue was not written."), why)
        return Exit.FAILED
    for name, file in ((say("Catalogue:"), "catalogue.json"), (say("Page:"), "index.html")):
        console.print(name, output / file, highlight=False, markup=False, soft_wrap=True)
    return _status(catalogue, strict=strict)


def _tell(entry: Entry, console: Console, say: Wording) -> None:
    """Print a line for an elective that is done."""
    if isinstance(entry, BrokenElective):
        complain(
            console,
            say("{elective}: not indexed.", elective=entry.path),
            "\n".join(map(say.sentence, entry.messages)),
        )
        return
    counts = entry.counts
    line = say(
        "{elective}: {decks} decks; {missing} missing, {review} to decide, {rejected} not readable",
        elective=entry.path,
        decks=counts.resources,
        missing=counts.missing,
        review=counts.review,
        rejected=counts.rejected,
    )
    console.print(line, highlight=False, markup=False, soft_wrap=True)


def _status(catalogue: Catalogue, *, strict: bool) -> Exit:
    """Return the worst of what came of the electives; see docs/cluster.md."""
    codes = {entry.code for entry in catalogue.broken}
    if BrokenCode.FAILED in codes or BrokenCode.DECISIONS in codes:
        return Exit.FAILED
    if codes:
        return Exit.NO_PROGRAMME
    open_ends = any(
        entry.counts.missing or entry.counts.review or entry.counts.rejected
        for entry in catalogue.electives
    )
    return Exit.NEEDS_A_PERSON if strict and open_ends else Exit.DONE
