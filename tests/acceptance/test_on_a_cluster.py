"""The same bytes come out of a cluster, whoever is lost on the way."""

from __future__ import annotations

import os
import subprocess
import sys
import time
from pathlib import Path

import pytest
from electives import make_electives, written
from running import COMMAND, ENGLISH, ROOT, Output, command

pytest.importorskip("distributed", reason="The extra `cluster` is not installed.")
if os.name != "posix":
    pytest.skip("SIGKILL is a signal of POSIX systems", allow_module_level=True)
sys.path.append(str(ROOT / "tests" / "unit" / "cluster"))

from cluster_shards import dask_cluster


def test_a_lost_worker_and_a_lost_scheduler_change_no_byte(tmp_path: Path) -> None:
    root = make_electives(tmp_path / "electives")
    local, remote = tmp_path / "local", tmp_path / "remote"
    assert command(["archive", root, "--output", local, "--workers", "1"]).status == 0
    with dask_cluster(tmp_path / "dask", workers=2) as cluster:
        process = subprocess.Popen(
            [*COMMAND, "archive", root, "--output", remote, "--cluster", cluster.address],
            cwd=ROOT,
            env={**os.environ, **ENGLISH},
            stderr=subprocess.PIPE,
            encoding="utf-8",
        )
        while not any(Output(folder).readings for folder in remote.glob("*/*")):
            assert process.poll() is None, "it ended before anybody could be killed"
            time.sleep(0.01)
        cluster.kill_worker()
        cluster.kill_scheduler()
        cluster.start_scheduler()
        cluster.start_worker()
        _, told = process.communicate(timeout=300)
    assert process.returncode == 0, told
    assert written(remote) == written(local)


def test_a_cluster_that_does_not_answer_is_told(tmp_path: Path) -> None:
    root = make_electives(tmp_path / "electives")
    run = command(
        ["run", "--inbox", root / "2020/finance", "--output", tmp_path, "--cluster", "nowhere"]
    )
    assert run.status == 1
    assert "No Dask scheduler answers at nowhere. Start one with: dask scheduler." in run.told
    assert not (tmp_path / "index.json").exists()
