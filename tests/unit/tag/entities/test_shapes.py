from __future__ import annotations

import pytest

from pipeline.records.tags import EntityLabel
from pipeline.tag.entities.acronyms import acronyms
from pipeline.tag.entities.mentions import Mention
from pipeline.tag.entities.partners import thanked
from pipeline.tag.entities.segments import Segment
from pipeline.tag.entities.shapes import likely_label

ORG, LOC = EntityLabel.ORG, EntityLabel.LOC


def mention(name, label, text=None, language="en", announced=False):
    segment = Segment(1, language, text or name)
    start = segment.text.index(name)
    return Mention(segment, start, start + len(name), label, announced)


def test_what_does_something_is_no_place():
    assert likely_label(LOC, [mention("Arvalis", LOC, "Essais conduits par Arvalis", "fr")]) is ORG
    assert likely_label(LOC, [mention("Arvalis", LOC, "Essais à Arvalis", "fr")]) is LOC


def test_what_is_announced_stays_as_it_is():
    given = mention("Arvalis", LOC, "Essais par Arvalis", "fr", announced=True)
    assert likely_label(LOC, [given]) is LOC


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("Trials with IRRI and the FAO", ["IRRI", "FAO"]),
        ("RIPESS Europe, comité scientifique", ["RIPESS Europe"]),
        ("Chapter XIV of the BEST guide", []),
        ("Mekong IRRI Trials", []),
        ("FAO, ILO", ["FAO", "ILO"]),
        ("They asked whether the trials with IRRI will go on", []),
        ("QUI SONT LES MEMBRES DU MIRAP", []),
    ],
)
def test_acronyms_are_found_where_other_words_are_not_in_capitals(text, names):
    assert [each.text for each in acronyms(Segment(1, "en", text))] == names


@pytest.mark.parametrize(
    ("text", "heading", "names"),
    [
        (
            "Partners: City of Kisumu, Equity Bank and Oxfam",
            "",
            ["City of Kisumu", "Equity Bank", "Oxfam"],
        ),
        ("Parceiros: Montepio e Casa do Impacto", "", ["Montepio", "Casa do Impacto"]),
        ("Oikocredit (Amersfoort)", "nos partenaires", ["Oikocredit"]),
        ("Kenya, 2019", "our partners", []),
        ("Our Partners", "our partners", []),
        ("They help us with seeds", "our partners", []),
        ("Equity Bank", "results", []),
    ],
)
def test_partners_are_bodies(text, heading, names):
    found = list(thanked(Segment(1, "en", text, heading)))
    assert [each.text for each in found] == names
    assert {each.label for each in found} <= {ORG}
