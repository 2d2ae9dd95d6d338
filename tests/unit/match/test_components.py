from __future__ import annotations

from pipeline.match.components import components


def test_what_is_connected_over_others_is_one() -> None:
    assert components(5, [(3, 4), (0, 3), (1, 1)]) == [[0, 3, 4], [1], [2]]


def test_without_pairs_each_stands_alone() -> None:
    assert components(3, []) == [[0], [1], [2]]
    assert components(0, []) == []


def test_a_long_chain_is_one_in_any_order() -> None:
    chain = [(number, number + 1) for number in range(999)]
    assert components(1000, chain) == components(1000, chain[::-1]) == [list(range(1000))]
