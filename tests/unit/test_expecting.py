from __future__ import annotations

from pathlib import Path

import pytest

from pipeline import expecting
from pipeline.expecting import kept_programme
from pipeline.programme import ProgrammeProblems
from pipeline.records.programme import Programme
from pipeline.store import Store


@pytest.fixture
def inbox(tmp_path: Path) -> Path:
    (tmp_path / "inbox").mkdir()
    (tmp_path / "inbox" / "programme.yaml").write_text("sessions: [{title: Mutual aid}]")
    return tmp_path / "inbox"


@pytest.fixture
def store(tmp_path: Path) -> Store:
    return Store(tmp_path / "kept", "version-1")


@pytest.fixture
def read(monkeypatch: pytest.MonkeyPatch) -> list[Path]:
    """The files that were read, in order."""
    found: list[Path] = []
    really = expecting.read_programme

    def watched(path: Path) -> Programme | ProgrammeProblems:
        found.append(path)
        return really(path)

    monkeypatch.setattr(expecting, "read_programme", watched)
    return found


def test_a_programme_is_read_once_while_its_file_is_the_same(
    inbox: Path, store: Store, read: list[Path]
) -> None:
    first = kept_programme(inbox, store)
    assert isinstance(first, Programme)
    assert kept_programme(inbox, store) == first
    assert read == [inbox / "programme.yaml"]


def test_a_programme_that_was_edited_is_read_anew(inbox: Path, store: Store) -> None:
    kept_programme(inbox, store)
    (inbox / "programme.yaml").write_text("sessions: [{title: Time banks}]")
    programme = kept_programme(inbox, store)
    assert isinstance(programme, Programme)
    assert programme.sessions[0].title == "Time banks"


def test_the_same_programme_under_another_name_says_so(
    inbox: Path, store: Store, tmp_path: Path
) -> None:
    kept_programme(inbox, store)
    given = tmp_path / "other.yaml"
    given.write_bytes((inbox / "programme.yaml").read_bytes())
    programme = kept_programme(inbox, store, given)
    assert isinstance(programme, Programme)
    assert programme.source == "other.yaml"


def test_problems_are_told_at_every_run(inbox: Path, store: Store, read: list[Path]) -> None:
    (inbox / "programme.yaml").write_text("sessions: 7")
    for _ in range(2):
        assert isinstance(kept_programme(inbox, store), ProgrammeProblems)
    assert len(read) == 2
    assert isinstance(kept_programme(inbox / "nowhere", store), ProgrammeProblems)
    assert isinstance(kept_programme(inbox, store, inbox / "gone.yaml"), ProgrammeProblems)
