from __future__ import annotations

import os
import time
from collections.abc import Callable

from pipeline.engine import Limits
from pipeline.library import Result
from pipeline.reading import FileDeck, Workers
from pipeline.records.decks import UNDETERMINED, Deck, DeckLanguage, Properties
from pipeline.records.files import InboxFile, Refusal, RejectionCode
from pipeline.records.media import PDF
from pipeline.records.readings import Reading
from pipeline.records.tags import Tags

LIMITS = Limits(seconds=1)
ENCRYPTED = Refusal(code=RejectionCode.ENCRYPTED, message="Ask for the password.")


def file(path: str) -> InboxFile:
    return InboxFile(path=path, location=path, sha256=path, size=1, media_type=PDF)


def make_reader() -> Callable[[InboxFile], Deck | Refusal]:
    return read


def read(item: InboxFile) -> Deck | Refusal:
    """Do what files have made parsers do."""
    if item.path == "hangs.pdf":
        time.sleep(600)
    if item.path == "kills.pdf":
        os._exit(3)
    if item.path == "raises.pdf":
        raise ValueError("xref table not found")
    if item.path == "swells.pdf":
        raise MemoryError
    if item.path == "locked.pdf":
        return ENCRYPTED
    return Deck(pages=(), properties=Properties(title=item.path))


def make_annotator() -> Callable[[FileDeck], Reading]:
    return annotate


def annotate(item: FileDeck) -> Reading:
    if item[1].properties.title == "odd.pdf":
        raise KeyError("odd")
    return Reading(deck=item[1], language=DeckLanguage(deck=UNDETERMINED, pages=()), tags=Tags())


def results(*names: str, workers: int = 2) -> dict[str, Result]:
    read_in_workers = Workers(make_reader, make_annotator, workers, LIMITS, LIMITS)
    return {item.path: result for item, result in read_in_workers([file(name) for name in names])}


def test_files_that_break_their_worker_are_refused_and_the_others_read() -> None:
    found = results("hangs.pdf", "kills.pdf", "raises.pdf", "swells.pdf", "odd.pdf", "sound.pdf")
    sound = found.pop("sound.pdf")
    assert isinstance(sound, Reading)
    assert {path: item.code for path, item in found.items() if isinstance(item, Refusal)} == {
        "hangs.pdf": RejectionCode.TIMEOUT,
        "kills.pdf": RejectionCode.CRASHED,
        "raises.pdf": RejectionCode.CRASHED,
        "swells.pdf": RejectionCode.OUT_OF_MEMORY,
        "odd.pdf": RejectionCode.CRASHED,
    }
    for refusal in found.values():
        assert isinstance(refusal, Refusal)
        assert refusal.message.endswith("drop it in again.")
        assert refusal.passing


def test_a_refusal_of_the_reader_is_handed_on() -> None:
    assert results("locked.pdf", "a.pdf")["locked.pdf"] == ENCRYPTED


def test_files_that_are_all_refused_need_no_annotator() -> None:
    assert results("locked.pdf") == {"locked.pdf": ENCRYPTED}


def test_without_workers_everything_is_read_here() -> None:
    assert isinstance(results("a.pdf", workers=0)["a.pdf"], Reading)
