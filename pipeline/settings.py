"""What one run is asked to do, as one validated object that is made before any work."""

from __future__ import annotations

import os
from pathlib import Path

import msgspec

from pipeline.engine import Limits
from pipeline.ingest import IngestSettings

PACKAGE = Path(__file__).parent
OWN_VOCABULARY = PACKAGE / "tag" / "vocabulary" / "sse.ttl"

#: Bytes that one worker may take: 1 GiB for a file, and 512 MiB for the models of all languages,
#: which it loads with the first deck in each (530 MiB of address space on the sample).
MEMORY = 1536 * 1024 * 1024


def processors() -> int:
    """Return how many processors this process may use."""
    try:
        return len(os.sched_getaffinity(0))
    except AttributeError:
        return os.cpu_count() or 1


class RunSettings(msgspec.Struct, frozen=True, kw_only=True):
    """Where a run reads and writes, and within which limits.

    `programme` is None for the one in the inbox. `workers` is the number of worker processes; 0
    works in this process.
    """

    inbox: Path
    output: Path
    programme: Path | None = None
    vocabulary: Path = OWN_VOCABULARY
    workers: int = msgspec.field(default_factory=processors)
    limits: Limits = Limits(memory=MEMORY)
    ingest: IngestSettings = msgspec.field(default_factory=IngestSettings)

    @property
    def store(self) -> Path:
        """The folder in which results are kept between runs."""
        return self.output / ".kept"
