"""What the checkout promises as a whole."""

from __future__ import annotations

import re
import shutil
import subprocess
from pathlib import Path

import pytest
from running import ROOT

MAKEFILE = (ROOT / "Makefile").read_text(encoding="utf-8")


def python_files(folder: str) -> list[Path]:
    return sorted((ROOT / folder).rglob("*.py"))


def test_make_help_lists_every_target() -> None:
    make = shutil.which("make")
    if not make:
        pytest.skip("make is not installed.")
    done = subprocess.run(
        [make, "--no-print-directory", "help"],
        cwd=ROOT,
        capture_output=True,
        text=True,
        check=True,
    )
    listed = {line.split()[0]: line for line in done.stdout.splitlines()}
    assert set(re.findall(r"^([a-z-]+):", MAKEFILE, re.MULTILINE)) == set(listed)
    assert all(len(line.split()) > 1 for line in listed.values())


def test_no_target_is_mistaken_for_a_file() -> None:
    phony = re.search(r"^\.PHONY: (.*)$", MAKEFILE, re.MULTILINE)
    assert phony
    assert set(phony[1].split()) == set(re.findall(r"^([a-z-]+):", MAKEFILE, re.MULTILINE))


def test_the_program_knows_nothing_of_the_shared_corpora() -> None:
    naming = [path for path in python_files("pipeline") if "shared/" in path.read_text("utf-8")]
    assert naming == []


def test_tests_that_use_the_shared_corpora_are_marked() -> None:
    used = re.compile(r'"shared"|\.\./shared/')
    for path in python_files("tests"):
        text = path.read_text(encoding="utf-8")
        if used.search(text) and path != Path(__file__):
            assert "mark.corpus" in text, path


def test_the_requirements_are_hashed_and_name_no_host() -> None:
    for name in ("requirements.txt", "requirements-cluster.txt", "requirements-dev.txt"):
        text = (ROOT / name).read_text(encoding="utf-8")
        assert "://" not in text
        for requirement in re.split(r"\n(?=[a-z0-9])", text.replace("\\\n", "")):
            assert "--hash=sha256:" in requirement, requirement
