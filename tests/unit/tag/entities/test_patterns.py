from __future__ import annotations

import pytest

from pipeline.records.tags import EntityLabel
from pipeline.tag.entities.patterns import is_event, stated


def found(text):
    return [(text[start:end], label.value) for start, end, label in stated(text)]


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("Ms. Inês Sequeira founded it", "Inês Sequeira"),
        ("by Prof. J. B. Almeida, Lisbon", "J. B. Almeida"),
        ("Mme Corinne Vercher-Chaptal, professeure", "Corinne Vercher-Chaptal"),
        ("M. Abdoul Alpha Dia", "Abdoul Alpha Dia"),
        ("a Dra. Maria da Conceição Tavares disse", "Maria da Conceição Tavares"),
        ("Mrs Gabriella D'Amico", "Gabriella D'Amico"),
    ],
)
def test_a_title_announces_a_person(text, name):
    assert found(text) == [(name, "PERSON")]


def test_people_joined_by_and_are_two():
    assert found("o Prof. Paul Singer e a Prof. Sylvia Leser") == [
        ("Paul Singer", "PERSON"),
        ("Sylvia Leser", "PERSON"),
    ]


@pytest.mark.parametrize(
    ("text", "name"),
    [
        (
            "The 12th Academy on Social and Solidarity Economy took place",
            "12th Academy on Social and Solidarity Economy",
        ),
        ("o 3º Congresso Internacional de Economia Social", None),
        ("la 5e Conférence des Parties", "5e Conférence des Parties"),
    ],
)
def test_an_ordinal_announces_an_event(text, name):
    expected = name or "3º Congresso Internacional de Economia Social"
    assert found(text) == [(expected, "EVENT")]


def test_an_event_alone_on_a_line_is_taken_to_its_end():
    assert found("12e Académie sur l'économie sociale et solidaire, Dakar") == [
        ("12e Académie sur l'économie sociale et solidaire", "EVENT")
    ]


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("Fórum Social Mundial 2021", "Fórum Social Mundial"),
        ("Rencontres nationales de l'habitat, Lyon", "Rencontres nationales de l'habitat"),
        ("Five nights of the Inverness Film Festival", "Inverness Film Festival"),
    ],
)
def test_great_meetings_are_events(text, name):
    assert found(text) == [(name, "EVENT")]


@pytest.mark.parametrize("text", ["Forum de discussion", "a national forum", "Semana de trabalho"])
def test_other_meetings_are_none(text):
    assert found(text) == []


@pytest.mark.parametrize("text", ["on the 12th of June", "the 3rd Street", "the 1st quarter"])
def test_an_ordinal_alone_announces_nothing(text):
    assert found(text) == []


def test_a_quoted_title_is_a_work_and_a_quoted_word_or_statement_is_none():
    assert found("Read “The Great Transformation” by Polanyi") == [
        ("The Great Transformation", "WORK")
    ]
    assert found("the so-called “Sharing Economy”") == []
    assert found("« Cuidar es trabajo »") == []
    assert (
        found("« Nous avons fondé cette coopérative parce que personne ne le faisait ici »") == []
    )


def test_a_meeting_is_told_by_its_head():
    assert is_event("International Labour Conference")
    assert is_event("Cimeira de Lisboa")
    assert not is_event("Workshop")
    assert not is_event("World Bank")


def test_every_label_of_a_pattern_is_one_of_the_contract():
    assert {label for _, _, label in stated("Ms. Ana Lima at the 2nd Forum of Accra")} == {
        EntityLabel.PERSON,
        EntityLabel.EVENT,
    }
