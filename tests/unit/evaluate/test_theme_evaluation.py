from __future__ import annotations

import json
import math
from pathlib import Path

import msgspec
import pytest
from typer.testing import CliRunner

from pipeline.cli.main import app
from pipeline.evaluate.gold import GoldSet, Judgement, read_gold
from pipeline.evaluate.themes import (
    across_languages,
    agreement,
    f1,
    jaccard,
    ndcg,
    read_others,
    score,
)
from pipeline.settings import OWN_VOCABULARY

GOLD = Path("tests/data/themes")
SAMPLE = Path("tests/data/sample")

TEXTS = """
en-1: {title: Food policy, body: The city council plans what its people eat this year.}
fr-1: {title: La chimie, body: Les solvants halogénés vont dans un bidon à part.}
"""
JUDGEMENTS = """
en-1: {first: [food-policy, housing], second: [food-policy], themes: [food-policy]}
fr-1: {first: [], second: [], themes: []}
"""


def judged(*, first: str = "", second: str = "", files: tuple[str, ...] = ()) -> Judgement:
    return Judgement(
        first=tuple(first.split()),
        second=tuple(second.split()),
        themes=tuple(first.split()),
        files=files,
    )


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    (tmp_path / "texts.yaml").write_text(TEXTS, encoding="utf-8")
    (tmp_path / "gold.yaml").write_text(JUDGEMENTS, encoding="utf-8")
    return tmp_path


@pytest.mark.parametrize(
    ("given", "value"), [(["a", "b"], 1.0), (["a", "c"], 0.5), (["c"], 0.0), ([], 0.0)]
)
def test_f1_weighs_what_is_missing_and_what_is_wrong(given: list[str], value: float) -> None:
    assert f1({"a", "b"}, given) == value


def test_ndcg_is_higher_the_earlier_a_wanted_theme_comes() -> None:
    assert ndcg(["a"], ["a", "x"]) == 1.0
    assert ndcg(["a"], ["x", "a"]) == pytest.approx(1 / math.log2(3))
    assert ndcg(list("abcdefg"), list("abcde")) == 1.0


def test_two_empty_sets_are_the_same() -> None:
    assert jaccard([], []) == 1.0


def test_a_text_without_a_theme_counts_as_an_intruder_only(folder: Path) -> None:
    gold = read_gold(folder, SAMPLE)
    found = score(gold, gold.decks, {"en-1": ["food-policy"], "fr-1": ["housing"]})
    assert (found.decks, found.f1, found.ndcg, found.intruders) == (1, 1.0, 1.0, 1)


def test_the_sixth_suggestion_does_not_count(folder: Path) -> None:
    gold = read_gold(folder, SAMPLE)
    wrong = ["a", "b", "c", "d", "e"]
    assert score(gold, gold.decks, {"en-1": [*wrong, "food-policy"], "fr-1": []}).f1 == 0


def test_translations_are_compared_pair_by_pair() -> None:
    gold = GoldSet({"deck": judged(files=("en", "fr", "pt")), "page": judged()}, [])
    suggestions = {"en": ["a", "b"], "fr": ["a", "b"], "pt": ["a"]}
    assert across_languages(gold, suggestions) == {"deck": pytest.approx(2 / 3)}


def test_kappa_is_one_where_both_passes_agree_and_none_where_they_agree_by_chance() -> None:
    same = GoldSet({"1": judged(first="a", second="a"), "2": judged(first="b", second="b")}, [])
    assert (agreement(same).jaccard, agreement(same).kappa) == (1.0, 1.0)
    other = GoldSet({"1": judged(first="a", second="b"), "2": judged(first="b", second="a")}, [])
    assert (agreement(other).jaccard, agreement(other).kappa) == (0.0, -1.0)


def test_a_deck_that_is_not_there_is_named(folder: Path) -> None:
    (folder / "gold.yaml").write_text("d: {first: [], second: [], themes: [], files: [no.pptx]}")
    with pytest.raises(FileNotFoundError, match=r"no\.pptx"):
        read_gold(folder, SAMPLE)


def test_suggestions_of_another_form_are_refused(tmp_path: Path) -> None:
    (tmp_path / "annif.json").write_text("{}", encoding="utf-8")
    with pytest.raises(msgspec.ValidationError):
        read_others(tmp_path / "annif.json")


def test_every_judgement_names_concepts_of_our_vocabulary_and_a_text() -> None:
    gold = read_gold(GOLD, SAMPLE)
    turtle = OWN_VOCABULARY.read_text(encoding="utf-8")
    chosen = {c for j in gold.judgements.values() for c in (*j.first, *j.second, *j.themes)}
    assert {concept for concept in chosen if f"\nsse:{concept} a " not in turtle} == set()
    assert {item.language.deck.tag for item in gold.decks} == {"en", "fr", "pt"}
    pages = [item for item in gold.judgements.values() if not item.files]
    assert len(pages) >= 35
    assert len(pages) / 3 <= sum(item.aside for item in pages)


def test_the_command_says_how_good_the_themes_are_as_json(folder: Path) -> None:
    annif = folder / "annif.json"
    annif.write_text('{"about": {"Annif": "1"}, "suggestions": {"MLLM": {"en-1": [], "fr-1": []}}}')
    options = ["--gold", str(folder), "--annif", str(annif), "--json"]
    result = CliRunner().invoke(app, ["evaluate-themes", *options])
    assert result.exit_code == 0
    report = json.loads(result.stdout)
    assert report["scores"]["MLLM"]["all"]["f1"] == 0
    assert report["scores"]["elective-index"]["all"]["intruders"] == 0


def test_the_command_writes_the_texts_for_another_program(folder: Path) -> None:
    target = folder / "texts.json"
    options = ["--gold", str(folder), "--texts", str(target)]
    assert CliRunner().invoke(app, ["evaluate-themes", *options]).exit_code == 0
    first = json.loads(target.read_text(encoding="utf-8"))[0]
    assert (first["id"], first["language"], first["themes"]) == ("en-1", "en", ["food-policy"])


def test_the_command_fails_with_a_sentence_where_there_is_no_gold_set(tmp_path: Path) -> None:
    result = CliRunner().invoke(app, ["evaluate-themes", "--gold", str(tmp_path)])
    assert result.exit_code == 1
    assert "cannot be read" in result.output
