"""The sample elective: what is in the index, against what its truth file says."""

from __future__ import annotations

import io
import unicodedata
import zipfile
from typing import Any

import pytest
from ruamel.yaml import YAML
from running import ROOT, Indexed, sample_files

from pipeline.schemas import errors_in

TRUTH = YAML(typ="safe").load(ROOT / "tests" / "data" / "sample-truth.yaml")
DECKS = {deck["path"]: deck for deck in TRUTH["resources"]}
CURRENT = [path for path, deck in DECKS.items() if deck["session_id"] and deck["role"] == "current"]


@pytest.fixture(scope="module")
def index(sample: Indexed) -> Any:
    return sample.output.index


@pytest.fixture(scope="module")
def resources(index: Any) -> Any:
    return {item["path"]: item for item in index["resources"]}


@pytest.fixture(scope="module")
def sessions(index: Any) -> Any:
    return {item["id"]: item for item in index["sessions"]}


def test_the_index_is_valid(index: Any) -> None:
    assert [f"{error.json_path}: {error.message}" for error in errors_in(index, "index")] == []


def test_eleven_presentations_are_awaited(sessions: Any) -> None:
    assert len(CURRENT) == 11
    assert sum(len(item["languages"]["expected"]) for item in sessions.values()) == 11


@pytest.mark.parametrize("path", list(DECKS))
def test_a_deck_is_where_it_belongs(resources: Any, path: str) -> None:
    found, truth = resources[path], DECKS[path]
    assert found["session_id"] == truth["session_id"]
    assert found["language"]["tag"] == truth["language"]
    assert found["status"] == truth["status"]
    assert found["role"] == truth["role"]


def test_nothing_is_missing_and_nothing_is_invented(sessions: Any) -> None:
    for session in sessions.values():
        assert session["languages"]["missing"] == []
        assert session["languages"]["available"] == session["languages"]["expected"]
    for nothing_expected in ("d2-sequeira", "d3-nardi"):
        assert sessions[nothing_expected]["languages"]["expected"] == []
        assert sessions[nothing_expected]["materials"] == []


def test_materials_are_one_per_language_in_the_order_of_the_programme(
    index: Any, sessions: Any
) -> None:
    languages = {item["id"]: item["language"]["tag"] for item in index["resources"]}
    for session in sessions.values():
        expected = session["languages"]["expected"]
        first = session["materials"][: len(expected)]
        assert [languages[material] for material in first] == expected


def test_the_stranger_belongs_to_no_session(resources: Any) -> None:
    stranger = resources["to sort/Induction_2021_final.pdf"]
    assert (stranger["status"], stranger["session_id"]) == ("unmatched", None)
    assert stranger["confidence"] < 0.5
    assert stranger["translation_group"] is None


def test_the_duplicate_points_at_its_original(resources: Any) -> None:
    duplicate, original = resources["to sort/Copy of TAPAS.pdf"], resources["CVC TAPAS EN last.pdf"]
    assert duplicate["duplicate_of"] == original["id"] != duplicate["id"]
    assert duplicate["sha256"] == original["sha256"]
    assert [item["path"] for item in resources.values() if item["duplicate_of"]] == [
        duplicate["path"]
    ]


def test_the_translations_of_one_deck_are_one_group(resources: Any, sessions: Any) -> None:
    groups = {
        session: {
            resources[path]["translation_group"]
            for path in CURRENT
            if DECKS[path]["session_id"] == session
        }
        for session in sessions
    }
    named = [group for found in groups.values() for group in found]
    assert all(len(found) <= 1 for found in groups.values())
    assert len(set(named)) == len(named) == 4
    assert None not in named


def test_the_damaged_file_is_rejected_with_what_to_do(index: Any) -> None:
    (rejected,) = index["rejected"]
    (truth,) = TRUTH["rejected"]
    assert {key: rejected[key] for key in truth} == truth
    assert "The end of the file is missing" in rejected["message"]
    assert "Ask the sender to send it again" in rejected["message"]


def test_lock_files_system_files_and_unfinished_downloads_are_ignored(index: Any) -> None:
    assert sorted(item["path"] for item in index["ignored"]) == sorted(TRUTH["ignored"])
    assert all(item["reason"].endswith(".") for item in index["ignored"])


def test_every_file_appears_exactly_once(index: Any) -> None:
    expected = []
    for path, content in sample_files().items():
        if path.endswith(".zip"):
            with zipfile.ZipFile(io.BytesIO(content)) as archive:
                expected += [
                    f"{path}/{item.filename}" for item in archive.infolist() if not item.is_dir()
                ]
        else:
            expected.append(path)
    listed = [item["path"] for part in ("resources", "rejected", "ignored") for item in index[part]]
    assert sorted(listed) == sorted(unicodedata.normalize("NFC", path) for path in expected)


