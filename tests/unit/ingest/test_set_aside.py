from __future__ import annotations

import pytest
from ingest_files import PDF, Inbox, zipped

from pipeline.ingest.names import set_aside


@pytest.mark.parametrize("path", ["~$deck.pptx", "a/~$deck.pptx", ".~lock.deck.odp#"])
def test_a_lock_file_is_set_aside_with_its_reason(path: str) -> None:
    assert "lock file" in str(set_aside(path))


@pytest.mark.parametrize(
    "path",
    [
        ".DS_Store",
        "Thumbs.db",
        "a/THUMBS.DB",
        "desktop.ini",
        "Icon\r",
        "__MACOSX/a/deck.pptx",
        "._deck.pptx",
        "$RECYCLE.BIN/deck.pptx",
    ],
)
def test_a_system_file_is_set_aside_with_its_reason(path: str) -> None:
    assert "system file" in str(set_aside(path))


@pytest.mark.parametrize("path", [".hidden.pptx", ".git/config", "a/.cache/deck.pptx"])
def test_a_hidden_file_is_set_aside_with_its_reason(path: str) -> None:
    assert "hidden" in str(set_aside(path))


@pytest.mark.parametrize(
    "path",
    [
        "deck.pptx.crdownload",
        "deck.pptx.part",
        "Deck.PPTX.Partial",
        "deck.tmp",
        "deck.pptx.download/deck.pptx",
    ],
)
def test_an_unfinished_download_is_set_aside_with_its_reason(path: str) -> None:
    assert "unfinished" in str(set_aside(path)).lower()


@pytest.mark.parametrize(
    ("path", "reason"),
    [
        ("programme.yaml", "programme of the elective"),
        ("Programme.PDF", "programme of the elective"),
        ("decisions.yaml", "decisions taken by staff"),
        ("README.md", "note about the inbox"),
        (".gitkeep", "note about the inbox"),
    ],
)
def test_what_staff_write_about_the_elective_is_no_material(path: str, reason: str) -> None:
    assert reason in str(set_aside(path))


@pytest.mark.parametrize(
    "path",
    [
        "deck.pptx",
        "day 1/programme.pdf",
        "day 1/decisions.yaml",
        "programme of day 1.pptx",
        "part.pptx",
        "a.part/deck.pptx",
        "lock.deck.odp",
        "$100 ideas.pptx",
        "~deck.pptx",
    ],
)
def test_a_deck_is_never_set_aside_for_its_name(path: str) -> None:
    assert set_aside(path) is None


def test_files_are_set_aside_in_folders_and_archives_alike(inbox: Inbox) -> None:
    inbox.add("programme.yaml", b"sessions: []")
    inbox.add("a/Thumbs.db")
    inbox.add("days.zip", zipped({"__MACOSX/._deck.pdf": b"x", "deck.pdf": PDF}))
    assert inbox.paths() == ["days.zip/deck.pdf"]
    assert set(inbox.reasons()) == {
        *("a/Thumbs.db", "days.zip/__MACOSX/._deck.pdf", "programme.yaml")
    }
