from __future__ import annotations

import msgspec
import pytest
from hypothesis import given
from hypothesis import strategies as st

from pipeline.evaluate.figures import BINS, Judged, figures
from pipeline.records.matches import Status

RIGHT = Judged(
    event="encontro",
    file="a.pdf",
    truth="s1",
    best="s1",
    confidence=0.97,
    status=Status.MATCHED,
    language="pt",
    true_language="pt",
)


def judged(**changes: object) -> Judged:
    return msgspec.structs.replace(RIGHT, **changes)


UNSURE = judged(confidence=0.5, status=Status.REVIEW)
WRONG = judged(best="s2", file="wrong.pdf")
REFUSED = judged(truth=None, best="s1", confidence=0.01, status=Status.UNMATCHED)
TAKEN_IN = judged(truth=None, best="s1", confidence=0.97)
UNREAD = judged(best=None, confidence=0.0, status=Status.UNMATCHED, language="und")


def test_top_1_counts_the_best_candidate_whether_accepted_or_not() -> None:
    assert figures([RIGHT, UNSURE, WRONG]).top1 == pytest.approx(2 / 3, abs=1e-4)


def test_precision_is_of_those_accepted_and_recall_of_those_with_a_session() -> None:
    found = figures([RIGHT, RIGHT, UNSURE, WRONG, REFUSED])
    assert found.accepted == 3
    assert found.precision == pytest.approx(2 / 3, abs=1e-4)
    assert found.recall == 2 / 4


def test_a_stranger_is_right_when_it_is_left_out_and_wrong_when_it_is_taken_in() -> None:
    assert figures([REFUSED]).top1 == 1
    found = figures([TAKEN_IN])
    assert (found.top1, found.precision, found.recall) == (0, 0, None)


def test_a_stranger_in_review_is_not_right_but_costs_no_precision() -> None:
    found = figures([RIGHT, msgspec.structs.replace(TAKEN_IN, status=Status.REVIEW)])
    assert (found.top1, found.precision) == (0.5, 1)


def test_a_deck_that_could_not_be_read_counts_against_top_1_recall_and_language() -> None:
    found = figures([RIGHT, UNREAD])
    assert (found.decks, found.top1, found.recall, found.language) == (2, 0.5, 0.5, 0.5)


def test_decks_whose_language_nobody_noted_do_not_count_for_language() -> None:
    found = figures([RIGHT, judged(language="fr"), judged(true_language=None, language="en")])
    assert found.language == 0.5


def test_nothing_to_count_is_no_figure() -> None:
    found = figures([])
    assert (found.decks, found.accepted) == (0, 0)
    assert found.top1 is found.precision is found.recall is found.language is None
    assert found.calibration_error is None


def test_the_wrong_ones_are_named_with_what_was_thought() -> None:
    assert figures([RIGHT, WRONG]).wrong == ["encontro/wrong.pdf: s2 at 0.97, matched; true: s1"]


def test_confidence_that_keeps_its_word_has_no_calibration_error() -> None:
    right = [judged(confidence=0.75)] * 3
    wrong = [judged(confidence=0.75, best="s2")]
    assert figures([*right, *wrong]).calibration_error == 0


def test_confidence_that_promises_too_much_has_the_gap_as_its_error() -> None:
    found = figures([judged(confidence=0.9), judged(confidence=0.9, best="s2")])
    assert found.calibration_error == pytest.approx(0.4)
    (only,) = found.reliability
    assert (only.low, only.high, only.decks, only.right) == (0.8, 0.9, 2, 0.5)


@given(
    st.lists(
        st.builds(
            judged,
            confidence=st.floats(0, 1),
            best=st.sampled_from(["s1", "s2", None]),
            truth=st.sampled_from(["s1", None]),
            status=st.sampled_from(Status),
        )
    )
)
def test_figures_are_shares_and_bins_hold_every_deck_once(decks: list[Judged]) -> None:
    found = figures(decks)
    for share in (found.top1, found.precision, found.recall, found.language):
        assert share is None or 0 <= share <= 1
    assert sum(row.decks for row in found.reliability) == sum(d.confidence > 0 for d in decks)
    assert all(row.low < row.high and row.high in BINS for row in found.reliability)
    assert len(found.wrong) == sum(not deck.right for deck in decks)
