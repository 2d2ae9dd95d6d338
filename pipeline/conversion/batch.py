"""Converts many files, a batch for each worker, and gives up on those that stop LibreOffice."""

from __future__ import annotations

import shutil
import tempfile
from collections.abc import Iterator, Mapping, Sequence
from concurrent.futures import ThreadPoolExecutor
from contextlib import contextmanager
from pathlib import Path

from pipeline.conversion.libreoffice import PATIENCE, LibreOffice
from pipeline.ingest import IngestSettings, read_as_hashed
from pipeline.records.files import InboxFile, Refusal, RejectionCode
from pipeline.records.media import DOC, ODP, ODT, PPT

#: What each kind of legacy file becomes. Of .odp and .pptx the former takes half the memory to
#: write, and loses no more of the text.
BECOMES = {PPT: ODP, DOC: ODT}
#: The suffixes by which LibreOffice knows them.
_SUFFIXES = {PPT: (".ppt", "odp"), DOC: (".doc", "odt")}
_SAVE_ANEW = "Open it in the program that made it, save it as .pptx or .docx and drop it in again."
_MESSAGES = {
    RejectionCode.CORRUPT: f"LibreOffice cannot open this old file: it is damaged. {_SAVE_ANEW}",
    RejectionCode.TIMEOUT: f"LibreOffice did not finish converting this old file. {_SAVE_ANEW}",
    RejectionCode.CRASHED: f"LibreOffice stopped over this old file. {_SAVE_ANEW}",
}

#: The file that a legacy file was converted to, by the SHA-256 of the latter, or why there is none.
Conversions = Mapping[str, Path | Refusal]


@contextmanager
def converted(
    files: Sequence[InboxFile],
    inbox: Path,
    program: Path | None,
    *,
    workers: int,
    settings: IngestSettings,
    patience: float = PATIENCE,
) -> Iterator[Conversions]:
    """Yield what the legacy files among some become; the new files are there inside the `with`.

    Nothing is started where there is none among them. A file that LibreOffice dies over, or that
    takes it more than `patience` seconds, is refused for this time; the others are converted all
    the same.
    """
    legacy = {file.sha256: file for file in files if file.media_type in _SUFFIXES}
    if not legacy or program is None:
        yield {}
        return
    with tempfile.TemporaryDirectory(prefix="conversion-") as folder:
        batches = [list(legacy.values())[start :: max(1, workers)] for start in range(workers or 1)]
        offices = [
            _Batch(inbox, LibreOffice(program, Path(folder, str(number)), patience), settings)
            for number in range(len(batches))
        ]
        with ThreadPoolExecutor(len(batches)) as pool:
            results = list(pool.map(lambda office, batch: office.convert(batch), offices, batches))
        yield {content: result for part in results for content, result in part.items()}


class _Batch:
    """Files that one LibreOffice converts, in a folder of its own."""

    def __init__(self, inbox: Path, office: LibreOffice, settings: IngestSettings) -> None:
        self._inbox = inbox
        self._office = office
        self._settings = settings
        self._results: dict[str, Path | Refusal] = {}

    def convert(self, files: Sequence[InboxFile]) -> Conversions:
        """Convert all files, kind by kind."""
        for media_type, (suffix, target) in _SUFFIXES.items():
            copies = [
                copy
                for file in files
                if file.media_type == media_type and (copy := self._copied(file, suffix))
            ]
            while copies:
                copies = copies[self._convert(copies, target) :]
        return self._results

    def _copied(self, file: InboxFile, suffix: str) -> Path | None:
        self._office.folder.mkdir(parents=True, exist_ok=True)
        copy = self._office.folder / f"{file.sha256}{suffix}"

        def read(path: Path) -> None:
            shutil.copyfile(path, copy)

        refusal = read_as_hashed(self._inbox, file, read, settings=self._settings)
        if refusal is None:
            return copy
        self._results[file.sha256] = refusal
        return None

    def _convert(self, copies: Sequence[Path], target: str) -> int:
        """Convert files until one stops LibreOffice; return how many are dealt with."""
        output = self._office.folder / "converted"
        run = self._office.convert(copies, target, output)
        results = [output / f"{copy.stem}.{target}" for copy in copies]
        stopped_at = len(copies)
        if run.stopped_by is not None:
            stopped_at = min(len(run.loaded), len(copies) - 1)
            if run.loaded[-1:] == (True,) and not results[len(run.loaded) - 1].exists():
                stopped_at = len(run.loaded) - 1
            self._results[copies[stopped_at].stem] = _refusal(run.stopped_by)
        for copy, result in zip(copies[:stopped_at], results, strict=False):
            sound = result.exists()
            self._results[copy.stem] = result if sound else _refusal(RejectionCode.CORRUPT)
        return stopped_at + 1


def _refusal(code: RejectionCode) -> Refusal:
    return Refusal(code=code, message=_MESSAGES[code], passing=code is not RejectionCode.CORRUPT)
