from __future__ import annotations

from pathlib import Path

import pytest

from pipeline.tag import compile_vocabulary
from training.check_vocabulary import faults_of
from training.eurovoc_to_skos import main

YAML = """
title: {fr: EuroVoc, en: EuroVoc}
issued: '2021-06-04'
concepts:
  337:
    inScheme: [100141, 100278]
    topConceptOf: [100141, 100278]
    prefLabel: {en: regions of Denmark, fr: régions du Danemark}
    narrower: [1]
  1:
    inScheme: [100141]
    prefLabel: {en: Århus (county)}
    altLabel: {en: [Aarhus]}
    scopeNote: {en: [The county before 2007.]}
    broader: [337]
"""
EUROVOC = Path(__file__).parents[4] / "shared" / "corpus" / "vocab" / "eurovoc" / "eurovoc.yaml"


def test_labels_notes_and_hierarchy_are_kept(tmp_path: Path) -> None:
    source, target = tmp_path / "eurovoc.yaml", tmp_path / "eurovoc.ttl"
    source.write_text(YAML, encoding="utf-8")
    assert main([str(source), str(target)]) == 0
    vocabulary = compile_vocabulary(target)
    assert vocabulary.id == "http://eurovoc.europa.eu/100141"
    assert vocabulary.version == "2021-06-04"
    assert [concept.id[-4:] for concept in vocabulary.concepts] == ["eu/1", "/337"]
    assert vocabulary.concepts[0].meanings == ("Århus (county); Aarhus. The county before 2007.",)
    assert vocabulary.concepts[1].specificity < vocabulary.concepts[0].specificity
    assert faults_of(target) == []


def test_two_paths_are_asked_for(capsys: pytest.CaptureFixture[str]) -> None:
    assert main([]) == 2
    assert "eurovoc.yaml" in capsys.readouterr().err


@pytest.mark.corpus
def test_all_of_eurovoc_compiles_after_its_conversion(tmp_path: Path) -> None:
    if not EUROVOC.exists():
        pytest.skip("EuroVoc is not in ../shared/corpus")
    target = tmp_path / "eurovoc.ttl"
    assert main([str(EUROVOC), str(target)]) == 0
    vocabulary = compile_vocabulary(target)
    assert len(vocabulary.concepts) > 7000
    assert {phrase.language for phrase in vocabulary.phrases} == {"en", "fr"}
