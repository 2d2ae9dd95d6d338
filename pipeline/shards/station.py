"""What a machine keeps ready from one shard to the next."""

from __future__ import annotations

import tempfile
from pathlib import Path

import msgspec

from pipeline.engine import KeptPools
from pipeline.location import Scratch
from pipeline.settings import RunSettings
from pipeline.tag import Vocabulary
from pipeline.tools import find_libreoffice, find_tesseract

#: Pools that one shard may use: to read, to annotate, to recognise text, to draw.
_POOLS = 4


class Station:
    """The workers of one machine with their models, for so many shards at a time."""

    def __init__(
        self, vocabulary: Vocabulary, *, slots: int, workers: int = 1, scratch: Path | None = None
    ) -> None:
        """Give each of `slots` shards `workers` processes of each kind; 0 works in this one.

        `scratch` is the folder for copies of files that lie elsewhere, else a temporary one.
        """
        self.vocabulary = vocabulary
        self.scratch = Scratch(scratch or Path(tempfile.mkdtemp(prefix="elective-index-")))
        self.pools = KeptPools(_POOLS * slots)
        self._workers = workers

    def adapt(self, settings: RunSettings, inbox: Path) -> RunSettings:
        """Return settings with the inbox and the programs of this machine."""
        return msgspec.structs.replace(
            settings,
            inbox=inbox,
            workers=self._workers,
            libreoffice=settings.libreoffice and find_libreoffice(),
            tesseract=settings.tesseract and find_tesseract(),
        )

    def close(self) -> None:
        """End the workers and delete the copies."""
        self.pools.close()
        self.scratch.close()
