from __future__ import annotations

import os
import socket
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path

import msgspec
import pytest

from pipeline.engine import WorkersFailedError
from pipeline.shards import Lost
from pipeline.tag import Vocabulary

pytest.importorskip("distributed", reason="The extra `cluster` is not installed.")
if os.name != "posix":
    pytest.skip("SIGKILL is a signal of POSIX systems", allow_module_level=True)

from cluster_shards import DaskCluster, Failing, Killing, Naming, dask_cluster

from pipeline.cluster.dask import Cluster, ClusterError
from pipeline.cluster.edition import edition_here

VOCABULARY = Vocabulary(id="v", title="", version="1", concepts=(), phrases=())


@pytest.fixture(scope="module")
def two_workers(tmp_path_factory: pytest.TempPathFactory) -> Iterator[DaskCluster]:
    with dask_cluster(tmp_path_factory.mktemp("dask"), workers=2) as processes:
        yield processes


def shards(count: int, seconds: float = 0.0) -> list[Naming]:
    return [Naming((f"a{number}",), seconds) for number in range(count)]


def test_every_shard_gives_its_results(two_workers: DaskCluster) -> None:
    with closing(Cluster(two_workers.address, VOCABULARY, pytest.fail)) as cluster:
        assert cluster.slots in (1, 2)
        found = dict(cluster.run(shards(20)))
    assert found == {shard: [shard.items[0].upper()] for shard in shards(20)}


def test_what_a_shard_raises_is_raised(two_workers: DaskCluster) -> None:
    with (
        closing(Cluster(two_workers.address, VOCABULARY, pytest.fail)) as cluster,
        pytest.raises(ValueError, match="no such page"),
    ):
        list(cluster.run([Failing(("x",))]))


def test_a_worker_that_would_read_otherwise_is_named_with_what_differs(
    two_workers: DaskCluster, monkeypatch: pytest.MonkeyPatch
) -> None:
    edition = msgspec.structs.replace(edition_here(), python="2.7")
    monkeypatch.setattr("pipeline.cluster.dask.edition_here", lambda: edition)
    with (
        closing(Cluster(two_workers.address, VOCABULARY, pytest.fail)) as cluster,
        pytest.raises(
            WorkersFailedError, match=r"The worker tcp://\S+ has Python 3\.\d+ instead of"
        ),
    ):
        list(cluster.run(shards(1)))


def test_a_shard_that_kills_its_worker_is_lost_and_the_others_are_not(
    two_workers: DaskCluster,
) -> None:
    killing = Killing(("x",))
    with closing(Cluster(two_workers.address, VOCABULARY, lambda _: None)) as cluster:
        found = dict(cluster.run([killing, *shards(6, 0.1)]))
    assert isinstance(found.pop(killing), Lost)
    assert set(found) == set(shards(6, 0.1))


def test_when_worker_and_scheduler_are_killed_their_successors_do_the_rest(tmp_path: Path) -> None:
    told: list[str] = []
    with (
        dask_cluster(tmp_path, workers=1) as processes,
        closing(Cluster(processes.address, VOCABULARY, told.append)) as cluster,
    ):
        running = cluster.run(shards(8, 0.3))
        found = [next(running)]
        processes.kill_worker()
        processes.kill_scheduler()
        processes.start_scheduler()
        processes.start_worker()
        found += running
    assert {shard for shard, _ in found} == set(shards(8, 0.3))
    assert len(found) == 8
    assert any("is gone; waiting for it" in sentence for sentence in told)


def test_an_address_where_nobody_answers_is_told(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("pipeline.cluster.dask._FIRST_ANSWER", 1)
    with socket.create_server(("127.0.0.1", 0)) as server:
        port = server.getsockname()[1]
    with pytest.raises(ClusterError, match="No Dask scheduler answers at tcp://"):
        Cluster(f"tcp://127.0.0.1:{port}", VOCABULARY, pytest.fail)
