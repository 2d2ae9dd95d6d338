from __future__ import annotations

from ingest_files import PDF, Inbox, zipped

from pipeline.ingest import twins


def test_each_copy_points_to_the_first_by_length_then_alphabet(inbox: Inbox) -> None:
    for path in ("talk.pdf", "talk (1).pdf", "a/talk.pdf", "falk.pdf"):
        inbox.add(path)
    inbox.add("other.pdf", PDF + b"\n")
    assert list(twins(inbox.stock().files).items()) == [
        ("a/talk.pdf", "falk.pdf"),
        ("talk (1).pdf", "falk.pdf"),
        ("talk.pdf", "falk.pdf"),
    ]


def test_a_member_of_an_archive_can_be_a_copy(inbox: Inbox) -> None:
    inbox.add("talk.pdf")
    inbox.add("days.zip", zipped({"talk.pdf": PDF}))
    assert twins(inbox.stock().files) == {"days.zip/talk.pdf": "talk.pdf"}


def test_the_order_of_files_does_not_matter(inbox: Inbox) -> None:
    for path in ("c.pdf", "b.pdf", "a/b.pdf"):
        inbox.add(path)
    files = inbox.stock().files
    assert twins(files) == twins(reversed(files))


def test_files_of_their_own_are_no_twins() -> None:
    assert twins([]) == {}
