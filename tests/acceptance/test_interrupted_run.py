"""A run that is killed half-way harms nothing."""

from __future__ import annotations

import os
import signal
import subprocess
import time
from pathlib import Path

import pytest
from running import COMMAND, ROOT, Indexed, Output, index

PREVIOUS = b'{"schema_version": "1.0.0", "of": "yesterday"}\n'


def kill_while_reading(inbox: Path, output: Output) -> None:
    """Start a run, and kill it as soon as it has read one file."""
    process = subprocess.Popen(
        [*COMMAND, "run", "--inbox", inbox, "--output", output.folder, "--workers", "1"],
        cwd=ROOT,
        stderr=subprocess.DEVNULL,
        start_new_session=True,
    )
    try:
        deadline = time.monotonic() + 300
        while not output.readings:
            assert process.poll() is None, "the run ended before it could be killed"
            assert time.monotonic() < deadline
            time.sleep(0.01)
    finally:
        os.killpg(process.pid, signal.SIGKILL)
        process.wait()


@pytest.mark.skipif(os.name != "posix", reason="SIGKILL is a signal of POSIX systems")
def test_a_killed_run_leaves_the_previous_index_and_the_next_one_completes(
    inbox: Path, tmp_path: Path, sample: Indexed
) -> None:
    output = Output(tmp_path / "output")
    output.folder.mkdir()
    output.path.write_bytes(PREVIOUS)

    kill_while_reading(inbox, output)
    half = output.readings
    assert output.path.read_bytes() == PREVIOUS
    assert 1 <= len(half) < 12

    assert index(inbox, output.folder).status == 0
    assert output.path.read_bytes() == sample.output.path.read_bytes()
    assert half.items() <= output.readings.items(), "what was read before the kill is kept"
    left = [path.name for path in output.folder.rglob("*.tmp")]
    assert left == []
