from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from pipeline.cli.inboxes import deciding_inbox
from pipeline.decisions import read_decisions
from pipeline.location import Folder, Scratch, send
from pipeline.records.decisions import Decision

pytest.importorskip("paramiko", reason="The extra `cluster` is not installed.")
pytest.importorskip("fsspec", reason="fsspec is not installed.")

from sftp_server import serving


@pytest.fixture
def served(tmp_path: Path) -> Iterator[tuple[Path, str]]:
    """A folder with an inbox, and the URL at which it is served."""
    folder = tmp_path / "served"
    (folder / "inbox" / "a").mkdir(parents=True)
    (folder / "inbox" / "a" / "x.pdf").write_bytes(b"%PDF")
    with serving(folder) as port:
        yield folder, f"sftp://anybody:anything@127.0.0.1:{port}"


def test_files_are_listed_and_fetched(served: tuple[Path, str], tmp_path: Path) -> None:
    _, url = served
    inbox = Folder(f"{url}/inbox")
    assert [(file.location, file.size) for file in inbox.files()] == [("a/x.pdf", 4)]
    scratch = Scratch(tmp_path / "scratch")
    with scratch.holding(inbox.url, ["a/x.pdf", "gone.pdf"], fresh=True) as here:
        assert (here / "a/x.pdf").read_bytes() == b"%PDF"
        assert not (here / "gone.pdf").exists()


def test_a_file_is_replaced_in_one_step(served: tuple[Path, str], tmp_path: Path) -> None:
    folder, url = served
    for content in (b"first", b"second"):
        (tmp_path / "index.json").write_bytes(content)
        send(tmp_path, ["index.json"], Folder(f"{url}/output/e"))
        assert (folder / "output/e/index.json").read_bytes() == content
    assert [path.name for path in (folder / "output/e").iterdir()] == ["index.json"]


def test_what_a_person_decides_is_kept_beside_the_slides(served: tuple[Path, str]) -> None:
    folder, url = served
    for number in range(2):
        with deciding_inbox(f"{url}/inbox") as inbox:
            where = inbox.keep(f"{number}" * 64, Decision(path="a/x.pdf", session="none"))
    assert where == f"{url}/inbox/decisions.yaml"
    assert len(read_decisions(folder / "inbox")) == 2
