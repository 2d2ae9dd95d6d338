from __future__ import annotations

import os
from collections.abc import Callable, Iterator
from contextlib import closing

import pytest
from faults import make_run_fault

from pipeline.engine import Failure, KeptPools, Limits

LIMITS = Limits(seconds=5)


@pytest.fixture
def pools() -> Iterator[KeptPools]:
    with closing(KeptPools(2)) as kept:
        yield kept


def make_tell_process() -> Callable[[str], int]:
    return lambda _: os.getpid()


def process_of(pools: KeptPools, limits: Limits = LIMITS) -> int | None:
    (outcome,) = pools.run_over(["x"], make_tell_process, workers=1, limits=limits)
    return outcome.value


def test_a_worker_serves_one_run_after_the_other(pools: KeptPools) -> None:
    assert process_of(pools) == process_of(pools) != os.getpid()


def test_a_run_that_asks_for_something_else_gets_another_worker(pools: KeptPools) -> None:
    assert process_of(pools) != process_of(pools, Limits(seconds=6))


def test_of_idle_pools_the_oldest_gives_way(pools: KeptPools) -> None:
    first = process_of(pools)
    process_of(pools, Limits(seconds=6))
    process_of(pools, Limits(seconds=7))
    assert process_of(pools) != first


def test_runs_at_the_same_time_have_workers_of_their_own(pools: KeptPools) -> None:
    one = pools.run_over(["x", "y"], make_tell_process, workers=1, limits=LIMITS)
    first = next(one).value
    assert process_of(pools) != first
    assert next(one).value == first


def test_after_an_item_that_kills_its_worker_the_next_run_goes_on(pools: KeptPools) -> None:
    for _ in range(2):
        found = {
            outcome.item: outcome
            for outcome in pools.run_over(
                ["killed", "sound"], make_run_fault, workers=1, limits=LIMITS
            )
        }
        assert found["killed"].failure is Failure.CRASHED
        assert found["sound"].value == "sound"


def test_after_a_run_that_was_given_up_the_next_one_goes_on(pools: KeptPools) -> None:
    given_up = pools.run_over(["first", "hang"], make_run_fault, workers=1, limits=LIMITS)
    next(given_up)
    given_up.close()  # type: ignore[attr-defined]
    (outcome,) = pools.run_over(["second"], make_run_fault, workers=1, limits=LIMITS)
    assert outcome.value == "second"


def test_without_workers_the_function_is_made_once(pools: KeptPools) -> None:
    made = []

    def make() -> Callable[[str], str]:
        made.append(1)
        return str.upper

    for _ in range(2):
        (outcome,) = pools.run_over(["a"], make, workers=0, limits=LIMITS)
        assert outcome.value == "A"
    assert made == [1]
