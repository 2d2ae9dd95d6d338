from __future__ import annotations

import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

from pipeline.location import (
    Folder,
    LacksPackagesError,
    LocationError,
    Scratch,
    bring_inputs,
    is_remote,
    local_path,
    send,
)

fsspec = pytest.importorskip("fsspec", reason="fsspec is not installed.")

FILES = {
    "programme.yaml": b"sessions: []",
    "decisions.yaml": b"{}",
    "a/x.pdf": b"%PDF",
    "a/programme.pdf": b"material",
}


@pytest.fixture
def files() -> Iterator[dict[str, bytes]]:
    """An inbox in the memory of this process, which is elsewhere to fsspec."""
    memory = fsspec.filesystem("memory")
    for path, content in FILES.items():
        memory.pipe_file(f"/inbox/{path}", content)
    yield FILES
    memory.store.clear()


@pytest.fixture
def inbox(files: dict[str, bytes]) -> Folder:
    return Folder("memory://inbox/")


@pytest.mark.parametrize("place", ["inbox", "/srv/inbox", "C:\\inbox", "file:///srv/inbox"])
def test_a_path_is_of_this_machine(place: str) -> None:
    assert not is_remote(place)


def test_a_url_of_this_machine_is_a_path() -> None:
    assert local_path("file:///srv/my%20inbox") == Path("/srv/my inbox")
    assert is_remote("s3://bucket/inbox")


def test_every_file_is_listed_below_the_folder(inbox: Folder) -> None:
    assert [(file.location, file.size) for file in inbox.files()] == [
        (path, len(FILES[path])) for path in sorted(FILES)
    ]


def test_a_file_that_changes_is_listed_otherwise(inbox: Folder) -> None:
    before = inbox.files()
    fsspec.filesystem("memory").pipe_file("/inbox/a/x.pdf", b"%PDX")
    changed = [old.location for old, new in zip(before, inbox.files(), strict=True) if old != new]
    assert changed == ["a/x.pdf"]


def test_nothing_at_a_place_is_told(files: dict[str, bytes]) -> None:
    with pytest.raises(LocationError, match="There is nothing at memory://nowhere"):
        Folder("memory://nowhere").files()


@pytest.mark.parametrize("url", ["nonsense://x", "s3x://bucket"])
def test_a_kind_of_place_that_nobody_knows_is_told(url: str) -> None:
    with pytest.raises(LocationError, match=f"{url} cannot be reached"):
        Folder(url)


def test_a_place_for_which_packages_are_missing_is_told_with_the_remedy(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setitem(sys.modules, "s3fs", None)
    fsspec.get_filesystem_class.__globals__["_registry"].pop("s3", None)
    with pytest.raises(LacksPackagesError, match="To install them: make setup-cluster"):
        Folder("s3://bucket")


def test_a_file_that_is_gone_is_not_fetched_and_leaves_nothing(
    inbox: Folder, tmp_path: Path
) -> None:
    assert not inbox.fetch("gone.pdf", tmp_path / "gone.pdf")
    assert list(tmp_path.iterdir()) == []


def test_only_the_elective_s_own_inputs_are_brought(inbox: Folder, tmp_path: Path) -> None:
    (tmp_path / "programme.txt").write_text("of an earlier run")
    bring_inputs(inbox, inbox.files(), ["."], tmp_path)
    assert sorted(path.name for path in tmp_path.rglob("*")) == ["decisions.yaml", "programme.yaml"]


def test_what_was_sent_is_not_sent_again_while_it_is_there(
    files: dict[str, bytes], tmp_path: Path
) -> None:
    memory = fsspec.filesystem("memory")
    (tmp_path / "a").write_bytes(b"1")
    (tmp_path / "b").write_bytes(b"2")
    send(tmp_path, ["a", "b"], Folder("memory://output"))
    memory.pipe_file("/output/a", b"changed there")
    memory.rm("/output/b")
    send(tmp_path, ["a", "b"], Folder("memory://output"))
    assert memory.cat_file("/output/a") == b"changed there"
    assert memory.cat_file("/output/b") == b"2"
    (tmp_path / "a").write_bytes(b"3")
    send(tmp_path, ["a", "b"], Folder("memory://output"))
    assert memory.cat_file("/output/a") == b"3"


def test_copies_give_way_to_new_ones_but_not_while_they_are_used(
    inbox: Folder, tmp_path: Path
) -> None:
    scratch = Scratch(tmp_path / "scratch", room=10)
    with scratch.holding(inbox.url, ["a/x.pdf"], fresh=False) as first:
        with scratch.holding(inbox.url, ["programme.yaml"], fresh=False):
            pass
        assert (first / "a/x.pdf").read_bytes() == b"%PDF"
        assert not (first / "programme.yaml").exists()
    assert (first / "a/x.pdf").exists()
    scratch.close()
    assert not first.exists()


def test_a_copy_is_fetched_again_where_it_must_be_fresh(inbox: Folder, tmp_path: Path) -> None:
    scratch = Scratch(tmp_path)
    for fresh, expected in ((False, b"%PDF"), (False, b"%PDF"), (True, b"new")):
        with scratch.holding(inbox.url, ["a/x.pdf"], fresh=fresh) as folder:
            assert (folder / "a/x.pdf").read_bytes() == expected
        fsspec.filesystem("memory").pipe_file("/inbox/a/x.pdf", b"new")


def test_a_name_that_leads_elsewhere_is_never_copied(inbox: Folder, tmp_path: Path) -> None:
    scratch = Scratch(tmp_path / "scratch")
    with scratch.holding(inbox.url, ["../../a/x.pdf", "/a/x.pdf"], fresh=True):
        assert [path for path in tmp_path.rglob("*") if path.is_file()] == []
