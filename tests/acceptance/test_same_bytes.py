"""The same inbox, programme and version give the same bytes."""

from __future__ import annotations

import os
import re
import socket
import subprocess
import sys
from pathlib import Path

import pytest
from running import ROOT, Indexed


def test_another_place_order_time_language_and_number_of_workers_give_the_same_bytes(
    sample: Indexed, sample_elsewhere: Indexed
) -> None:
    assert sample.output.path.read_bytes() == sample_elsewhere.output.path.read_bytes()


def test_nothing_is_fetched_while_a_run_reads_every_file(
    no_network: tuple[str, ...], sample_elsewhere: Indexed
) -> None:
    if not no_network:
        pytest.skip("This system does not let a test take the network away (unshare --net).")
    assert sample_elsewhere.run.status == 0
    assert len(sample_elsewhere.output.readings) == 12


def test_the_index_names_no_place_machine_or_time(
    sample: Indexed, sample_elsewhere: Indexed
) -> None:
    text = sample.output.path.read_text(encoding="utf-8")
    for place in (ROOT, sample.output.folder, Path.home()):
        assert str(place) not in text
    assert "été 2021" not in sample_elsewhere.output.path.read_text(encoding="utf-8")
    assert socket.gethostname() not in re.findall(r"\w+", text)
    assert not re.search(r"\d{4}-\d\d-\d\dT\d\d:\d\d", text)


MATCH_MANY = """
import hashlib, msgspec
from benchmarks.electives import make_elective
from pipeline.match import Matcher, place

made = make_elective(400, 80)
placements = place(made.decks, Matcher(made.programme, made.encoder), {})
encoded = msgspec.json.encode(sorted(placements.items()))
print(hashlib.sha256(encoded).hexdigest())
"""


def test_neither_the_order_of_hashing_nor_threads_change_where_many_decks_go() -> None:
    digests = {
        subprocess.run(
            [sys.executable, "-c", MATCH_MANY],
            cwd=ROOT,
            env={**os.environ, "PYTHONHASHSEED": seed, "OPENBLAS_NUM_THREADS": threads},
            check=True,
            capture_output=True,
        ).stdout
        for seed, threads in (("1", "1"), ("2", "2"), ("3", "1"))
    }
    assert len(digests) == 1
