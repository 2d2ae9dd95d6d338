"""The sample elective, indexed once for all tests, and copies to change."""

from __future__ import annotations

import shutil
import subprocess
from pathlib import Path

import pytest
from running import SAMPLE, Indexed, Output, command, index, put, sample_files

ELSEWHERE = {
    "LC_ALL": "fr_FR.UTF-8",
    "LANGUAGE": "fr",
    "TZ": "Pacific/Auckland",
    "PYTHONHASHSEED": "42",
}


@pytest.fixture(scope="session")
def sample(tmp_path_factory: pytest.TempPathFactory) -> Indexed:
    """The sample elective, indexed from nothing by two workers."""
    folder = tmp_path_factory.mktemp("sample")
    run = index(SAMPLE, folder, "--workers", "2")
    assert run.status == 0, run.stderr
    return Indexed(run, Output(folder))


@pytest.fixture(scope="session")
def no_network() -> tuple[str, ...]:
    """The command below which a command has no network; () where the system forbids that."""
    prefix = ("unshare", "--map-root-user", "--net")
    if not shutil.which(prefix[0]):
        return ()
    done = subprocess.run([*prefix, "true"], capture_output=True, check=False)
    return () if done.returncode else prefix


@pytest.fixture(scope="session")
def sample_elsewhere(
    tmp_path_factory: pytest.TempPathFactory, no_network: tuple[str, ...]
) -> Indexed:
    """The sample indexed from nothing in other circumstances.

    One worker, an inbox in another place whose files were copied in the opposite order at another
    time, another time zone, language and hash seed, and no network where that can be taken away.
    """
    folder = tmp_path_factory.mktemp("elsewhere")
    inbox = folder / "été 2021"
    for age, (path, content) in enumerate(reversed(sample_files().items())):
        put(inbox, path, content, age)
    run = command(
        ["run", "--inbox", inbox, "--output", folder / "output", "--workers", "1"],
        prefix=no_network,
        environment=ELSEWHERE,
    )
    assert run.status == 0, run.stderr
    return Indexed(run, Output(folder / "output"))


@pytest.fixture
def inbox(tmp_path: Path) -> Path:
    """A copy of the sample's inbox."""
    for path, content in sample_files().items():
        put(tmp_path / "inbox", path, content)
    return tmp_path / "inbox"


@pytest.fixture
def output(tmp_path: Path, sample: Indexed) -> Output:
    """A copy of the sample's output, with what is kept of each file."""
    return Output(Path(shutil.copytree(sample.output.folder, tmp_path / "output")))