def test_what_is_named_is_one_thing_in_all_languages(index: Any) -> None:
    bodies = {item["name"]: set(item["aliases"]) for item in index["organisations"]}
    assert "Universidade Sorbonne Paris Nord" in bodies["University Sorbonne Paris Nord"]
    people = {item["name"]: item for item in index["people"]}
    assert "Corinne Vercher-Captal" in people["Corinne Vercher-Chaptal"]["aliases"]
    assert people["Jason Nardi"]["mentioned_in"]
    places = {item["name"]: item for item in index["places"]}
    assert (places["Rome"]["aliases"], places["Rome"]["country"]) == (["Roma"], None)
    assert places["Senegal"]["country"] == "SN"


def test_every_entity_of_a_kind_that_is_listed_is_tied_to_it(index: Any) -> None:
    kinds = ("people", "organisations", "places", "events", "works")
    listed = {item["id"] for kind in kinds for item in index[kind]}
    for resource in index["resources"]:
        for entity in resource["entities"]:
            assert (entity["ref"] or entity["named_id"]) in listed


def test_every_match_is_explained_with_pages_that_exist(index: Any) -> None:
    for item in index["resources"]:
        assert item["evidence"] or item["status"] == "unmatched"
        for reason in item["evidence"]:
            assert reason["detail"].endswith(".")
            assert reason.get("page") is None or 1 <= reason["page"] <= item["pages"]


def test_candidates_stand_best_first_and_agree_with_the_match(index: Any) -> None:
    for item in index["resources"]:
        confidences = [candidate["confidence"] for candidate in item["candidates"]]
        assert confidences == sorted(confidences, reverse=True)
        if item["status"] == "matched":
            best = item["candidates"][0]
            assert (best["session_id"], best["confidence"]) == (
                item["session_id"],
                item["confidence"],
            )


def test_every_reference_leads_somewhere(index: Any) -> None:
    resources = [item["id"] for item in index["resources"]]
    sessions = {item["id"] for item in index["sessions"]}
    people = [item["id"] for item in index["people"]]
    organisations = [item["id"] for item in index["organisations"]]
    for ids in (resources, people, organisations):
        assert len(ids) == len(set(ids))
    for session in index["sessions"]:
        assert set(session["materials"]) <= set(resources)
        assert {speaker["id"] for speaker in session["speakers"]} <= set(people)
    for item in index["resources"]:
        assert {item["session_id"], *(c["session_id"] for c in item["candidates"])} <= {
            *sessions,
            None,
        }
        assert {item["duplicate_of"], item["superseded_by"]} <= {*resources, None}
        assert {entity["ref"] for entity in item["entities"]} <= {*people, *organisations, None}
    for named in (*index["people"], *index["organisations"]):
        assert set(named["mentioned_in"]) <= set(resources)


def test_speakers_carry_their_sessions(index: Any) -> None:
    sessions = {person["name"]: person["sessions"] for person in index["people"]}
    assert sessions["Laura Aufrère"] == ["d1-aufrere"]
    assert sessions["Abdoul Alpha Dia"] == ["d2-hartmann-dia"]
    assert sessions["Martin Gasser"] == []


def test_every_presentation_has_themes_in_three_languages_with_their_words(
    resources: Any,
) -> None:
    for path in CURRENT:
        themes = resources[path]["themes"]
        assert themes, path
        for theme in themes:
            assert {"en", "fr", "pt"} <= theme["label"].keys()
            assert theme["evidence"]
            assert all(1 <= e["page"] <= resources[path]["pages"] for e in theme["evidence"])


def test_the_speaker_is_among_the_names_of_her_deck(resources: Any) -> None:
    names = {item["text"] for item in resources["CVC TAPAS EN last.pdf"]["entities"]}
    assert "CoopCycle" in names
    refs = {item["ref"] for item in resources["from Laura/Turin_22Nov_LA_v4.pptx"]["entities"]}
    assert "p-laura-aufrere" in refs


def test_scores_have_four_digits(index: Any) -> None:
    def floats(value: Any) -> list[float]:
        if isinstance(value, dict):
            return [found for item in value.values() for found in floats(item)]
        if isinstance(value, list):
            return [found for item in value for found in floats(item)]
        return [value] if isinstance(value, float) else []

    scores = floats(index)
    assert len(scores) > 100
    assert all(score == round(score, 4) for score in scores)
