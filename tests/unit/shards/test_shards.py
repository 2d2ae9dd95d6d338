from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from contextlib import closing
from pathlib import Path
from typing import Any

import pytest

from pipeline.engine import Limits
from pipeline.filework import OnThisMachine
from pipeline.ingest import IngestSettings
from pipeline.records.files import RejectionCode
from pipeline.settings import RunSettings
from pipeline.shards import Lost, Sharded, Station, Threads
from pipeline.shards.sharded import LARGEST
from pipeline.store import Store
from pipeline.tag import Vocabulary


@pytest.fixture
def station() -> Iterator[Station]:
    vocabulary = Vocabulary(id="v", title="", version="1", concepts=(), phrases=())
    with closing(Station(vocabulary, slots=2)) as kept:
        yield kept


@pytest.fixture
def settings(tmp_path: Path) -> RunSettings:
    inbox = tmp_path / "inbox"
    (inbox / "more").mkdir(parents=True)
    for name in ("a.txt", "more/b.md", "c.bin", ".hidden"):
        (inbox / name).write_text(f"The text of {name}.")
    (inbox / "empty.pdf").touch()
    still = IngestSettings(settle_seconds=0)
    return RunSettings(inbox=inbox, output=tmp_path / "output", ingest=still, limits=Limits(60))


@pytest.fixture
def store(tmp_path: Path) -> Store:
    return Store(tmp_path / "kept", "1")


def test_stock_is_taken_as_without_shards(
    station: Station, settings: RunSettings, store: Store
) -> None:
    with closing(Threads(station, 2)) as threads:
        taken = Sharded(threads).take_stock(settings, store, pytest.fail)
    assert taken == OnThisMachine().take_stock(settings, store, pytest.fail)


class Losing:
    """Loses every shard with a certain file in it, and says how large the others were."""

    def __init__(self, station: Station, path: str) -> None:
        self.slots = 1
        self.sizes: list[int] = []
        self._station = station
        self._path = path

    def run(self, shards: Iterable[Callable[[Station], list[Any]]]) -> Iterator[tuple[Any, Any]]:
        for shard in shards:
            items = shard.items  # type: ignore[attr-defined]
            self.sizes.append(len(items))
            lost = any(item.path == self._path for item in items)
            yield shard, Lost() if lost else shard(self._station)


def test_a_file_that_takes_its_machine_with_it_is_refused_and_the_others_are_read(
    station: Station, settings: RunSettings, store: Store
) -> None:
    for number in range(8 * LARGEST):
        (settings.inbox / f"{number}.txt").write_text(str(number))
    losing = Losing(station, "more/b.md")
    taken = Sharded(losing).take_stock(settings, store, pytest.fail)
    assert max(losing.sizes) == LARGEST
    refused = {item.path: item for item in taken.rejected}
    assert refused["more/b.md"].code is RejectionCode.CRASHED
    sound = OnThisMachine().take_stock(settings, store, pytest.fail)
    assert [file for file in sound.files if file.path != "more/b.md"] == list(taken.files)
