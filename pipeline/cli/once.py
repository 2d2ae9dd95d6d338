"""One run for a person at the terminal: what keeps it from ending well is told, not raised."""

from __future__ import annotations

import importlib.util
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from rich.console import Console

from pipeline.cli.main import Exit
from pipeline.cli.speaking import why_not_written
from pipeline.cli.unread import unread_programme
from pipeline.decisions import DecisionsError
from pipeline.doctor import SET_UP_AGAIN, SET_UP_CLUSTER, missing_models
from pipeline.engine import WorkersFailedError
from pipeline.expecting import kept_programme
from pipeline.filework import FileWork
from pipeline.job import open_store
from pipeline.programme import ProgrammeProblems
from pipeline.publish import Published, publish
from pipeline.records.errors import VocabularyError
from pipeline.report import ProgressBar, complain
from pipeline.settings import RunSettings
from pipeline.translation import Wording


def run_once(
    settings: RunSettings,
    console: Console,
    say: Wording,
    since: Path | None = None,
    cluster: str | None = None,
) -> Published | Exit:
    """Run, and return what came of it, or the status with which to end after telling why."""
    try:
        store = open_store(settings)
        expected = kept_programme(settings.inbox, store, settings.programme)
        if isinstance(expected, ProgrammeProblems):
            return unread_programme(expected, console, say)
        if lacks_models(console, say):
            return Exit.FAILED
        with ProgressBar(console, say) as listener, _work(cluster, settings, listener) as work:
            return publish(settings, expected, listener, say, since, work, store=store)
    except VocabularyError as error:
        complain(console, say("The vocabulary cannot be read."), say.sentence(str(error)))
    except DecisionsError as error:
        complain(console, say("Your decisions cannot be read."), say.sentence(str(error)))
    except WorkersFailedError as error:
        complain(console, say("The files could not be read."), say.sentence(str(error)))
    except OSError as error:
        complain(
            console,
            say("The index was not written."),
            why_not_written(error, settings.output, say),
        )
    return Exit.FAILED


@contextmanager
def _work(
    cluster: str | None, settings: RunSettings, listener: ProgressBar
) -> Iterator[FileWork | None]:
    """Yield what opens files on a cluster or elsewhere, None where this machine has them all."""
    if cluster is None and not settings.origin:
        yield None
        return
    # What a run without a cluster need not wait for.
    from pipeline.cli.means import executor, vocabulary_of  # noqa: PLC0415
    from pipeline.shards import Sharded  # noqa: PLC0415

    with executor(cluster, settings, vocabulary_of(settings), listener.say) as workers:
        yield Sharded(workers)


def lacks_models(console: Console, say: Wording) -> bool:
    """Tell whether a model is not installed, and the person which one."""
    missing = list(missing_models())
    if missing:
        parts = [say.sentence(str(finding.told)) for finding in missing]
        mend = say("To install what is missing: {command}", command=SET_UP_AGAIN)
        complain(console, say("A part of the program is missing."), "\n".join([*parts, mend]))
    return bool(missing)


def lacks_cluster(console: Console, say: Wording) -> bool:
    """Tell whether what a cluster needs is not installed, and the person how to install it."""
    if importlib.util.find_spec("distributed"):
        return False
    mend = say("To install what is missing: {command}", command=SET_UP_CLUSTER)
    complain(console, say("To work on a cluster, the program needs more packages."), mend)
    return True
