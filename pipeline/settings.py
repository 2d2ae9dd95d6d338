"""What one run is asked to do, as one validated object that is made before any work."""

from __future__ import annotations

import os
from pathlib import Path

import msgspec

from pipeline.engine import Limits
from pipeline.ingest import IngestSettings
from pipeline.records.tools import Tesseract
from pipeline.tools import find_libreoffice, find_tesseract

PACKAGE = Path(__file__).parent
OWN_VOCABULARY = PACKAGE / "tag" / "vocabulary" / "sse.ttl"

#: Bytes of address space that a worker may take on top of what it has when it is ready. Those that
#: meet files hold 140 MiB then. Those that tag decks hold more, and load dictionaries and the
#: models of other languages when a deck first needs them, which reserves far more than it fills.
READING_MEMORY = 384 * 1024 * 1024
ANNOTATION_MEMORY = 1024 * 1024 * 1024


def processors() -> int:
    """Return how many processors this process may use."""
    try:
        return len(os.sched_getaffinity(0))
    except AttributeError:
        return os.cpu_count() or 1


def _ingest_settings() -> IngestSettings:
    return IngestSettings(legacy=find_libreoffice() is not None)


class RunSettings(msgspec.Struct, frozen=True, kw_only=True):
    """Where a run reads and writes, and within which limits.

    `programme` is None for the one in the inbox. `workers` is the number of worker processes; 0
    works in this process. `limits` hold for reading a file, `ocr_limits` where text is recognised
    in it, `annotation_limits` for tagging the deck in it. Without LibreOffice old files are
    refused, without Tesseract pictures of text stay unread. `origin` is the URL of an inbox that
    lies elsewhere, of which `inbox` holds the programme and the decisions alone, and `target` the
    URL to which `output` is sent; '' where they are here.
    """

    inbox: Path
    output: Path
    origin: str = ""
    target: str = ""
    programme: Path | None = None
    vocabulary: Path = OWN_VOCABULARY
    workers: int = msgspec.field(default_factory=processors)
    limits: Limits = Limits(memory=READING_MEMORY)
    ocr_limits: Limits = Limits(seconds=900, memory=READING_MEMORY)
    annotation_limits: Limits = Limits(memory=ANNOTATION_MEMORY)
    libreoffice: Path | None = msgspec.field(default_factory=find_libreoffice)
    tesseract: Tesseract | None = msgspec.field(default_factory=find_tesseract)
    ingest: IngestSettings = msgspec.field(default_factory=_ingest_settings)

    @property
    def store(self) -> Path:
        """The folder in which results are kept between runs."""
        return self.output / ".kept"
