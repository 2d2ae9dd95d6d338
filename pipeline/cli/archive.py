"""`elective-index archive`: a tree of electives, as a person sees it indexed."""

from __future__ import annotations

from pathlib import Path

from rich.console import Console

from pipeline.archive import (
    CATALOGUE,
    PAGE,
    Archive,
    Entry,
    Tree,
    electives_in,
    index_archive,
    walk_archive,
    write_archive,
)
from pipeline.archive.find import TOP
from pipeline.cli.main import Exit
from pipeline.cli.means import executor, vocabulary_of
from pipeline.cli.once import lacks_cluster, lacks_models
from pipeline.cli.places import (
    Places,
    bring_programmes,
    places_of,
    send_elective,
    unreachable,
)
from pipeline.cli.speaking import to_people, why_not_written, wording
from pipeline.engine import WorkersFailedError
from pipeline.indexing import generator
from pipeline.location import Folder, LocationError, send
from pipeline.records.archive import BrokenCode, BrokenElective, Catalogue, CataloguedElective
from pipeline.records.errors import VocabularyError
from pipeline.report import ProgressBar, complain
from pipeline.settings import OWN_VOCABULARY, RunSettings, processors
from pipeline.shards import Sharded
from pipeline.translation import Wording

#: Electives that are put together at a time, which takes memory here and one processor in all.
MOST_AT_A_TIME = 32


def archive_electives(
    *,
    root: str,
    output: str,
    vocabulary: Path | None,
    workers: int | None,
    cluster: str | None,
    strict: bool,
) -> Exit:
    """Index every elective below a folder, and the catalogue above them; return the exit status."""
    console, say = to_people(), wording()
    try:
        places = places_of(root, output)
        tree = electives_in(
            (file.location for file in places.files)
            if places.origin
            else walk_archive(places.inbox, places.output)
        )
        bring_programmes(places, tree.electives)
    except LocationError as error:
        return unreachable(error, console, say)
    if (status := _no_archive(tree, places, console, say)) is not None:
        return status
    if cluster is not None and lacks_cluster(console, say):
        return Exit.USAGE
    if lacks_models(console, say):
        return Exit.FAILED
    settings = RunSettings(
        inbox=places.inbox,
        output=places.output,
        origin=places.origin,
        target=places.target,
        vocabulary=vocabulary or OWN_VOCABULARY,
        workers=processors() if workers is None else workers,
    )
    catalogue = _index(settings, tree, cluster, console, say)
    if isinstance(catalogue, Exit):
        return catalogue
    for name, file in ((say("Catalogue:"), CATALOGUE), (say("Page:"), PAGE)):
        console.print(name, places.shown(file), highlight=False, markup=False, soft_wrap=True)
    return _status(catalogue, strict=strict)


def _no_archive(tree: Tree, places: Places, console: Console, say: Wording) -> Exit | None:
    """Tell why a folder is no archive; None where it is one."""
    root = places.shown_inbox
    if TOP in tree.electives:
        why = say("To index it: elective-index run --inbox {root}", root=root)
        complain(console, say("This folder is an elective, not an archive of them."), why)
        return Exit.USAGE
    if not tree.electives:
        why = say("No folder below {root} holds a programme, such as programme.yaml.", root=root)
        complain(console, say("There are no electives in this archive."), why)
        return Exit.NO_PROGRAMME
    return None


def _index(
    settings: RunSettings, tree: Tree, cluster: str | None, console: Console, say: Wording
) -> Catalogue | Exit:
    """Index all electives and write the catalogue; tell what keeps it from being written."""
    try:
        themes = vocabulary_of(settings)
        entries = []
        with (
            ProgressBar(console, say) as listener,
            executor(cluster, settings, themes, listener.say) as workers_of_all,
        ):
            archive = Archive(settings, Sharded(workers_of_all), themes, listener, say)
            at_a_time = min(workers_of_all.slots + 1, MOST_AT_A_TIME)
            for entry in index_archive(archive, tree, at_a_time=at_a_time):
                entries.append(entry)
                if isinstance(entry, CataloguedElective):
                    send_elective(archive.settings_of(str(Path(entry.index).parent)))
                _tell(entry, console, say)
        catalogue = write_archive(entries, generator(themes), settings.output, say)
        if settings.target:
            send(settings.output, (PAGE, CATALOGUE), Folder(settings.target))
    except VocabularyError as error:
        complain(console, say("The vocabulary cannot be read."), say.sentence(str(error)))
    except LocationError as error:
        return unreachable(error, console, say)
    except WorkersFailedError as error:
        complain(console, say("The files could not be read."), say.sentence(str(error)))
    except OSError as error:
        why = why_not_written(error, settings.output, say)
        complain(console, say("The catalogue was not written."), why)
    else:
        return catalogue
    return Exit.FAILED


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
