from __future__ import annotations

import pytest

from pipeline.records.tags import EntityLabel
from pipeline.tag.entities.mentions import Mention
from pipeline.tag.entities.segments import Segment
from pipeline.tag.entities.strangers import strangers


def found(text):
    return [(each.text, str(each.label)) for each in strangers([Segment(1, "en", text)], [])]


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("Alternatives to Mobicoop", [("Mobicoop", "ORG")]),
        ("Tournevie, Brussels", [("Tournevie", "ORG")]),
        ("as eólicas no Alvão", [("Alvão", "LOC")]),
        ("drawn by Siobhán Kelleher", [("Siobhán Kelleher", "PERSON")]),
    ],
)
def test_words_that_no_dictionary_knows_are_names(text, names):
    assert found(text) == names


@pytest.mark.parametrize(
    "text",
    [
        "Pourquois rejoindre le groupe",
        "Access to Finance",
        "MOBICOOP PARTAGE LA ROUTE",
        "write to Mobicoop@example.org",
        "l'Accèss au crédit",
    ],
)
def test_opening_words_known_words_capitals_and_addresses_are_none(text):
    assert found(text) == []


def test_what_was_found_already_is_left_to_whoever_found_it():
    segment = Segment(1, "en", "Alternatives to Mobicoop")
    heard = [Mention(segment, 16, 24, EntityLabel.PERSON)]
    assert list(strangers([segment], heard)) == []
