"""The command as a user runs it: in a process of its own, on folders of files."""

from __future__ import annotations

import json
import os
import subprocess
import sys
import time
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

ROOT = Path(__file__).parents[2]
SAMPLE = ROOT / "tests" / "data" / "sample"
COMMAND = (sys.executable, "-m", "pipeline")
ENGLISH = {"LC_ALL": "C.UTF-8", "LANGUAGE": "en"}

#: Files of this age are not waited for as if they were still being copied.
LONG_AGO = 1_600_000_000


@dataclass(frozen=True)
class Run:
    """What came of running a command."""

    status: int
    stdout: str
    stderr: str
    seconds: float

    @property
    def told(self) -> str:
        """What a person was told, in one line, however wide the terminal is."""
        return " ".join(self.stderr.split())


@dataclass(frozen=True)
class Output:
    """A folder that an index was written to."""

    folder: Path

    @property
    def path(self) -> Path:
        return self.folder / "index.json"

    @property
    def index(self) -> Any:
        return json.loads(self.path.read_bytes())

    @property
    def readings(self) -> dict[str, int]:
        """When each file was read: the time in nanoseconds by the SHA-256 of the file."""
        kept = self.folder.glob(f".kept/*/{'[0-9a-f]' * 64}-*.msgpack")
        return {path.name[:64]: path.stat().st_mtime_ns for path in kept}


@dataclass(frozen=True)
class Indexed:
    """A run with the folder that it wrote to."""

    run: Run
    output: Output


def command(
    arguments: Sequence[str | Path],
    *,
    prefix: Sequence[str] = (),
    environment: Mapping[str, str] | None = None,
    typed: str | None = None,
) -> Run:
    """Run `elective-index`, below another command where a prefix is given."""
    start = time.monotonic()
    done = subprocess.run(
        [*prefix, *COMMAND, *arguments],
        cwd=ROOT,
        env={**os.environ, **ENGLISH, **(environment or {})},
        input=typed,
        capture_output=True,
        encoding="utf-8",
        timeout=600,
        check=False,
    )
    return Run(done.returncode, done.stdout, done.stderr, time.monotonic() - start)


def index(inbox: Path, output: Path, *options: str | Path) -> Run:
    """Index an inbox into an output folder."""
    return command(["run", "--inbox", inbox, "--output", output, *options])


def put(inbox: Path, path: str, content: bytes, age: int = 0) -> None:
    """Put a file into an inbox as if it had lain there for long."""
    target = inbox / path
    target.parent.mkdir(parents=True, exist_ok=True)
    target.write_bytes(content)
    os.utime(target, (LONG_AGO - age, LONG_AGO - age))


def sample_files() -> dict[str, bytes]:
    """Return the files of the sample's inbox by path."""
    return {
        path.relative_to(SAMPLE).as_posix(): path.read_bytes()
        for path in sorted(SAMPLE.rglob("*"))
        if path.is_file()
    }
