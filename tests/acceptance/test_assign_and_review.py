"""What a person decides, by `assign` or when `review` asks."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from ruamel.yaml import YAML
from running import Output, command

SCAN = "scan.pdf"
FRENCH = {"LANGUAGE": "fr"}


def decided(inbox: Path) -> list[tuple[str, str | None]]:
    kept = YAML(typ="safe").load(inbox / "decisions.yaml")
    return [(one["path"], one.get("session")) for one in kept.values()]


@pytest.fixture
def in_doubt(output: Output) -> Output:
    """The sample's output, in which one deck waits for a person."""
    document = output.index
    (scan,) = (item for item in document["resources"] if item["path"] == SCAN)
    scan["status"] = "review"
    scan["candidates"] = [
        {"session_id": "d3-damico", "confidence": 0.61},
        {"session_id": "d3-nardi", "confidence": 0.2},
    ]
    output.path.write_text(json.dumps(document), encoding="utf-8")
    return output


def test_a_file_is_assigned_as_the_report_or_the_shell_names_it(inbox: Path) -> None:
    for path in (SCAN, inbox / SCAN):
        run = command(["assign", path, "d3-nardi", "--inbox", inbox])
        assert run.status == 0
        assert f"Kept in {inbox / 'decisions.yaml'}. Run make" in run.told
        assert decided(inbox) == [(SCAN, "d3-nardi")]


@pytest.mark.parametrize(
    ("arguments", "told"),
    [
        ((SCAN, "d3-narid"), "Il n’y a pas de séance « d3-narid ». Vouliez-vous dire : d3-nardi"),
        (("scann.pdf", "none"), "Il n’y a pas de fichier « scann.pdf ». Vouliez-vous dire : scan"),
        ((SCAN,), "Dites ce que vous décidez"),
    ],
)
def test_what_is_misspelt_is_told_in_the_language_of_the_person(
    inbox: Path, arguments: tuple[str, ...], told: str
) -> None:
    run = command(
        ["assign", *arguments, "--inbox", inbox], environment={**FRENCH, "COLUMNS": "200"}
    )
    assert run.status == 2
    assert told in run.told
    assert not (inbox / "decisions.yaml").exists()


def review(inbox: Path, output: Output, typed: str) -> str:
    run = command(
        ["review", "--inbox", inbox, "--output", output.folder], environment=FRENCH, typed=typed
    )
    assert (run.status, run.stdout) == (0, "")
    return run.told


def test_review_shows_the_deck_with_its_reasons_and_keeps_the_answer(
    inbox: Path, in_doubt: Output
) -> None:
    told = review(inbox, in_doubt, "1\n")
    assert "scan.pdf (pt)" in told
    assert "1 Local Food Policy Councils in Rome and public procurement (61%)" in told
    assert "n aucune séance s passer q s’arrêter là" in told
    assert decided(inbox) == [(SCAN, "d3-damico")]


@pytest.mark.parametrize(("typed", "session"), [("n\n", "none"), ("x\nd1-aufrere\n", "d1-aufrere")])
def test_review_takes_none_and_any_session_and_asks_again_otherwise(
    inbox: Path, in_doubt: Output, typed: str, session: str
) -> None:
    told = review(inbox, in_doubt, typed)
    assert ("Répondez par l’un des choix ci-dessus." in told) == (typed[0] == "x")
    assert decided(inbox) == [(SCAN, session)]


@pytest.mark.parametrize("typed", ["s\n", "q\n"])
def test_what_is_skipped_or_stopped_is_not_decided(
    inbox: Path, in_doubt: Output, typed: str
) -> None:
    review(inbox, in_doubt, typed)
    assert not (inbox / "decisions.yaml").exists()


def test_review_with_nothing_to_decide_says_so(inbox: Path, output: Output) -> None:
    assert review(inbox, output, "") == "Rien n’attend de décision."


def test_review_without_an_index_says_what_to_run_first(inbox: Path, tmp_path: Path) -> None:
    run = command(["review", "--inbox", inbox, "--output", tmp_path / "none"])
    assert run.status == 1
    assert "There is no index of this version yet. Run make first." in run.told
