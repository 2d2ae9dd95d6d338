"""Decks whose own session is taken out of the programme."""

from __future__ import annotations

from pathlib import Path

import pytest
from rich.console import Console

from benchmarks.electives import Elective, make_elective
from pipeline.evaluate.events import LabelledEvent, LabelledFile
from pipeline.evaluate.matching import Evaluation, ReadEvent
from pipeline.match.weights import load_weights
from pipeline.records.matches import Status
from pipeline.report import ProgressBar
from pipeline.settings import RunSettings
from pipeline.store import Store


@pytest.fixture(scope="module")
def elective() -> Elective:
    return make_elective(decks=40, sessions=6, seed=3)


@pytest.fixture(scope="module")
def evaluation(tmp_path_factory: pytest.TempPathFactory) -> Evaluation:
    folder = tmp_path_factory.mktemp("evaluate")
    settings = RunSettings(inbox=folder, output=folder, libreoffice=None, tesseract=None)
    return Evaluation(Store(folder, "tested"), settings, ProgressBar(Console()))


def read(elective: Elective) -> ReadEvent:
    truth = {
        path: LabelledFile(file=path, session_id=session)
        for path, session in elective.sessions.items()
    }
    event = LabelledEvent(name="made", inbox=Path(), programme=elective.programme, truth=truth)
    return ReadEvent(event=event, decks=elective.decks, copies={}, unread=[])


@pytest.mark.parametrize("show_names", [True, False])
def test_no_deck_is_accepted_for_a_session_that_is_not_its_own(
    elective: Elective, evaluation: Evaluation, show_names: bool
) -> None:
    orphans = evaluation.orphans(read(elective), show_names=show_names, weights=load_weights())
    assert {item.file for item in orphans} == {
        path for path, session in elective.sessions.items() if session
    }
    assert all(item.best != elective.sessions[item.file] for item in orphans)
    assert not [item.file for item in orphans if item.status is Status.MATCHED]


def test_the_same_decks_are_accepted_with_their_sessions(
    elective: Elective, evaluation: Evaluation
) -> None:
    judged = evaluation.judge(read(elective), show_names=False)
    accepted = [item for item in judged if item.accepted]
    assert len(accepted) >= len(judged) / 2
    assert all(item.right for item in accepted)
