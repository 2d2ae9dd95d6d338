from __future__ import annotations

import pytest

from pipeline.records.tags import EntityLabel
from pipeline.tag.entities.contacts import addressed, logos
from pipeline.tag.entities.lists import of_one_kind
from pipeline.tag.entities.mentions import Mention, tokens
from pipeline.tag.entities.places import place_named, places_in
from pipeline.tag.entities.roles import in_roles
from pipeline.tag.entities.segments import Segment

ORG, LOC, PERSON = EntityLabel.ORG, EntityLabel.LOC, EntityLabel.PERSON


def segment(text, language="en"):
    return Segment(1, language, text)


def names(mentions):
    return [(mention.text, mention.label) for mention in mentions]


@pytest.mark.parametrize(
    ("text", "people"),
    [
        ("Marta Figueiredo, coordenadora", ["Marta Figueiredo"]),
        ("Aïssatou Diop, présidente de l'union", ["Aïssatou Diop"]),
        ("Grace Wanjiru – finance manager", ["Grace Wanjiru"]),
        ("Photos: Maria Rossi and Tom Hughes", ["Maria Rossi", "Tom Hughes"]),
        ("Président du comité : Ibrahim Coulibaly", ["Ibrahim Coulibaly"]),
        ("Green Wheels, Kisumu", []),
        ("Access to Finance: Director Needed", []),
    ],
)
def test_a_role_or_a_task_announces_people(text, people):
    assert [text[start:end] for start, end, _ in in_roles(text)] == people


@pytest.mark.parametrize(
    ("text", "language", "places"),
    [
        ("Kenya | 1.2 m | 450", "en", ["Kenya"]),
        ("la Côte d'Ivoire et le Sénégal", "fr", ["Côte d'Ivoire", "Sénégal"]),
        (
            "em Moçambique, na África do Sul e em Joanesburgo",
            "pt",
            ["Moçambique", "África do Sul", "Joanesburgo"],
        ),
        ("Nairobi Water Company", "en", []),
        ("Center for Cities", "en", []),
        ("a chad of paper", "en", []),
    ],
)
def test_places_of_the_world_are_known_in_three_languages(text, language, places):
    assert [mention.text for mention in places_in(segment(text, language))] == places


def test_a_place_is_the_same_in_every_language_and_a_country_has_its_code():
    assert place_named("Rome") == place_named("Roma")
    assert place_named("Quénia") == place_named("Kenya") == place_named("Quênia")
    found = filter(None, map(place_named, ("Kenya", "Rome", "Afrique")))
    assert [place.country for place in found] == ["KE", None, None]
    assert place_named("European Union") is None


def test_names_of_a_list_are_of_the_kind_that_most_have():
    text = segment("Alternatives to Uber, Deliveroo and Amazon")
    found = [Mention(text, 16, 20, ORG), Mention(text, 22, 31, PERSON), Mention(text, 36, 42, ORG)]
    assert names(of_one_kind(text, found)) == [("Uber", ORG), ("Deliveroo", ORG), ("Amazon", ORG)]


def test_a_name_that_is_announced_keeps_its_kind_in_a_list():
    text = segment("Bread, Roses and Ms Parks, at Oxfam and Parks")
    found = [Mention(text, 30, 35, ORG), Mention(text, 40, 45, PERSON, announced=True)]
    assert (("Parks", PERSON)) in names(of_one_kind(text, found))


def test_an_address_names_its_owner_and_the_body_behind_it():
    deck = [
        segment("Amina Okafor of Kitui Seeds"),
        segment("amina.okafor@kitui-seeds.org"),
        segment("Key Results"),
    ]
    found = addressed(deck, [tokens(each.text) for each in deck])
    assert names(found) == [("Amina Okafor", PERSON), ("Kitui Seeds", ORG)]


def test_mail_providers_and_examples_name_nobody():
    deck = [segment("Example Yahoo"), segment("info@example.org, info@yahoo.com")]
    assert names(addressed(deck, [tokens(each.text) for each in deck])) == []


def test_a_logo_names_a_body():
    assert names(logos(segment("Logo of the Kitui Seed Savers"))) == [("Kitui Seed Savers", ORG)]
    assert names(logos(segment("Logo du Groupe SOS", "fr"))) == [("Groupe SOS", ORG)]
    assert names(logos(segment("Logo in colour"))) == []
