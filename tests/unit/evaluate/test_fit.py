from __future__ import annotations

from pathlib import Path

import numpy as np
import pytest

from pipeline.evaluate.fit import ABSENT, FOREIGN, PRIOR, PRIOR_THRESHOLD, Case, as_toml, cases, fit
from pipeline.match.seen import Seen
from pipeline.match.weights import Weights, load_weights

SIGNALS = list(PRIOR)


def seen(**strengths: list[float]) -> list[Seen]:
    """Return evidence for some sessions; signals that are not named are silent."""
    count = len(next(iter(strengths.values())))
    given = {name.replace("_", "-"): values for name, values in strengths.items()}
    return [
        Seen(name, np.array(given.get(name, [0.0] * count)), lambda _: ("", None))
        for name in SIGNALS
    ]


def synthetic(count: int, seed: int = 7) -> list[Case]:
    """Return decks whose title tells their session and whose rare words mislead."""
    random = np.random.default_rng(seed)
    learned = []
    for _ in range(count):
        strengths = random.uniform(0, 0.3, (5, len(SIGNALS)))
        session = int(random.integers(5))
        strengths[session, SIGNALS.index("title")] = random.uniform(0.8, 1)
        strengths[(session + 1) % 5, SIGNALS.index("words")] = random.uniform(0.8, 1)
        learned.append(Case(strengths, session))
    return learned


def test_without_any_deck_to_learn_from_the_prior_stays() -> None:
    silent = [Case(np.zeros((2, len(SIGNALS))), None, weight=0.0)]
    weights = fit(silent, SIGNALS)
    assert weights.signals == pytest.approx(PRIOR, abs=0.02)
    assert weights.threshold == pytest.approx(PRIOR_THRESHOLD, abs=0.02)


def test_what_tells_gains_and_what_misleads_loses() -> None:
    weights = fit(synthetic(300), SIGNALS)
    assert weights.signals["title"] > PRIOR["title"]
    assert weights.signals["words"] < PRIOR["words"]
    assert weights.signals["title"] > weights.signals["words"] + 2


def test_what_only_misleads_counts_for_nothing_and_never_against_a_session() -> None:
    misleading = np.zeros((2, len(SIGNALS)))
    misleading[1, SIGNALS.index("words")] = 1.0
    assert fit([Case(misleading, 0)] * 200, SIGNALS).signals["words"] == 0


def test_fitted_weights_place_decks_that_they_never_saw() -> None:
    weights = fit(synthetic(300), SIGNALS)
    right = 0
    for case in synthetic(100, seed=8):
        evidence = [
            Seen(name, case.strengths[:, number], lambda _: ("", None))
            for number, name in enumerate(SIGNALS)
        ]
        right += int(weights.scores(evidence).argmax()) == case.session
    assert right >= 95


def test_strangers_that_look_alike_raise_the_threshold() -> None:
    alike = np.zeros((3, len(SIGNALS)))
    alike[0, SIGNALS.index("title")] = 1.0
    alike[0, SIGNALS.index("speaker")] = 1.0
    assert fit([Case(alike, None)] * 50, SIGNALS).threshold > PRIOR_THRESHOLD
    assert fit([Case(alike, 0)] * 50, SIGNALS).threshold < PRIOR_THRESHOLD


def test_the_order_of_the_decks_makes_no_difference() -> None:
    learned = synthetic(60)
    forwards, backwards = fit(learned, SIGNALS), fit(learned[::-1], SIGNALS)
    assert forwards.signals == pytest.approx(backwards.signals, abs=0.011)


def test_a_deck_teaches_as_it_is_and_as_if_its_session_were_missing() -> None:
    learned = list(cases(seen(title=[0.9, 0.1]), 0))
    assert [(case.session, case.weight, len(case.strengths)) for case in learned] == [
        (0, 1.0, 2),
        (None, ABSENT, 1),
    ]
    assert learned[1].strengths[0, SIGNALS.index("title")] == 0.1


def test_a_file_name_that_repeats_the_deck_teaches_nothing() -> None:
    (case, _) = cases(seen(title=[0.9, 0.1], file_name_title=[1.0, 0.6]), 0)
    assert case.strengths[:, SIGNALS.index("file-name-title")] == pytest.approx([0.1, 0.5])


def test_a_stranger_teaches_little() -> None:
    (case,) = cases(seen(title=[0.9, 0.1]), None)
    assert (case.session, case.weight) == (None, FOREIGN)


def test_a_deck_of_an_event_with_one_session_is_not_taken_for_a_stranger() -> None:
    assert [case.session for case in cases(seen(title=[0.9]), 0)] == [0]


def test_the_table_that_is_written_is_the_table_that_is_read(tmp_path: Path) -> None:
    weights = Weights(threshold=6.5, signals={"title": 3.25, "file-name-title": 0.0})
    path = tmp_path / "weights.toml"
    path.write_text(as_toml(weights, {"b": 2, "a": 1}), encoding="utf-8")
    assert load_weights(path) == weights
    assert "# Fitted to: a (1 decks), b (2 decks)." in path.read_text(encoding="utf-8")


def test_the_shipped_table_weighs_every_signal_that_can_be_fitted() -> None:
    shipped = load_weights()
    assert shipped.signals.keys() == PRIOR.keys()
    assert min(shipped.signals.values()) >= 0
