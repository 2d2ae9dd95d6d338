from __future__ import annotations

import socket
import sys
import time
from collections.abc import Iterable
from functools import partial

import pytest
from faults import (
    FAULTS,
    MIB,
    connect,
    connect_without_python,
    make_caller,
    make_dying,
    make_nothing,
    make_run_fault,
)

from pipeline.engine import Failure, Limits, Outcome, WorkersFailedError, run_over

LIMITS = Limits(seconds=1.5, memory=200 * MIB)
on_linux = pytest.mark.skipif(sys.platform != "linux", reason="only Linux limits memory")


def outcomes(items: Iterable[str], *, workers: int = 1) -> dict[str, Outcome[str, object]]:
    found = run_over(items, make_run_fault, workers=workers, limits=LIMITS)
    return {outcome.item: outcome for outcome in found}


def test_it_is_told_how_long_an_item_took() -> None:
    assert 0.2 <= outcomes(["nap"])["nap"].seconds < 1


@on_linux
def test_what_earlier_items_left_in_a_worker_is_not_held_against_the_next_one() -> None:
    found = run_over(["hoard"] * 6, make_run_fault, workers=2, limits=LIMITS)
    assert [outcome.value for outcome in found] == ["hoarded"] * 6


@pytest.fixture(scope="module")
def after_all_faults() -> dict[str, Outcome[str, object]]:
    """What becomes of all faults, with a sound item after each, on two workers."""
    names = [name for name in FAULTS if name not in ("quit", "hoard")]
    mixed = [item for name in names for item in (name, f"after {name}")]
    return outcomes(mixed, workers=2)


def test_every_item_gets_one_outcome_and_sound_ones_their_value(
    after_all_faults: dict[str, Outcome[str, object]],
) -> None:
    sound = [item for item in after_all_faults if item.startswith("after ")]
    assert len(sound) == len(after_all_faults) / 2
    assert all(after_all_faults[item].value == item for item in sound)


@pytest.mark.parametrize("name", ["hang", "spin"])
def test_what_takes_too_long_is_a_timeout(
    after_all_faults: dict[str, Outcome[str, object]], name: str
) -> None:
    assert after_all_faults[name] == Outcome(item=name, failure=Failure.TIMEOUT)


@on_linux
def test_what_swells_is_out_of_memory(
    after_all_faults: dict[str, Outcome[str, object]],
) -> None:
    assert after_all_faults["swell"] == Outcome(item="swell", failure=Failure.OUT_OF_MEMORY)


@pytest.mark.parametrize(
    ("name", "detail"),
    [
        ("killed", "SIGKILL"),
        ("segfault", "SIGSEGV"),
        ("abort", "SIGABRT"),
        ("error", "ValueError: no such page"),
        ("unprintable", "UnprintableError"),
        ("stuck", "StuckError: ab"),
        ("leave", "SystemExit: 3"),
        ("interrupt", "KeyboardInterrupt"),
        ("unpicklable", "PicklingError: stays here"),
        ("address", "ValueError: <object at 0x…>"),
    ],
)
def test_what_breaks_is_a_crash_that_says_how(
    after_all_faults: dict[str, Outcome[str, object]], name: str, detail: str
) -> None:
    assert after_all_faults[name] == Outcome(item=name, failure=Failure.CRASHED, detail=detail)


def test_a_long_error_is_cut_to_one_printable_line(
    after_all_faults: dict[str, Outcome[str, object]],
) -> None:
    detail = after_all_faults["long-error"].detail
    assert detail.startswith("ValueError: ")
    assert len(detail) < 250
    assert detail.isprintable()


def test_a_flood_of_output_goes_nowhere(capfd: pytest.CaptureFixture[str]) -> None:
    assert outcomes(["flood"])["flood"].value == "done"
    assert capfd.readouterr() == ("", "")


def test_a_worker_that_goes_without_a_word_is_not_waited_for_forever() -> None:
    found = outcomes(["quit", "next"])
    assert found["quit"].failure in (Failure.TIMEOUT, Failure.CRASHED)
    assert found["next"].value == "next"


def test_a_python_function_has_no_network() -> None:
    with socket.create_server(("127.0.0.1", 0)) as server:
        port = server.getsockname()[1]
        found = run_over([partial(connect, port)], make_caller, workers=1, limits=LIMITS)
        (outcome,) = found
    assert outcome.detail == "PermissionError: a worker has no network"


@on_linux
def test_a_program_that_a_worker_starts_has_no_network_where_that_can_be_arranged() -> None:
    with socket.create_server(("127.0.0.1", 0)) as server:
        port = server.getsockname()[1]
        item = partial(connect_without_python, port)
        (outcome,) = run_over([item], make_caller, workers=1, limits=LIMITS)
    if outcome.value == 0:
        pytest.skip("the system lets nobody make network namespaces here")
    assert outcome.value == 1


def test_workers_that_cannot_make_their_function_stop_the_run() -> None:
    with pytest.raises(WorkersFailedError, match="FileNotFoundError: the model is missing"):
        list(run_over(["a"], make_nothing, workers=1, limits=LIMITS))


def test_workers_that_die_while_they_make_their_function_do_not_stall_the_run() -> None:
    found = list(run_over(["a", "b"], make_dying, workers=1, limits=LIMITS))
    assert [outcome.failure for outcome in found] == [Failure.CRASHED, Failure.CRASHED]


def test_nobody_waits_for_the_rest_when_the_caller_stops() -> None:
    started = time.monotonic()
    found = run_over(["first", "hang"], make_run_fault, workers=1, limits=Limits(seconds=60))
    next(found)
    found.close()  # type: ignore[attr-defined]
    assert time.monotonic() - started < 10


def test_without_workers_everything_runs_here() -> None:
    assert outcomes(["a"], workers=0)["a"].value == "a"


def test_no_items_need_no_workers() -> None:
    assert outcomes([], workers=2) == {}
