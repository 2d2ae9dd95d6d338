from __future__ import annotations

import hashlib
import os
import unicodedata
from pathlib import Path

import pytest
from ingest_files import PDF, Inbox, powerpoint, zipped

from pipeline.ingest import IngestSettings, take_stock
from pipeline.ingest.walk import failed
from pipeline.records.files import InboxFile, Rejected
from pipeline.records.media import PPTX


def test_a_file_is_listed_with_its_bytes_and_its_type(inbox: Inbox) -> None:
    inbox.add("day 1/talk.pptx", data := powerpoint())
    (file,) = inbox.stock().files
    assert file == InboxFile(
        path="day 1/talk.pptx",
        location="day 1/talk.pptx",
        sha256=hashlib.sha256(data).hexdigest(),
        size=len(data),
        media_type=PPTX,
    )


def test_every_file_is_listed_exactly_once_and_in_order(inbox: Inbox) -> None:
    for path in ("z.pdf", "b/y.pdf", "b/a/x.pdf", "a.pdf", "~$a.pdf", "b/empty.pdf"):
        inbox.add(path, b"" if "empty" in path else PDF)
    inbox.add("days.zip", zipped({"2.pdf": PDF, "1.pdf": PDF}))
    stock = inbox.stock()
    assert [file.path for file in stock.files] == [
        *("a.pdf", "b/a/x.pdf", "b/y.pdf", "days.zip/1.pdf", "days.zip/2.pdf", "z.pdf")
    ]
    assert [item.path for item in stock.rejected] == ["b/empty.pdf"]
    assert [item.path for item in stock.ignored] == ["~$a.pdf"]


def test_an_empty_inbox_has_no_files(inbox: Inbox) -> None:
    assert inbox.stock().files == ()


def test_taking_stock_twice_gives_the_same(inbox: Inbox) -> None:
    for number in range(30):
        inbox.add(f"{number % 4}/{number}.pdf", PDF + bytes([number]))
    assert inbox.stock() == inbox.stock()


def test_a_path_is_composed_and_its_location_stays_as_the_disk_spells_it(inbox: Inbox) -> None:
    decomposed = unicodedata.normalize("NFD", "Présentation.pdf")
    inbox.add(f"é/{decomposed}")
    (file,) = inbox.stock().files
    assert file.path == "é/Présentation.pdf"
    assert (inbox.folder / file.location).exists()


def test_of_two_names_that_differ_in_spelling_only_one_is_refused(inbox: Inbox) -> None:
    for form in ("NFC", "NFD"):
        try:
            inbox.add(unicodedata.normalize(form, "é.pdf"))
        except OSError as error:
            pytest.skip(f"this file system composes names itself: {error}")
    if len(list(inbox.folder.iterdir())) < 2:
        pytest.skip("this file system takes both names for one")
    assert inbox.paths() == ["é.pdf"]
    assert "Rename" in inbox.message("é.pdf")


def test_a_name_that_is_no_unicode_is_listed_in_unicode(inbox: Inbox) -> None:
    try:
        inbox.add(os.fsdecode(b"pr\xe9sentation.pdf"))
    except OSError:
        pytest.skip("this file system takes Unicode names only")
    (file,) = inbox.stock().files
    assert file.path == "pr\ufffdsentation.pdf"
    assert (inbox.folder / file.location).read_bytes() == PDF


def test_a_link_is_not_followed(inbox: Inbox, tmp_path: Path) -> None:
    outside = tmp_path / "outside"
    outside.mkdir()
    (outside / "deck.pdf").write_bytes(PDF)
    (inbox.folder / "file.pdf").symlink_to(outside / "deck.pdf")
    (inbox.folder / "folder").symlink_to(outside)
    (inbox.folder / "loop").symlink_to(inbox.folder)
    (inbox.folder / "broken.pdf").symlink_to(tmp_path / "nowhere")
    assert inbox.paths() == []
    assert set(inbox.reasons()) == {"broken.pdf", "file.pdf", "folder", "loop"}


def test_a_pipe_is_not_opened(inbox: Inbox) -> None:
    os.mkfifo(inbox.folder / "deck.pdf")
    assert "not an ordinary file" in inbox.reasons()["deck.pdf"].lower()


@pytest.mark.skipif(not hasattr(os, "geteuid") or os.geteuid() == 0, reason="root reads all")
def test_files_and_folders_that_may_not_be_read_are_refused(inbox: Inbox) -> None:
    inbox.add("secret.pdf").chmod(0)
    (inbox.folder / "closed").mkdir(mode=0)
    assert inbox.refusals() == {"closed": "unsupported", "secret.pdf": "unsupported"}
    assert "permission" in inbox.message("secret.pdf")


def test_a_refused_permission_says_what_to_do() -> None:
    refused = failed("deck.pdf", PermissionError(13, "Permission denied"))
    assert isinstance(refused, Rejected)
    assert "permission" in refused.message


def test_a_failing_disk_is_told_apart_from_a_file_that_is_gone() -> None:
    assert isinstance(failed("deck.pdf", OSError(5, "Input/output error")), Rejected)
    assert not isinstance(failed("deck.pdf", FileNotFoundError(2, "gone")), Rejected)


def test_a_file_that_is_larger_than_the_limit_is_not_read(inbox: Inbox) -> None:
    inbox.add("film.pdf", PDF * 100)
    assert inbox.refusals(IngestSettings(max_file_bytes=1000)) == {"film.pdf": "too-large"}


def test_the_inbox_is_only_read(inbox: Inbox) -> None:
    inbox.add("a/deck.pdf")
    inbox.add("days.zip", zipped({"deck.pdf": PDF}))
    before = {path: path.stat() for path in inbox.folder.rglob("*")}
    inbox.stock()
    after = {path: path.stat() for path in inbox.folder.rglob("*")}
    assert {path: status.st_mtime_ns for path, status in before.items()} == {
        path: status.st_mtime_ns for path, status in after.items()
    }


def test_an_inbox_that_is_not_there_stops_everything(tmp_path: Path) -> None:
    with pytest.raises(FileNotFoundError):
        take_stock(tmp_path / "nowhere", settings=IngestSettings(), say=pytest.fail)
