"""How right the pipeline is on labelled decks of real events."""

from __future__ import annotations

import json
from typing import Any

import pytest
from running import ROOT, command

EVENTS = ROOT.parent / "shared" / "corpus" / "events"
pytestmark = [
    pytest.mark.corpus,
    pytest.mark.skipif(not EVENTS.exists(), reason="The labelled decks of ../shared are not here."),
]
ALL = "all events"


@pytest.fixture(scope="session")
def figures(tmp_path_factory: pytest.TempPathFactory) -> Any:
    """The figures of all events by table, then by event."""
    run = command(["evaluate", EVENTS, "--output", tmp_path_factory.mktemp("evaluate"), "--json"])
    assert run.status == 0, run.stderr
    return json.loads(run.stdout)


@pytest.mark.parametrize("table", ["names hidden", "cross-validated by event, names hidden"])
def test_decks_without_names_are_placed_rightly_and_few_are_accepted_wrongly(
    figures: Any, table: str
) -> None:
    together = figures[table][ALL]
    assert together["decks"] == 56
    assert together["top1"] >= 0.96, together["wrong"]
    assert together["precision"] >= 0.98, together["wrong"]
    assert together["recall"] >= 0.88, together["wrong"]


def test_names_help_and_never_harm(figures: Any) -> None:
    shown, hidden = figures["names shown"][ALL], figures["names hidden"][ALL]
    assert shown["top1"] >= hidden["top1"]
    assert shown["recall"] >= hidden["recall"]
    assert shown["top1"] >= 0.98, shown["wrong"]
    assert shown["precision"] >= 0.99, shown["wrong"]
    assert shown["recall"] >= 0.93, shown["wrong"]


@pytest.mark.parametrize("names", ["names shown", "names hidden"])
def test_a_deck_whose_session_is_not_in_the_programme_is_hardly_ever_accepted(
    figures: Any, names: str
) -> None:
    together = figures[f"true session removed from the programme, {names}"][ALL]
    assert together["decks"] == 56
    assert together["accepted"] <= 1, together["wrong"]


def test_the_language_of_a_deck_is_right(figures: Any) -> None:
    assert figures["names hidden"][ALL]["language"] >= 0.99


def test_every_event_is_measured_by_itself(figures: Any) -> None:
    events = {path.parent.name for path in EVENTS.glob("*/truth.json")}
    for rows in (figures["names shown"], figures["names hidden"]):
        assert rows.keys() == {*events, ALL}
        assert rows[ALL]["decks"] == sum(rows[event]["decks"] for event in events)
