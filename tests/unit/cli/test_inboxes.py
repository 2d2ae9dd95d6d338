from __future__ import annotations

import io
import zipfile
from collections.abc import Iterator
from pathlib import Path

import pytest
from rich.console import Console

from pipeline.cli.inboxes import deciding_inbox
from pipeline.decisions import keep_decision, read_decisions
from pipeline.ingest import IngestSettings, take_stock
from pipeline.location import LocationError
from pipeline.records.decisions import Decision

fsspec = pytest.importorskip("fsspec", reason="fsspec is not installed.")

DECISION = Decision(path="a.txt", session="none")


@pytest.fixture
def here(tmp_path: Path) -> Path:
    """An inbox on this machine."""
    folder = tmp_path / "here"
    (folder / "more").mkdir(parents=True)
    (folder / "programme.yaml").write_text("sessions: [{title: One}]")
    (folder / "a.txt").write_text("The first text.")
    (folder / "more" / "b.txt").write_text("The second text.")
    members = io.BytesIO()
    with zipfile.ZipFile(members, "w") as archive:
        archive.writestr("c.txt", "The third text.")
    (folder / "decks.zip").write_bytes(members.getvalue())
    return folder


@pytest.fixture
def elsewhere(here: Path) -> Iterator[str]:
    """The same inbox elsewhere."""
    memory = fsspec.filesystem("memory")
    for path in here.rglob("*"):
        if path.is_file():
            memory.pipe_file(f"/slides/{path.relative_to(here)}", path.read_bytes())
    yield "memory://slides"
    memory.store.clear()


@pytest.mark.parametrize("path", ["a.txt", "more/b.txt", "decks.zip/c.txt"])
def test_a_file_elsewhere_is_known_as_it_is_here(here: Path, elsewhere: str, path: str) -> None:
    stock = take_stock(here, settings=IngestSettings(settle_seconds=0), say=pytest.fail)
    with deciding_inbox(elsewhere) as inbox:
        named = inbox.named([path], Console())
    assert named.files == tuple(file for file in stock.files if file.path == path)
    assert "a.txt" in named.paths


def test_a_decision_joins_those_that_came_meanwhile(
    elsewhere: str, here: Path, tmp_path: Path
) -> None:
    memory = fsspec.filesystem("memory")
    with deciding_inbox(elsewhere) as inbox:
        keep_decision(here, "0" * 64, DECISION)
        memory.pipe_file("/slides/decisions.yaml", (here / "decisions.yaml").read_bytes())
        assert inbox.keep("1" * 64, DECISION) == "memory://slides/decisions.yaml"
    (tmp_path / "decisions.yaml").write_bytes(memory.cat_file("/slides/decisions.yaml"))
    assert read_decisions(tmp_path) == {"0" * 64: DECISION, "1" * 64: DECISION}


def test_decisions_that_somebody_withdrew_meanwhile_do_not_come_back(
    elsewhere: str, tmp_path: Path
) -> None:
    memory = fsspec.filesystem("memory")
    with deciding_inbox(elsewhere) as inbox:
        inbox.keep("0" * 64, DECISION)
    with deciding_inbox(elsewhere) as inbox:
        memory.rm("/slides/decisions.yaml")
        inbox.keep("1" * 64, DECISION)
    (tmp_path / "decisions.yaml").write_bytes(memory.cat_file("/slides/decisions.yaml"))
    assert read_decisions(tmp_path) == {"1" * 64: DECISION}


def test_an_inbox_that_is_not_there_is_an_error() -> None:
    with pytest.raises(LocationError), deciding_inbox("memory://nowhere"):
        pass
