"""The same bytes come out of a cluster, whoever is lost on the way and wherever the files lie."""

from __future__ import annotations

import json
import os
import socket
import subprocess
import sys
import time
from collections.abc import Iterator
from pathlib import Path

import pytest
from electives import make_electives, written
from ruamel.yaml import YAML
from running import COMMAND, ENGLISH, ROOT, command

pytest.importorskip("distributed", reason="The extra `cluster` is not installed.")
if os.name != "posix":
    pytest.skip("SIGKILL is a signal of POSIX systems", allow_module_level=True)
sys.path.append(str(ROOT / "tests" / "unit" / "cluster"))

from cluster_shards import dask_cluster, free_port, wait_for

#: Copies a folder to or from S3.
COPY = "s3.{}(sys.argv[1], sys.argv[2], recursive=True)"


def copy(program: str, source: str, target: str, environment: dict[str, str]) -> None:
    """Run a program that copies, in a process of its own since it keeps threads."""
    subprocess.run(
        [sys.executable, "-c", program, source, target],
        env={**os.environ, **environment},
        check=True,
    )


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """An archive, `electives/`, and beside it what one machine makes of it, `local/`."""
    folder = tmp_path_factory.mktemp("cluster")
    root = make_electives(folder / "electives")
    assert command(["archive", root, "--output", folder / "local", "--workers", "1"]).status == 0
    return folder


@pytest.fixture(scope="module")
def s3(folder: Path) -> Iterator[dict[str, str]]:
    """A store that speaks S3 on this machine, with the archive in it; what it takes to reach it."""
    pytest.importorskip("moto.server", reason="moto is not installed.")
    pytest.importorskip("s3fs", reason="The extra `cluster` is not installed.")
    port = free_port()
    environment = {
        "AWS_ENDPOINT_URL": f"http://127.0.0.1:{port}",
        "AWS_ACCESS_KEY_ID": "anybody",
        "AWS_SECRET_ACCESS_KEY": "anything",
        "AWS_DEFAULT_REGION": "us-east-1",
    }
    server = subprocess.Popen(
        [sys.executable, "-m", "moto.server", "-H", "127.0.0.1", "-p", str(port)],
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
    )
    try:
        wait_for(port)
        program = "import sys, s3fs; s3 = s3fs.S3FileSystem(); s3.mkdir('bucket'); " + COPY
        copy(program.format("put"), f"{folder / 'electives'}/", "bucket/electives/", environment)
        yield environment
    finally:
        server.kill()
        server.wait()


def test_with_files_on_s3_a_lost_worker_and_a_lost_scheduler_change_no_byte(
    folder: Path, s3: dict[str, str]
) -> None:
    with dask_cluster(folder / "dask", workers=2, environment=s3) as cluster:
        process = subprocess.Popen(
            [
                *(*COMMAND, "archive", "s3://bucket/electives"),
                *("--output", "s3://bucket/local", "--cluster", cluster.address),
            ],
            cwd=folder,
            env={**os.environ, **ENGLISH, **s3, "PYTHONPATH": str(ROOT)},
            stderr=subprocess.PIPE,
            encoding="utf-8",
        )
        while not list(folder.glob(f"output/.elsewhere/*/*/*/.kept/*/{'[0-9a-f]' * 64}-*")):
            assert process.poll() is None, "it ended before anybody could be killed"
            time.sleep(0.01)
        cluster.kill_worker()
        cluster.kill_scheduler()
        cluster.start_scheduler()
        cluster.start_worker()
        _, told = process.communicate(timeout=300)
    assert process.returncode == 0, told
    program = "import sys, s3fs; s3 = s3fs.S3FileSystem(); " + COPY
    copy(program.format("get"), "bucket/local/", f"{folder / 'fetched'}/", s3)
    assert written(folder / "fetched") == written(folder / "local")


def test_what_a_person_decides_is_kept_beside_slides_on_s3(
    folder: Path, s3: dict[str, str], tmp_path: Path
) -> None:
    program = "import sys, s3fs; s3 = s3fs.S3FileSystem(); " + COPY
    elective = f"{folder / 'electives' / '2020' / 'finance'}/"
    copy(program.format("put"), elective, "bucket/deciding/", s3)
    inbox, output = "s3://bucket/deciding", tmp_path / "output"
    misspelt = command(["assign", "slide.txt", "none", "--inbox", inbox], environment=s3)
    assert misspelt.status == 2
    assert "Did you mean: slides.txt" in misspelt.told
    run = command(["assign", f"{inbox}/slides.txt", "none", "--inbox", inbox], environment=s3)
    assert run.status == 0, run.stderr
    assert "Kept in s3://bucket/deciding/decisions.yaml." in run.told
    indexed = command(["run", "--inbox", inbox, "--output", output], environment=s3)
    assert indexed.status == 0, indexed.stderr
    index = json.loads((output / "index.json").read_bytes())
    statuses = {item["path"]: item["status"] for item in index["resources"]}
    assert statuses["slides.txt"] == "unmatched"
    for item in index["resources"]:
        item["status"] = "review" if item["path"] == "diapos/fr.txt" else item["status"]
    (output / "index.json").write_text(json.dumps(index), encoding="utf-8")
    asked = command(["review", "--inbox", inbox, "--output", output], environment=s3, typed="n\n")
    assert asked.status == 0, asked.stderr
    copy(program.format("get"), "bucket/deciding/decisions.yaml", str(tmp_path / "kept"), s3)
    kept = YAML(typ="safe").load(tmp_path / "kept")
    assert {one["path"]: one["session"] for one in kept.values()} == {
        "slides.txt": "none",
        "diapos/fr.txt": "none",
    }


def test_a_cluster_that_does_not_answer_is_told(folder: Path, tmp_path: Path) -> None:
    inbox = folder / "electives" / "2020" / "finance"
    with socket.create_server(("127.0.0.1", 0)) as server:
        address = f"tcp://127.0.0.1:{server.getsockname()[1]}"
    run = command(["run", "--inbox", inbox, "--output", tmp_path, "--cluster", address])
    assert run.status == 1
    assert f"No Dask scheduler answers at {address}. Start one with: dask scheduler." in run.told
    assert not (tmp_path / "index.json").exists()


def test_a_place_that_cannot_be_reached_is_told(tmp_path: Path) -> None:
    run = command(["run", "--inbox", "nonsense://inbox", "--output", tmp_path])
    assert run.status == 1
    assert "nonsense://inbox cannot be reached" in run.told
