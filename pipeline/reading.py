"""Reads the files of an inbox that are not known yet, in worker processes.

One kind of worker meets the files, and is soon replaced when one of them breaks it; another kind
holds the models, and meets only decks.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, replace

from pipeline.conversion import converted
from pipeline.engine import Failure, Limits, RunOver, run_over
from pipeline.filework import SHARED
from pipeline.library import Library, Listener, Rereading, Result
from pipeline.making import Annotations, Source
from pipeline.records.decks import Deck
from pipeline.records.files import InboxFile, Refusal, RejectionCode
from pipeline.records.media import PDF
from pipeline.records.readings import Reading
from pipeline.settings import RunSettings
from pipeline.tag import Vocabulary

FileDeck = tuple[InboxFile, Deck]
Timed = Callable[[InboxFile, float], None]

_MESSAGES = {
    Failure.TIMEOUT: "Reading this file took longer than {seconds:g} seconds, so it was given up. "
    "Open it, save it anew or as PDF, and drop it in again.",
    Failure.CRASHED: "Reading this file stopped the reader ({detail}). "
    "Open it, save it anew or as PDF, and drop it in again.",
    Failure.OUT_OF_MEMORY: "Reading this file takes more memory than one file may. "
    "Save it anew with smaller pictures, or in parts, and drop it in again.",
}


def read_files(
    files: Iterable[InboxFile],
    library: Library,
    settings: RunSettings,
    languages: tuple[str, ...],
    vocabulary: Vocabulary,
    listener: Listener,
    timed: Timed | None = None,
    run: RunOver = run_over,
) -> None:
    """Fill the library: convert old files first, recognise pictures of text last.

    Recognition takes seconds a page. A deck for which it takes too long keeps what was read of it
    before. `run` gives the workers.
    """
    unread = library.unread(files)
    with converted(
        unread,
        settings.inbox,
        settings.libreoffice,
        workers=settings.workers,
        settings=settings.ingest,
    ) as conversions:
        source = Source(settings.inbox, settings.ingest, conversions, languages)
        first = Workers(
            source,
            Annotations(languages, vocabulary),
            settings.workers,
            settings.limits,
            settings.annotation_limits,
            timed or _ignore,
            run,
        )
        again = None
        if settings.tesseract:
            recognising = replace(source, tesseract=settings.tesseract)
            second = replace(first, read=recognising, limits=settings.ocr_limits)
            again = Rereading(_needs_ocr, second)
        library.fill(unread, first, listener=listener, again=again)


def _needs_ocr(file: InboxFile, reading: Reading) -> bool:
    return file.media_type == PDF and reading.deck.needs_ocr


def _ignore(_file: InboxFile, _seconds: float) -> None:
    pass


@dataclass(frozen=True)
class Workers:
    """Two pools of workers, the first of which feeds the second with the decks that it reads.

    `timed` hears how many seconds each of them took for a file.
    """

    read: Callable[[], Callable[[InboxFile], Deck | Refusal]]
    annotate: Callable[[], Callable[[FileDeck], Reading]]
    workers: int
    limits: Limits
    annotation_limits: Limits
    timed: Timed = _ignore
    run: RunOver = run_over

    def __call__(self, files: Sequence[InboxFile]) -> Iterator[tuple[InboxFile, Result]]:
        """Yield the result of every file, in the order in which they are done."""
        refused: list[tuple[InboxFile, Refusal]] = []
        workers = min(self.workers, len(files))
        decks = self._decks(files, workers, refused)
        limits = self.annotation_limits
        for outcome in self.run(
            decks, self.annotate, workers=workers, limits=limits, preload=SHARED
        ):
            file, _ = outcome.item
            self.timed(file, outcome.seconds)
            yield file, outcome.value or _refusal(outcome.failure, outcome.detail, limits)
            while refused:
                yield refused.pop()
        yield from refused

    def _decks(
        self, files: Sequence[InboxFile], workers: int, refused: list[tuple[InboxFile, Refusal]]
    ) -> Iterator[FileDeck]:
        """Yield the decks of files; those that cannot be read are put among the refused."""
        limits = self.limits
        for outcome in self.run(files, self.read, workers=workers, limits=limits, preload=SHARED):
            self.timed(outcome.item, outcome.seconds)
            if isinstance(outcome.value, Deck):
                yield outcome.item, outcome.value
            else:
                refusal = outcome.value or _refusal(outcome.failure, outcome.detail, limits)
                refused.append((outcome.item, refusal))


def crashed(detail: str) -> Refusal:
    """Return the refusal, for this time, of a file that stopped its reader in some way."""
    return _refusal(Failure.CRASHED, detail, Limits())


def _refusal(failure: Failure | None, detail: str, limits: Limits) -> Refusal:
    failure = failure or Failure.CRASHED
    message = _MESSAGES[failure].format(seconds=limits.seconds, detail=detail)
    return Refusal(code=RejectionCode(failure.value), message=message, passing=True)
