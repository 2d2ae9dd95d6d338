from __future__ import annotations

import os
import time
from collections.abc import Callable
from dataclasses import dataclass, field
from pathlib import Path

import pytest

from pipeline.engine import Limits
from pipeline.ingest import CHANGED
from pipeline.library import Library, Result
from pipeline.records.decks import UNDETERMINED, Deck, DeckLanguage, Properties
from pipeline.records.files import InboxFile, Refusal, RejectionCode
from pipeline.records.media import PDF
from pipeline.records.readings import Reading
from pipeline.records.tags import Tags
from pipeline.store import Store

LIMITS = Limits(seconds=30)


def file(path: str, content: str = "") -> InboxFile:
    return InboxFile(path=path, location=path, sha256=content or path, size=1, media_type=PDF)


def titled(title: str) -> Reading:
    return Reading(
        deck=Deck(pages=(), properties=Properties(title=title)),
        language=DeckLanguage(deck=UNDETERMINED, pages=()),
        tags=Tags(),
    )


@dataclass
class Clerk:
    """Makes readers that say which file they read, and notes each reading."""

    read: list[str] = field(default_factory=list)

    def __call__(self) -> Callable[[InboxFile], Result]:
        def read(item: InboxFile) -> Result:
            self.read.append(item.path)
            if item.path.startswith("locked"):
                return Refusal(code=RejectionCode.ENCRYPTED, message="Ask for the password.")
            if item.path.startswith("gone"):
                message = "The file went away."
                return Refusal(code=RejectionCode.CORRUPT, message=message, passing=True)
            return titled(item.sha256)

        return read


@dataclass
class Progress:
    """Notes what a listener hears."""

    expected: int = -1
    done: int = 0

    def say(self, message: str) -> None:
        raise AssertionError(message)

    def expect(self, count: int) -> None:
        self.expected = count

    def advance(self) -> None:
        self.done += 1


def misbehave() -> Callable[[InboxFile], Result]:
    return read_badly


def read_badly(item: InboxFile) -> Result:
    """Do what files have made parsers do."""
    if item.path == "hangs.pdf":
        time.sleep(600)
    if item.path == "kills.pdf":
        os._exit(3)
    if item.path == "raises.pdf":
        raise ValueError("xref table not found")
    if item.path == "swells.pdf":
        raise MemoryError
    return titled(item.sha256)


@pytest.fixture
def store(tmp_path: Path) -> Store:
    return Store(tmp_path / "kept", "version-1")


@pytest.fixture
def clerk() -> Clerk:
    return Clerk()


def fill(library: Library, clerk: Clerk, *files: InboxFile) -> Progress:
    progress = Progress()
    library.fill(files, clerk, workers=0, limits=LIMITS, listener=progress)
    return progress


def test_every_file_is_read_and_told_of(store: Store, clerk: Clerk) -> None:
    library = Library(store)
    progress = fill(library, clerk, file("a.pdf"), file("b.pdf"))
    assert progress == Progress(expected=2, done=2)
    assert library.get(file("b.pdf")) == titled("b.pdf")


def test_files_with_the_same_bytes_are_read_once(store: Store, clerk: Clerk) -> None:
    twins = file("a.pdf", "same"), file("copy of a.pdf", "same")
    library = Library(store)
    assert fill(library, clerk, *twins) == Progress(expected=1, done=1)
    assert len(clerk.read) == 1
    assert library.get(twins[0]) == library.get(twins[1]) == titled("same")


def test_what_was_read_once_is_not_read_again(store: Store, clerk: Clerk) -> None:
    fill(Library(store), clerk, file("a.pdf"))
    library = Library(store)
    assert fill(library, clerk, file("a.pdf"), file("b.pdf")) == Progress(expected=1, done=1)
    assert clerk.read == ["a.pdf", "b.pdf"]
    assert library.get(file("a.pdf")) == titled("a.pdf")


def test_a_renamed_file_is_not_read_again(store: Store, clerk: Clerk) -> None:
    fill(Library(store), clerk, file("a.pdf", "same"))
    library = Library(store)
    fill(library, clerk, file("renamed.pdf", "same"))
    assert clerk.read == ["a.pdf"]
    assert library.get(file("renamed.pdf", "same")) == titled("same")


def test_a_changed_file_is_read_again(store: Store, clerk: Clerk) -> None:
    fill(Library(store), clerk, file("a.pdf", "before"))
    library = Library(store)
    fill(library, clerk, file("a.pdf", "after"))
    assert library.get(file("a.pdf", "after")) == titled("after")


def test_other_settings_read_the_file_again(store: Store, clerk: Clerk) -> None:
    fill(Library(store, depends_on="en-fr"), clerk, file("a.pdf"))
    fill(Library(store, depends_on="en-pt"), clerk, file("a.pdf"))
    assert clerk.read == ["a.pdf", "a.pdf"]


