"""What a command works with: the processes of this machine, or a cluster."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import closing, contextmanager

from pipeline.job import open_store
from pipeline.kept import kept_vocabulary
from pipeline.settings import RunSettings
from pipeline.shards import Executor, Station, Threads
from pipeline.tag import Vocabulary


@contextmanager
def executor(
    cluster: str | None,
    settings: RunSettings,
    vocabulary: Vocabulary,
    hear: Callable[[str], None],
) -> Iterator[Executor]:
    """Yield what runs shards: the cluster at an address, else the workers of this machine.

    Raises WorkersFailedError where the cluster cannot be reached.
    """
    if cluster is not None:
        from pipeline.cluster.dask import Cluster  # noqa: PLC0415 - needs the extra

        with closing(Cluster(cluster, vocabulary, hear)) as remote:
            yield remote
        return
    slots = max(1, settings.workers)
    station = Station(vocabulary, slots=slots, workers=min(1, settings.workers))
    with closing(Threads(station, slots)) as threads:
        yield threads


def vocabulary_of(settings: RunSettings) -> Vocabulary:
    """Return the vocabulary, as it is kept in the output folder.

    Raises VocabularyError where it cannot be read, OSError where nothing can be kept.
    """
    settings.output.mkdir(parents=True, exist_ok=True)
    return kept_vocabulary(settings.vocabulary, open_store(settings))
