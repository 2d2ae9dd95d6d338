"""Files at the limits, through a whole run."""

from __future__ import annotations

from pathlib import Path

from running import SAMPLE, Output, index, put

from benchmarks.limits import DECLARED, bomb
from pipeline.evaluate.memory import MemoryWatch

MIB = 1024 * 1024


def test_a_small_file_that_declares_ten_gigabytes_is_refused_and_swells_nothing(
    tmp_path: Path,
) -> None:
    inbox, output = tmp_path / "inbox", tmp_path / "output"
    put(inbox, "programme.yaml", (SAMPLE / "programme.yaml").read_bytes())
    bomb(inbox / "talk.pptx")
    assert (inbox / "talk.pptx").stat().st_size < DECLARED / 100_000

    with MemoryWatch() as watch:
        run = index(inbox, output, "--workers", "1")

    assert run.status == 0, run.stderr
    assert [item["code"] for item in Output(output).index["rejected"]] == ["unsafe"]
    del watch.peaks["main process"]
    assert max(watch.peaks.values()) < 600 * MIB
