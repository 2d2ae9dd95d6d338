from __future__ import annotations

from collections.abc import Iterator
from contextlib import closing
from pathlib import Path

import msgspec
import pytest

from pipeline.filework import OnThisMachine
from pipeline.ingest import IngestSettings
from pipeline.settings import RunSettings
from pipeline.shards import Sharded, Station, Threads
from pipeline.store import Store
from pipeline.tag import Vocabulary

fsspec = pytest.importorskip("fsspec", reason="fsspec is not installed.")

NAMES = ("programme.yaml", "a.txt", "more/b.md", "empty.pdf", ".hidden", "~$lock.pptx")


@pytest.fixture
def sharded(tmp_path: Path) -> Iterator[Sharded]:
    vocabulary = Vocabulary(id="v", title="", version="1", concepts=(), phrases=())
    station = Station(vocabulary, slots=2, scratch=tmp_path / "scratch")
    with closing(Threads(station, 2)) as threads:
        yield Sharded(threads)


@pytest.fixture
def settings(tmp_path: Path) -> Iterator[RunSettings]:
    """The same inbox here and, as `origin`, elsewhere."""
    memory = fsspec.filesystem("memory")
    for name in NAMES:
        path = tmp_path / "inbox" / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(b"" if name == "empty.pdf" else f"The text of {name}.".encode())
        memory.pipe_file(f"/inbox/{name}", path.read_bytes())
    yield RunSettings(
        inbox=tmp_path / "inbox",
        output=tmp_path / "output",
        origin="memory://inbox",
        ingest=IngestSettings(settle_seconds=0),
    )
    memory.store.clear()


def test_stock_is_taken_as_on_this_machine(
    sharded: Sharded, settings: RunSettings, tmp_path: Path
) -> None:
    store = Store(tmp_path / "kept", "1")
    here = msgspec.structs.replace(settings, origin="")
    expected = OnThisMachine().take_stock(here, store, pytest.fail)
    assert sharded.take_stock(settings, store, pytest.fail) == expected


def test_what_has_not_changed_is_not_fetched_again(
    sharded: Sharded, settings: RunSettings, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    store = Store(tmp_path / "kept", "1")
    memory = fsspec.filesystem("memory")
    first = sharded.take_stock(settings, store, pytest.fail)
    memory.pipe_file("/inbox/a.txt", b"Another text.")
    fetched: list[str] = []
    get_file = type(memory).get_file

    def spy(self: object, source: str, *arguments: object, **options: object) -> None:
        fetched.append(source)
        get_file(self, source, *arguments, **options)

    monkeypatch.setattr(type(memory), "get_file", spy)
    second = sharded.take_stock(settings, store, pytest.fail)
    assert sorted(fetched) == ["/inbox/a.txt", "/inbox/empty.pdf"]
    assert first.files[0] != second.files[0]
    assert first.files[1:] == second.files[1:]


def test_a_name_that_leads_out_of_the_inbox_is_refused(
    sharded: Sharded, settings: RunSettings, tmp_path: Path
) -> None:
    fsspec.filesystem("memory").store["/inbox/../../evil.txt"] = fsspec.filesystem("memory").store[
        "/inbox/a.txt"
    ]
    inventory = sharded.take_stock(settings, Store(tmp_path / "kept", "1"), pytest.fail)
    refused = {item.path: item.code.value for item in inventory.rejected}
    assert refused.get("../../evil.txt") == "unsafe"
