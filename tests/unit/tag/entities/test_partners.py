from __future__ import annotations

import pytest

from pipeline.records.tags import EntityLabel
from pipeline.tag.entities.acronyms import acronyms
from pipeline.tag.entities.partners import thanked
from pipeline.tag.entities.segments import Segment


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
    assert {each.label for each in found} <= {EntityLabel.ORG}
