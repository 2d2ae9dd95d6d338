from __future__ import annotations

import pytest

from pipeline.tag.entities.acronyms import acronyms
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
