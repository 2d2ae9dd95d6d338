from __future__ import annotations

import io
import struct
import zipfile

import pytest
from ingest_files import PDF, Inbox, patched, powerpoint, zipped

from pipeline.ingest import IngestSettings, opened
from pipeline.records.files import Refusal

KIB = 1024
#: Small limits, so that small files reach them.
TIGHT = IngestSettings(
    max_entries=20, max_archive_bytes=100 * KIB, max_text_bytes=100 * KIB, ratio_floor=10 * KIB
)
#: In an entry of the directory (APPNOTE 4.3.12): packed size, size, offset of its header.
PACKED_SIZE, SIZE, OFFSET = 20, 24, 42


def long(number: int) -> bytes:
    return struct.pack("<I", number)


def test_an_archive_within_the_limits_is_opened(inbox: Inbox) -> None:
    inbox.add("decks.zip", zipped({f"{number}.pdf": PDF for number in range(20)}))
    assert inbox.refusals(TIGHT) == {}


@pytest.mark.parametrize("name", ["decks.zip", "deck.pptx"])
def test_too_many_entries_are_unsafe(inbox: Inbox, name: str) -> None:
    parts = {f"{number}.xml": b"" for number in range(20)}
    extra = zipped({**parts, "21.xml": b""}) if name == "decks.zip" else powerpoint(**parts)
    inbox.add(name, extra)
    assert inbox.refusals(TIGHT) == {name: "unsafe"}


def test_a_directory_that_fills_the_memory_is_not_read(inbox: Inbox) -> None:
    data = zipped({"deck.pdf": PDF})
    end = data.rindex(b"PK\x05\x06")
    inbox.add("decks.zip", data[: end + 12] + long(2**31) + data[end + 16 :])
    assert inbox.refusals() == {"decks.zip": "unsafe"}


def test_the_directory_size_of_zip64_is_held_against_the_limit_too(inbox: Inbox) -> None:
    data = zipped({"deck.pdf": PDF})
    end = data.rindex(b"PK\x05\x06")
    record = struct.pack("<4sQ2H2L4Q", b"PK\x06\x06", 44, 45, 45, 0, 0, 1, 1, 2**40, 0)
    locator = struct.pack("<4sLQL", b"PK\x06\x07", 0, end, 1)
    inbox.add("decks.zip", data[:end] + record + locator + data[end:])
    assert inbox.refusals() == {"decks.zip": "unsafe"}


def test_an_archive_with_a_comment_is_opened(inbox: Inbox) -> None:
    target = io.BytesIO(zipped({"deck.pdf": PDF}))
    with zipfile.ZipFile(target, "a") as archive:
        archive.comment = b"packed by hand " * 4000
    inbox.add("decks.zip", target.getvalue())
    assert inbox.paths() == ["decks.zip/deck.pdf"]


@pytest.mark.parametrize(
    "name",
    [
        "../deck.pdf",
        "a/../../deck.pdf",
        "..\\deck.pdf",
        "/etc/deck.pdf",
        "\\deck.pdf",
        "C:deck.pdf",
    ],
)
def test_names_that_climb_out_are_unsafe(inbox: Inbox, name: str) -> None:
    inbox.add("decks.zip", zipped({name: PDF}))
    assert inbox.refusals() == {"decks.zip": "unsafe"}


@pytest.mark.parametrize("name", ["deck..pdf", "a..b/deck.pdf", "deck...pdf", "AC: deck.pdf"])
def test_dots_and_colons_in_names_are_harmless(inbox: Inbox, name: str) -> None:
    inbox.add("decks.zip", zipped({name: PDF}))
    assert inbox.paths() == [f"decks.zip/{name}"]


def test_entries_that_share_their_bytes_are_unsafe(inbox: Inbox) -> None:
    data = zipped({"a.pdf": PDF, "b.pdf": PDF})
    inbox.add("decks.zip", patched(data, OFFSET, long(0), entry=1))
    assert inbox.refusals() == {"decks.zip": "unsafe"}
    assert "overlap" in inbox.message("decks.zip")


def test_an_entry_that_reaches_into_the_directory_is_unsafe(inbox: Inbox) -> None:
    data = zipped({"a.pdf": PDF})
    inbox.add("decks.zip", patched(data, PACKED_SIZE, long(len(data))))
    assert inbox.refusals() == {"decks.zip": "unsafe"}


def test_a_member_that_unpacks_to_far_more_than_its_size_is_unsafe(inbox: Inbox) -> None:
    inbox.add("decks.zip", zipped({"deck.pdf": bytes(50 * KIB)}))
    assert inbox.refusals(TIGHT) == {"decks.zip": "unsafe"}


def test_a_small_file_that_claims_ten_gigabytes_is_unsafe(inbox: Inbox) -> None:
    inbox.add("deck.pptx", patched(powerpoint(), SIZE, long(2**32 - 2)))
    assert inbox.refusals() == {"deck.pptx": "unsafe"}


def test_an_archive_that_claims_more_than_the_limit_is_too_large(inbox: Inbox) -> None:
    members = {f"{number}.pdf": PDF + bytes(9 * KIB) for number in range(12)}
    inbox.add("decks.zip", zipped(members, zipfile.ZIP_STORED))
    assert inbox.refusals(TIGHT) == {"decks.zip": "too-large"}


def test_text_parts_over_the_limit_are_unsafe(inbox: Inbox) -> None:
    parts = {f"ppt/slides/slide{number}.xml": bytes(9 * KIB) for number in range(12)}
    inbox.add("deck.pptx", powerpoint(**parts))
    assert inbox.refusals(TIGHT) == {"deck.pptx": "unsafe"}


def test_media_of_a_presentation_may_be_of_any_size(inbox: Inbox) -> None:
    inbox.add("deck.pptx", powerpoint(**{"ppt/media/image1.bmp": bytes(500 * KIB)}))
    assert inbox.refusals(TIGHT) == {}


def test_a_part_that_unpacks_to_more_than_it_claims_is_not_handed_on(inbox: Inbox) -> None:
    part = {"ppt/slides/slide1.xml": b"<slide/>" * 100_000}
    inbox.add("deck.pptx", patched(powerpoint(**part), SIZE, long(100), entry=1))
    (file,) = inbox.stock().files
    with opened(inbox.folder, file) as path:
        assert isinstance(path, Refusal)
        assert path.code.value == "unsafe"


def test_a_member_that_unpacks_to_more_than_it_claims_is_not_read_on(inbox: Inbox) -> None:
    inbox.add("decks.zip", patched(zipped({"deck.pdf": PDF * 100_000}), SIZE, long(100)))
    assert inbox.refusals() == {"decks.zip/deck.pdf": "corrupt"}
