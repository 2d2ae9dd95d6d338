from __future__ import annotations

import tempfile
from pathlib import Path

import pytest
from ingest_files import PDF, Inbox, powerpoint, zipped

from pipeline.ingest import CHANGED, opened
from pipeline.records.files import InboxFile, Refusal


@pytest.fixture
def scratch(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Return the folder for temporary files, so that the test sees what is left in it."""
    folder = tmp_path / "scratch"
    folder.mkdir()
    monkeypatch.setattr(tempfile, "tempdir", str(folder))
    return folder


def only(inbox: Inbox) -> InboxFile:
    (file,) = inbox.stock().files
    return file


def test_a_plain_file_is_read_where_it_lies(inbox: Inbox) -> None:
    inbox.add("a/deck.pdf")
    with opened(inbox.folder, only(inbox)) as path:
        assert path == inbox.folder / "a" / "deck.pdf"


@pytest.mark.parametrize("data", [PDF, powerpoint()])
def test_a_member_is_unpacked_for_as_long_as_it_is_read(
    inbox: Inbox, scratch: Path, data: bytes
) -> None:
    inbox.add("decks.zip", zipped({"day 1/é.deck": data}))
    with opened(inbox.folder, only(inbox)) as path:
        assert isinstance(path, Path)
        assert path.read_bytes() == data
        assert scratch in path.parents
    assert list(scratch.iterdir()) == []


def test_a_member_of_an_archive_in_an_archive_is_unpacked(inbox: Inbox, scratch: Path) -> None:
    inbox.add("all.zip", zipped({"day\\1.zip": zipped({"deck.pdf": PDF})}))
    with opened(inbox.folder, only(inbox)) as path:
        assert isinstance(path, Path)
        assert path.read_bytes() == PDF
    assert list(scratch.iterdir()) == []


def test_the_temporary_file_is_removed_when_reading_it_fails(inbox: Inbox, scratch: Path) -> None:
    inbox.add("decks.zip", zipped({"deck.pdf": PDF}))
    with pytest.raises(KeyError), opened(inbox.folder, only(inbox)):
        raise KeyError
    assert list(scratch.iterdir()) == []


def test_a_file_that_changed_since_it_was_hashed_is_refused(inbox: Inbox) -> None:
    inbox.add("deck.pdf")
    file = only(inbox)
    inbox.add("deck.pdf", PDF.replace(b"1.7", b"1.6"))
    with opened(inbox.folder, file) as path:
        assert path == CHANGED


@pytest.mark.parametrize(
    "now",
    [
        zipped({"deck.pdf": PDF + b"\n"}),
        zipped({"other.pdf": PDF}),
        zipped({"deck.pdf": PDF})[:-9],
        PDF,
        b"",
    ],
)
def test_an_archive_that_changed_since_it_was_hashed_is_refused(inbox: Inbox, now: bytes) -> None:
    inbox.add("decks.zip", zipped({"deck.pdf": PDF}))
    file = only(inbox)
    inbox.add("decks.zip", now)
    with opened(inbox.folder, file) as path:
        assert path == CHANGED


def test_a_file_that_is_gone_is_refused(inbox: Inbox) -> None:
    inbox.add("deck.pdf")
    file = only(inbox)
    (inbox.folder / "deck.pdf").unlink()
    with opened(inbox.folder, file) as path:
        assert path == CHANGED


def test_what_cannot_be_opened_is_refused_and_says_why(inbox: Inbox) -> None:
    inbox.add("deck.pdf")
    file = only(inbox)
    (inbox.folder / "deck.pdf").unlink()
    (inbox.folder / "deck.pdf").mkdir()
    with opened(inbox.folder, file) as path:
        assert isinstance(path, Refusal)
        assert "directory" in path.message
