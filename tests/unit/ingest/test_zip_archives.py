from __future__ import annotations

import io
import stat
import unicodedata
import zipfile

import pytest
from ingest_files import PDF, Inbox, patched, powerpoint, zipped

from pipeline.ingest import IngestSettings
from pipeline.records.media import PDF as PDF_TYPE
from pipeline.records.media import PPTX


def test_members_stand_for_their_archive(inbox: Inbox) -> None:
    inbox.add("day 1/decks.zip", zipped({"a/talk.pdf": PDF, "deck.pptx": powerpoint()}))
    stock = inbox.stock()
    assert [(file.path, file.location, file.members, file.media_type) for file in stock.files] == [
        ("day 1/decks.zip/a/talk.pdf", "day 1/decks.zip", ("a/talk.pdf",), PDF_TYPE),
        ("day 1/decks.zip/deck.pptx", "day 1/decks.zip", ("deck.pptx",), PPTX),
    ]
    assert stock.rejected == stock.ignored == ()


def test_a_member_is_hashed_like_the_file_it_was(inbox: Inbox) -> None:
    inbox.add("deck.pptx", powerpoint())
    inbox.add("decks.zip", zipped({"deck.pptx": powerpoint()}))
    first, second = inbox.stock().files
    assert (first.sha256, first.size) == (second.sha256, second.size)


def test_members_are_refused_one_by_one(inbox: Inbox) -> None:
    inbox.add("decks.zip", zipped({"a.pdf": b"<html>", "b.pdf": b"", "c.pdf": PDF}))
    assert inbox.refusals() == {"decks.zip/a.pdf": "not-what-it-says", "decks.zip/b.pdf": "empty"}
    assert inbox.paths() == ["decks.zip/c.pdf"]


def test_an_archive_in_an_archive_is_opened(inbox: Inbox) -> None:
    inbox.add("all.zip", zipped({"day 1.zip": zipped({"deck.pdf": PDF})}))
    (file,) = inbox.stock().files
    assert file.path == "all.zip/day 1.zip/deck.pdf"
    assert file.members == ("day 1.zip", "deck.pdf")


def test_an_archive_in_an_archive_in_an_archive_is_not_opened(inbox: Inbox) -> None:
    inner = zipped({"deck.pdf": PDF})
    inbox.add("all.zip", zipped({"a.zip": zipped({"b.zip": inner}), "deck.pdf": PDF}))
    assert inbox.refusals() == {"all.zip/a.zip/b.zip": "unsafe"}
    assert inbox.paths() == ["all.zip/deck.pdf"]


@pytest.mark.parametrize("members", [{}, {"folder/": b""}])
def test_an_archive_without_files_is_empty(inbox: Inbox, members: dict[str, bytes]) -> None:
    inbox.add("decks.zip", zipped(members))
    assert inbox.refusals() == {"decks.zip": "empty"}


def test_an_archive_of_files_to_be_ignored_is_not_listed_itself(inbox: Inbox) -> None:
    inbox.add("decks.zip", zipped({".DS_Store": b"x"}))
    assert set(inbox.reasons()) == {"decks.zip/.DS_Store"}
    assert inbox.refusals() == {}


def test_an_archive_with_a_password_is_encrypted(inbox: Inbox) -> None:
    inbox.add("decks.zip", patched(zipped({"deck.pdf": PDF}), 8, b"\x01\x00"))
    assert inbox.refusals() == {"decks.zip": "encrypted"}
    assert "Unpack it" in inbox.message("decks.zip")


def test_an_archive_that_lost_its_end_is_truncated(inbox: Inbox) -> None:
    inbox.add("decks.zip", zipped({"deck.pdf": PDF * 100})[:90])
    assert inbox.refusals() == {"decks.zip": "truncated"}


def test_a_damaged_member_leaves_the_others_readable(inbox: Inbox) -> None:
    data = zipped({"a.pdf": PDF, "b.pdf": PDF}, zipfile.ZIP_STORED)
    inbox.add("decks.zip", data.replace(b"%PDF", b"%PDX", 1))
    assert inbox.refusals() == {"decks.zip/a.pdf": "corrupt"}
    assert inbox.paths() == ["decks.zip/b.pdf"]


def test_a_member_packed_in_an_unknown_way_is_corrupt(inbox: Inbox) -> None:
    inbox.add("decks.zip", patched(zipped({"deck.pdf": PDF}), 10, b"\x63\x00"))
    assert inbox.refusals() == {"decks.zip/deck.pdf": "corrupt"}


def test_names_of_windows_have_slashes(inbox: Inbox) -> None:
    inbox.add("decks.zip", zipped({"day 1\\.\\deck.pdf": PDF}))
    assert inbox.paths() == ["decks.zip/day 1/deck.pdf"]


def test_names_are_composed(inbox: Inbox) -> None:
    name = unicodedata.normalize("NFD", "apresentação.pdf")
    inbox.add("decks.zip", zipped({name: PDF}))
    (file,) = inbox.stock().files
    assert file.path == "decks.zip/apresentação.pdf"
    assert file.members == (name,)


def test_utf_8_names_that_do_not_say_so_are_repaired(inbox: Inbox) -> None:
    data = zipped({"présentation.pdf": PDF})
    inbox.add("mac.zip", data.replace(b"\x00\x08\x08\x00", b"\x00\x00\x08\x00"))
    with zipfile.ZipFile(inbox.folder / "mac.zip") as archive:
        assert archive.namelist() != ["présentation.pdf"]
    assert inbox.paths() == ["mac.zip/présentation.pdf"]


def test_names_in_code_page_437_stay_as_they_are(inbox: Inbox) -> None:
    data = zipped({"pr_sentation.pdf": PDF}).replace(b"pr_s", b"pr\x82s")
    inbox.add("dos.zip", data)
    assert inbox.paths() == ["dos.zip/présentation.pdf"]


def test_a_link_in_an_archive_is_not_followed(inbox: Inbox) -> None:
    target = io.BytesIO()
    with zipfile.ZipFile(target, "w") as archive:
        link = zipfile.ZipInfo("deck.pdf")
        link.external_attr = (stat.S_IFLNK | 0o777) << 16
        archive.writestr(link, "/etc/passwd")
    inbox.add("decks.zip", target.getvalue())
    assert set(inbox.reasons()) == {"decks.zip/deck.pdf"}


@pytest.mark.filterwarnings("ignore:Duplicate name")
def test_of_members_with_the_same_name_the_last_counts(inbox: Inbox) -> None:
    target = io.BytesIO()
    with zipfile.ZipFile(target, "w") as archive:
        archive.writestr("deck.pdf", PDF)
        archive.writestr("deck.pdf", PDF + b"newer")
    inbox.add("decks.zip", target.getvalue())
    (file,) = inbox.stock().files
    assert file.size == len(PDF) + 5


def test_archives_in_an_archive_share_one_allowance(inbox: Inbox) -> None:
    inner = {f"{number}.pdf": PDF + bytes(900) for number in range(3)}
    inbox.add("all.zip", zipped({"a.zip": zipped(inner), "b.zip": zipped(inner)}))
    settings = IngestSettings(max_archive_bytes=4000)
    assert inbox.refusals(settings) == {
        "all.zip/b.zip/0.pdf": "too-large",
        "all.zip/b.zip/1.pdf": "too-large",
        "all.zip/b.zip/2.pdf": "too-large",
    }