def test_a_file_that_cannot_be_read_is_an_answer_that_is_kept(store: Store, clerk: Clerk) -> None:
    fill(Library(store), clerk, file("locked.pdf"))
    library = Library(store)
    assert fill(library, clerk, file("locked.pdf")).expected == 0
    answer = library.get(file("locked.pdf"))
    assert isinstance(answer, Refusal)
    assert answer.code is RejectionCode.ENCRYPTED


def test_where_a_file_is_gone_one_with_the_same_bytes_is_read(store: Store, clerk: Clerk) -> None:
    twins = file("gone.pdf", "same"), file("copy.pdf", "same")
    library = Library(store)
    assert fill(library, clerk, *twins) == Progress(expected=1, done=1)
    assert clerk.read == ["gone.pdf", "copy.pdf"]
    assert library.get(twins[0]) == titled("same")


def test_a_file_that_is_gone_is_an_answer_for_this_run_only(store: Store, clerk: Clerk) -> None:
    library = Library(store)
    assert fill(library, clerk, file("gone.pdf", "same")) == Progress(expected=1, done=1)
    answer = library.get(file("gone.pdf", "same"))
    assert isinstance(answer, Refusal)
    assert answer.message == "The file went away."
    again = Library(store)
    assert fill(again, clerk, file("back.pdf", "same")).expected == 1
    assert again.get(file("back.pdf", "same")) == titled("same")


@pytest.mark.parametrize("left", [0.0, 0.5, 0.99])
def test_a_result_that_was_cut_short_is_made_anew(
    store: Store, clerk: Clerk, tmp_path: Path, left: float
) -> None:
    fill(Library(store), clerk, file("a.pdf"))
    (kept,) = tmp_path.rglob("*.msgpack")
    kept.write_bytes(kept.read_bytes()[: int(kept.stat().st_size * left)])
    library = Library(store)
    assert fill(library, clerk, file("a.pdf")).expected == 1
    assert library.get(file("a.pdf")) == titled("a.pdf")


def test_asking_for_a_file_that_was_never_read_is_a_mistake(store: Store) -> None:
    with pytest.raises(LookupError, match=r"a\.pdf"):
        Library(store).get(file("a.pdf"))


def test_files_that_break_their_reader_are_refused_and_the_others_read(store: Store) -> None:
    names = ["hangs.pdf", "kills.pdf", "raises.pdf", "swells.pdf", "sound.pdf"]
    library, progress = Library(store), Progress()
    library.fill(
        [file(name) for name in names],
        misbehave,
        workers=2,
        limits=Limits(seconds=1),
        listener=progress,
    )
    assert progress == Progress(expected=5, done=5)
    *refused, sound = (library.get(file(name)) for name in names)
    assert [item.code for item in refused if isinstance(item, Refusal)] == [
        RejectionCode.TIMEOUT,
        RejectionCode.CRASHED,
        RejectionCode.CRASHED,
        RejectionCode.OUT_OF_MEMORY,
    ]
    assert all("drop it in again" in item.message for item in refused if isinstance(item, Refusal))
    assert sound == titled("sound.pdf")


def test_a_reader_that_broke_is_tried_again_by_the_next_run(store: Store, clerk: Clerk) -> None:
    library = Library(store)
    library.fill([file("raises.pdf")], misbehave, workers=1, limits=LIMITS, listener=Progress())
    assert isinstance(library.get(file("raises.pdf")), Refusal)
    again = Library(store)
    assert fill(again, clerk, file("raises.pdf")).expected == 1
    assert again.get(file("raises.pdf")) == titled("raises.pdf")


@dataclass
class AbsentMinded(Clerk):
    """Makes readers that find some files gone."""

    gone: frozenset[str] = frozenset()

    def __call__(self) -> Callable[[InboxFile], Result]:
        read = super().__call__()

        def look(item: InboxFile) -> Result:
            return CHANGED if item.path in self.gone else read(item)

        return look


def test_a_file_that_went_is_tried_again_by_the_next_run(store: Store, clerk: Clerk) -> None:
    library = Library(store)
    fill(library, AbsentMinded(gone=frozenset({"a.pdf"})), file("a.pdf"))
    assert library.get(file("a.pdf")) == CHANGED
    assert fill(Library(store), clerk, file("a.pdf")).expected == 1


def test_where_a_file_went_one_with_the_same_bytes_is_read(store: Store) -> None:
    library = Library(store)
    gone = AbsentMinded(gone=frozenset({"a.pdf"}))
    progress = fill(library, gone, file("a.pdf", "same"), file("b.pdf", "same"))
    assert progress == Progress(expected=1, done=1)
    assert gone.read == ["b.pdf"]
    assert library.get(file("a.pdf", "same")) == titled("same")
