from __future__ import annotations

import pytest

from pipeline.tag.entities.readings import readings
from pipeline.tag.entities.references import announced_works, referred


def named(found, text):
    return sorted((text[start:end], str(label)) for start, end, label in found)


@pytest.mark.parametrize(
    ("text", "names"),
    [
        (
            "Fraser, N. (2008). Scales of Justice. Polity Press.",
            [("Fraser, N", "PERSON"), ("Polity Press", "ORG"), ("Scales of Justice", "WORK")],
        ),
        (
            "Morgan, K. and Sonnino, R. (2008). The School Food Revolution. London: Earthscan.",
            [
                ("Earthscan", "ORG"),
                ("London", "LOC"),
                ("Morgan, K", "PERSON"),
                ("Sonnino, R", "PERSON"),
                ("The School Food Revolution", "WORK"),
            ],
        ),
        (
            "Lee, A. B. et al., eds. (2015). Reframing the foodscape. Planning A, 47.",
            [("Lee, A. B", "PERSON"), ("Planning A", "WORK"), ("Reframing the foodscape", "WORK")],
        ),
        (
            "Utting, P. (2015). Beyond the Fringe",
            [("Beyond the Fringe", "WORK"), ("Utting, P", "PERSON")],
        ),
        (
            "Furr, A. K. CRC Handbook of Safety. 5th ed., CRC Press, 2000.",
            [("CRC Handbook of Safety", "WORK"), ("CRC Press", "ORG"), ("Furr, A. K", "PERSON")],
        ),
        (
            "Steel, C. Hungry City. London: Chatto & Windus, 2008",
            [
                ("Chatto & Windus", "ORG"),
                ("Hungry City", "WORK"),
                ("London", "LOC"),
                ("Steel, C", "PERSON"),
            ],
        ),
    ],
)
def test_a_reference_names_its_authors_its_work_and_its_publisher(text, names):
    assert named(referred(text), text) == names


@pytest.mark.parametrize("text", ["In 2008. Scales of justice.", "Smith, J. said so", ""])
def test_other_texts_are_no_references(text):
    assert list(referred(text)) == []


@pytest.mark.parametrize(
    ("text", "names"),
    [
        (
            "Josué de Castro, Geografia da Fome, 1946",
            [("Geografia da Fome", "WORK"), ("Josué de Castro", "PERSON")],
        ),
        (
            "OIT : Le travail décent, Genève, 2022",
            [("Le travail décent", "WORK"), ("OIT", "ORG")],
        ),
        (
            "Programming in Anger, Jim Blandy and Jason Orendorff",
            [
                ("Jason Orendorff", "PERSON"),
                ("Jim Blandy", "PERSON"),
                ("Programming in Anger", "WORK"),
            ],
        ),
    ],
)
def test_a_line_of_a_reading_list_names_authors_and_a_work(text, names):
    assert named(readings(text, "further reading"), text) == names


def test_people_and_their_institutions_are_no_works():
    for text in ("Jean Lavil, Peter Uttin", "Philippe Sahuc, Université de Toulouse", "Lima, Peru"):
        assert "WORK" not in {label for _, label in named(readings(text, "further reading"), text)}


def test_elsewhere_a_title_is_told_by_its_author_a_colon_and_an_article():
    text = "Karl Polanyi: The Great Transformation"
    expected = [("Karl Polanyi", "PERSON"), ("The Great Transformation", "WORK")]
    assert named(readings(text, ""), text) == expected
    assert list(readings("Karl Polanyi: great talk", "")) == []
    assert list(readings("Partners: The Municipality", "")) == []


def test_a_word_for_its_kind_announces_a_work():
    text = "Le film Demain, de Cyril Dion"
    assert named(announced_works(text), text) == [("Demain", "WORK")]
    assert list(announced_works("a film about cities")) == []
