"""One run with all that it writes: the index for programs, the report for people."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from pipeline.atomic import write_atomically
from pipeline.filework import FileWork
from pipeline.job import index_elective
from pipeline.library import Listener
from pipeline.records.base import Record
from pipeline.records.index import Index
from pipeline.records.programme import Programme
from pipeline.report import Change, as_markdown, changes_since, read_earlier
from pipeline.settings import RunSettings
from pipeline.store import Store
from pipeline.translation import Wording

if TYPE_CHECKING:
    from pipeline.tag import Vocabulary


class Published(Record, frozen=True):
    """What came of a run; `changes` is None where there was no index to compare with."""

    index: Index
    changes: tuple[Change, ...] | None


def publish(
    settings: RunSettings,
    programme: Programme,
    listener: Listener,
    say: Wording,
    since: Path | None = None,
    work: FileWork | None = None,
    vocabulary: Vocabulary | None = None,
    store: Store | None = None,
) -> Published:
    """Index the inbox, write everything, and say what changed since the last run or `since`.

    Raises what `index_elective` raises; the previous index then stands.
    """
    earlier = read_earlier(since or settings.output)
    index = index_elective(settings, programme, listener, work, vocabulary, store)
    changes = None if earlier is None else tuple(changes_since(earlier, index))
    report = as_markdown(index, changes, say, settings.origin or settings.inbox)
    write_atomically(settings.output / "report.md", report.encode())
    return Published(index=index, changes=changes)
