from __future__ import annotations

import pytest

from pipeline.records.tags import EntityLabel
from pipeline.tag.entities.bodies import is_of_a_body, stated_bodies
from pipeline.tag.entities.found import Found
from pipeline.tag.entities.mentions import Mention, key, mentions
from pipeline.tag.entities.patterns import stated
from pipeline.tag.entities.segments import Segment


def mention(text, name, label=EntityLabel.ORG):
    start = text.index(name)
    return Mention(Segment(1, "en", text), start, start + len(name), label)


def trimmed(text, name):
    segment = Segment(1, "en", text)
    start = text.index(name)
    found = [Found(start, start + len(name), EntityLabel.ORG)]
    return [each.text for each in mentions(segment, found)]


@pytest.mark.parametrize(
    ("name", "expected"),
    [
        ("• the World Bank's", "World Bank"),
        ("l'Université de Bordeaux", "Université de Bordeaux"),
        ("o Banco de Portugal,", "Banco de Portugal"),
        ("Ministério da", "Ministério"),
        ("Fórum Social Mundial 2023", "Fórum Social Mundial"),
        ("“CoopCycle”", "CoopCycle"),
        ("the U.S.", "U.S."),
        ("Madame Tussauds Museum", "Madame Tussauds Museum"),
    ],
)
def test_a_name_is_freed_of_what_is_not_part_of_it(name, expected):
    assert trimmed(name, name) == [expected]


@pytest.mark.parametrize(
    "text",
    ["the 12th", "2021", "A", "www.example.org", "ana@example.org", "https://a.org", "cooperative"],
)
def test_numbers_addresses_letters_and_words_in_lower_case_are_no_names(text):
    assert trimmed(text, text) == []


def test_a_sentence_all_in_lower_case_has_names_in_lower_case():
    assert trimmed("the traders are in portland til wednesday", "portland") == ["portland"]
    assert trimmed("The traders are in portland til Wednesday", "portland") == []
    assert trimmed("traders in portland", "portland") == []


@pytest.mark.parametrize(
    ("taken", "name"),
    [
        ("report of the Ada Lovelace Institute", "Ada Lovelace Institute"),
        ("Convention 189 of the ILO", "ILO"),
        ("International Labour Organization (ILO", "International Labour Organization"),
    ],
)
def test_what_a_model_took_along_is_left_out(taken, name):
    assert trimmed(f"{taken}) said", taken) == [name]


def test_a_title_is_not_part_of_the_name_and_says_that_it_is_a_person():
    text = "Ms. Laura Aufrère spoke"
    found = [Found(0, 17, EntityLabel.ORG)]
    (only,) = mentions(Segment(1, "en", text), found, stated(text))
    assert (only.text, only.label, only.announced) == ("Laura Aufrère", EntityLabel.PERSON, True)


def test_a_role_is_not_part_of_the_name_of_a_person():
    text = "Opening by President Macky Sall"
    found = [Found(11, 31, EntityLabel.PERSON)]
    assert [each.text for each in mentions(Segment(1, "en", text), found)] == ["Macky Sall"]


def test_spellings_of_one_name_share_a_key():
    assert key("Université Sorbonne Paris Nord") == key("UNIVERSITE SORBONNE PARIS NORD")


@pytest.mark.parametrize(
    ("language", "text", "expected"),
    [
        ("pt", "visita à Casa do Impacto em Lisboa", ["Casa do Impacto"]),
        ("pt", "Fundação Calouste Gulbenkian", ["Fundação Calouste Gulbenkian"]),
        ("fr", "Université Sorbonne Paris Nord", ["Université Sorbonne Paris Nord"]),
        ("en", "Peter Mwangi, University of Nairobi", ["University of Nairobi"]),
        ("en", "Network Effects and Bank Loans", []),
        ("pt", "Cooperativas de Plataforma", []),
        ("pt", "a fundação de Lisboa", []),
    ],
)
def test_a_head_and_a_name_after_it_state_an_organisation(language, text, expected):
    assert [each.text for each in stated_bodies(Segment(1, language, text))] == expected


def test_a_body_is_told_from_a_notion():
    assert is_of_a_body(key("International Labour Organization"))
    assert not is_of_a_body(key("Social and Solidarity Economy"))
