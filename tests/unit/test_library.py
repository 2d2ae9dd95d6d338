from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from pathlib import Path

import pytest

from pipeline.ingest import CHANGED
from pipeline.library import Library, Rereading, Result
from pipeline.records.decks import UNDETERMINED, Deck, DeckLanguage, Properties
from pipeline.records.files import InboxFile, Refusal, RejectionCode
from pipeline.records.media import PDF
from pipeline.records.readings import Reading
from pipeline.records.tags import Tags
from pipeline.store import Store


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
    """Reads files, and notes each that was read."""

    read: list[str] = field(default_factory=list)

    def __call__(self, files: Sequence[InboxFile]) -> Iterator[tuple[InboxFile, Result]]:
        for item in files:
            yield item, self.result(item)

    def result(self, item: InboxFile) -> Result:
        self.read.append(item.path)
        if item.path.startswith("locked"):
            return Refusal(code=RejectionCode.ENCRYPTED, message="Ask for the password.")
        return CHANGED if item.path.startswith("gone") else titled(item.sha256)


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


@pytest.fixture
def store(tmp_path: Path) -> Store:
    return Store(tmp_path / "kept", "version-1")


@pytest.fixture
def clerk() -> Clerk:
    return Clerk()


def fill(library: Library, clerk: Clerk, *files: InboxFile) -> Progress:
    progress = Progress()
    library.fill(files, clerk, listener=progress)
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
    assert library.get(file("gone.pdf", "same")) == CHANGED
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


@pytest.mark.parametrize(
    "code", [RejectionCode.TIMEOUT, RejectionCode.CRASHED, RejectionCode.OUT_OF_MEMORY]
)
def test_what_a_file_broke_is_tried_again_by_the_next_run_but_not_with_its_twin(
    store: Store, clerk: Clerk, code: RejectionCode
) -> None:
    twins = file("a.pdf", "same"), file("b.pdf", "same")
    broken = Broken(refusal=Refusal(code=code, message="Save it anew.", passing=True))
    library = Library(store)
    fill(library, broken, *twins)
    assert broken.read == ["a.pdf"]
    assert library.get(twins[1]) == broken.refusal
    assert fill(Library(store), clerk, *twins).expected == 1


@dataclass
class Broken(Clerk):
    """Reads nothing, for one reason."""

    refusal: Refusal = CHANGED

    def result(self, item: InboxFile) -> Result:
        self.read.append(item.path)
        return self.refusal


def reread(clerk: Clerk, *paths: str) -> Rereading:
    return Rereading(lambda item, _: item.path in paths, clerk)


def test_files_with_which_the_first_way_falls_short_are_read_in_a_dearer_way(
    store: Store, clerk: Clerk
) -> None:
    library, progress, dearer = Library(store), Progress(), Clerk()
    files = [file("a.pdf"), file("scan.pdf")]
    library.fill(files, clerk, listener=progress, again=reread(dearer, "scan.pdf"))
    assert (clerk.read, dearer.read) == (["a.pdf", "scan.pdf"], ["scan.pdf"])
    assert progress == Progress(expected=2, done=2)
    assert Library(store).unread(files) == []


def test_where_the_dearer_way_fails_the_first_reading_counts(store: Store, clerk: Clerk) -> None:
    library, broken = Library(store), Broken()
    library.fill([file("a.pdf")], clerk, listener=Progress(), again=reread(broken, "a.pdf"))
    assert broken.read == ["a.pdf"]
    assert library.get(file("a.pdf")) == titled("a.pdf")
