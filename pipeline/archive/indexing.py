"""Indexes the electives of an archive, several at a time, going on after one that fails."""

from __future__ import annotations

from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor, as_completed
from dataclasses import dataclass

import msgspec

from pipeline.archive.entries import broken, catalogued
from pipeline.archive.find import Tree
from pipeline.decisions import DecisionsError
from pipeline.engine import WorkersFailedError
from pipeline.expecting import kept_programme
from pipeline.filework import FileWork
from pipeline.job import open_store
from pipeline.library import Listener
from pipeline.programme import ProgrammeProblems
from pipeline.publish import publish
from pipeline.records.archive import BrokenCode, BrokenElective, CataloguedElective
from pipeline.settings import RunSettings
from pipeline.tag import Vocabulary
from pipeline.translation import Wording

Entry = CataloguedElective | BrokenElective

_STRAY = (
    "Files that belong to no elective: {count}. Put a programme beside them, or move them to "
    "their elective."
)


@dataclass(frozen=True)
class Archive:
    """How the electives of an archive are indexed.

    The inbox and the output of the settings are the archive and its output; `work` opens the files
    of all electives.
    """

    settings: RunSettings
    work: FileWork
    vocabulary: Vocabulary
    listener: Listener
    say: Wording

    def settings_of(self, elective: str) -> RunSettings:
        """Return the settings with which an elective is indexed."""
        whole = self.settings
        return msgspec.structs.replace(
            whole,
            inbox=whole.inbox / elective,
            output=whole.output / elective,
            origin=whole.origin and f"{whole.origin}/{elective}",
            target=whole.target and f"{whole.target}/{elective}",
        )

    def index(self, elective: str) -> Entry:
        """Index one elective into its folder of the output, or say why that is not possible.

        Raises WorkersFailedError where no elective can be indexed.
        """
        settings = self.settings_of(elective)
        try:
            store = open_store(settings)
            expected = kept_programme(settings.inbox, store)
            if isinstance(expected, ProgrammeProblems):
                return broken(elective, BrokenCode.PROGRAMME, *map(str, expected.problems))
            published = publish(
                settings,
                expected,
                self.listener,
                self.say,
                work=self.work,
                vocabulary=self.vocabulary,
                store=store,
            )
        except WorkersFailedError:
            raise
        except DecisionsError as error:
            return broken(elective, BrokenCode.DECISIONS, str(error))
        except Exception as error:
            return broken(elective, BrokenCode.FAILED, f"{type(error).__name__}: {error}")
        return catalogued(elective, published.index)


def index_archive(archive: Archive, tree: Tree, *, at_a_time: int) -> Iterator[Entry]:
    """Yield what came of each folder, in the order in which they are done.

    The files of electives that are indexed at the same time share the workers; while one elective
    is put together the others keep them busy.
    """
    for folder, count in tree.strays.items():
        yield broken(folder, BrokenCode.NO_PROGRAMME, _STRAY.format(count=count))
    threads = ThreadPoolExecutor(at_a_time, thread_name_prefix="elective")
    try:
        for done in as_completed([threads.submit(archive.index, path) for path in tree.electives]):
            yield done.result()
    finally:
        threads.shutdown(wait=False, cancel_futures=True)
