"""A tree of electives becomes a catalogue."""

from __future__ import annotations

import json
import os
import signal
import subprocess
import time
from pathlib import Path
from typing import Any

import pytest
from electives import TITLES, make_electives, written
from running import COMMAND, ROOT, Indexed, Output, command, index, put

from pipeline.schemas import errors_in


@pytest.fixture(scope="module")
def root(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Three electives, one whose programme is no programme, and a file that belongs to none."""
    root = make_electives(tmp_path_factory.mktemp("archive") / "electives")
    put(root, "2022/broken/programme.yaml", b"sessions: nope\n")
    put(root, "2023/unsorted/notes.txt", b"Whose is this?")
    return root


@pytest.fixture(scope="module")
def archived(root: Path) -> Indexed:
    run = command(["archive", root, "--output", root.parent / "output", "--workers", "2"])
    return Indexed(run, Output(root.parent / "output"))


def catalogue_of(archived: Indexed) -> Any:
    return json.loads((archived.output.folder / "catalogue.json").read_bytes())


def test_the_catalogue_lists_every_elective_and_keeps_to_its_schema(archived: Indexed) -> None:
    catalogue = catalogue_of(archived)
    assert list(errors_in(catalogue, "catalogue")) == []
    assert [entry["path"] for entry in catalogue["electives"]] == sorted(TITLES)
    for entry in catalogue["electives"]:
        assert entry["counts"]["matched"] == 2
        assert (archived.output.folder / entry["index"]).exists()


def test_a_broken_programme_is_listed_with_its_reason_and_the_rest_goes_on(
    archived: Indexed,
) -> None:
    broken, stray = catalogue_of(archived)["broken"]
    assert (broken["path"], broken["code"]) == ("2022/broken", "programme")
    assert broken["messages"][0].startswith("programme.yaml, line 1:")
    assert (stray["path"], stray["code"]) == ("2023", "no-programme")
    assert archived.run.status == 3
    assert "2022/broken: not indexed." in archived.run.told


def test_the_page_links_to_every_elective(archived: Indexed) -> None:
    page = (archived.output.folder / "index.html").read_text(encoding="utf-8")
    assert all(f'href="{folder}/index.html"' in page for folder in TITLES)
    assert "2022/broken" in page


def test_an_elective_gives_the_same_bytes_as_when_it_is_indexed_alone(
    archived: Indexed, root: Path
) -> None:
    folder = "2020/finance"
    alone = root.parent / "alone" / folder
    assert index(root / folder, alone).status == 0
    assert written(alone) == written(archived.output.folder / folder)


@pytest.mark.skipif(os.name != "posix", reason="SIGKILL is a signal of POSIX systems")
def test_after_a_kill_the_next_run_gives_the_same_bytes(archived: Indexed, root: Path) -> None:
    again = root.parent / "again"
    process = subprocess.Popen(
        [*COMMAND, "archive", root, "--output", again, "--workers", "1"],
        cwd=ROOT,
        stderr=subprocess.DEVNULL,
        start_new_session=True,
    )
    try:
        deadline = time.monotonic() + 300
        while not any(Output(folder).readings for folder in again.glob("*/*")):
            assert process.poll() is None, "the run ended before it could be killed"
            assert time.monotonic() < deadline
            time.sleep(0.01)
    finally:
        os.killpg(process.pid, signal.SIGKILL)
        process.wait()
    assert not (again / "catalogue.json").exists()

    assert command(["archive", root, "--output", again, "--workers", "1"]).status == 3
    assert written(again) == written(archived.output.folder)


def test_an_elective_is_no_archive(root: Path, tmp_path: Path) -> None:
    run = command(["archive", root / "2020/finance", "--output", tmp_path])
    assert run.status == 2
    assert "elective-index run --inbox" in run.told


def test_a_folder_without_electives_is_told(tmp_path: Path) -> None:
    put(tmp_path / "slides", "a.txt", b"text")
    run = command(["archive", tmp_path / "slides", "--output", tmp_path / "output"])
    assert run.status == 3
    assert not (tmp_path / "output").exists()
