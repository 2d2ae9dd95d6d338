from __future__ import annotations

from pathlib import Path

import pytest

from training.check_vocabulary import faults_of, main

OWN = Path("pipeline/tag/vocabulary/sse.ttl")
SCHEME = """
@prefix skos: <http://www.w3.org/2004/02/skos/core#> .
@prefix : <https://example.org/> .
:s a skos:ConceptScheme ; skos:prefLabel "Things"@en ; skos:hasTopConcept :a .
:a a skos:Concept ; skos:inScheme :s ; skos:topConceptOf :s ; skos:prefLabel "food"@en .
:b a skos:Concept ; skos:inScheme :s ; skos:broader :a ; skos:prefLabel "bread"@en .
"""


def faults_with(tmp_path: Path, more: str) -> str:
    file = tmp_path / "scheme.ttl"
    file.write_text(SCHEME + more, encoding="utf-8")
    return " ".join(faults_of(file))


def test_our_own_vocabulary_is_faultless() -> None:
    assert faults_of(OWN) == []


@pytest.mark.parametrize(
    ("more", "fault"),
    [
        ("", ""),
        (":a skos:broader :b .", "cycle"),
        (":a skos:related :b .", "both"),
        (':b skos:prefLabel "loaf"@en .', "more than one prefLabel"),
        (':b skos:altLabel "bread"@en .', "both prefLabel and altLabel"),
        (":c a skos:Concept ; skos:inScheme :s ; skos:broader :b , :a .", "redundant"),
    ],
)
def test_a_fault_of_the_standard_is_found(tmp_path: Path, more: str, fault: str) -> None:
    found = faults_with(tmp_path, more)
    assert fault in found
    assert bool(found) == bool(fault)


def test_a_file_that_is_not_rdf_is_a_fault(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    file = tmp_path / "scheme.ttl"
    file.write_text("not rdf", encoding="utf-8")
    assert main([str(file), str(OWN)]) == 1
    assert "scheme.ttl" in capsys.readouterr().err
