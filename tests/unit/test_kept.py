from __future__ import annotations

from collections.abc import Callable, Sequence
from pathlib import Path

import numpy as np
import pytest

from pipeline.encode import Vectors
from pipeline.kept import (
    COMPILED,
    KeptEncoder,
    compiled_form,
    compiled_with_vectors,
    kept_vocabulary,
)
from pipeline.records.errors import VocabularyError
from pipeline.settings import OWN_VOCABULARY
from pipeline.store import Store

VOCABULARY = """
@prefix skos: <http://www.w3.org/2004/02/skos/core#> .
<https://example.org/s> a skos:ConceptScheme ; skos:prefLabel "Mutual aid"@en .
<https://example.org/s/1> a skos:Concept ; skos:inScheme <https://example.org/s> ;
  skos:prefLabel "{label}"@en .
"""


class LetterCounts:
    """An encoder that counts the letters a and b, and how often it is asked."""

    size = 2

    def __init__(self, name: str = "letters", factor: float = 1.0) -> None:
        self.name = name
        self.factor = factor
        self.asked = 0

    def encode(self, texts: Sequence[str]) -> Vectors:
        self.asked += 1
        counts = [[text.count("a"), text.count("b")] for text in texts]
        return np.array(counts, dtype=np.float32).reshape(-1, 2) * self.factor


@pytest.fixture
def store(tmp_path: Path) -> Store:
    return Store(tmp_path / "kept", "version-1")


@pytest.fixture
def turtle(tmp_path: Path) -> Path:
    path = tmp_path / "vocabulary.ttl"
    path.write_text(VOCABULARY.format(label="Time bank"), encoding="utf-8")
    return path


def test_texts_are_encoded_once_over_all_runs(store: Store) -> None:
    encoder = LetterCounts()
    first = KeptEncoder(encoder, store).encode(["aab", "b"])
    again = KeptEncoder(encoder, store).encode(["aab", "b"])
    assert first.tolist() == again.tolist() == [[2, 1], [0, 1]]
    assert encoder.asked == 1


def test_the_first_run_gets_the_same_precision_as_the_next(store: Store) -> None:
    encoder = LetterCounts(factor=1 / 3)
    first = KeptEncoder(encoder, store).encode(["a"])
    assert first.tolist() == KeptEncoder(encoder, store).encode(["a"]).tolist()


@pytest.mark.parametrize("others", [["b", "a"], ["a"], ["a", "b", ""], ["a\0b"], ["ab"], []])
def test_other_texts_are_encoded_anew(store: Store, others: list[str]) -> None:
    KeptEncoder(LetterCounts(), store).encode(["a", "b"])
    kept = KeptEncoder(LetterCounts(), store).encode(others)
    assert kept.tolist() == LetterCounts().encode(others).tolist()


def test_vectors_of_another_encoder_are_not_taken_for_its_own(store: Store) -> None:
    KeptEncoder(LetterCounts(), store).encode(["a"])
    other = KeptEncoder(LetterCounts("double letters", factor=2), store)
    assert other.encode(["a"]).tolist() == [[2, 0]]


def test_a_vocabulary_is_compiled_once_for_the_same_file(store: Store, turtle: Path) -> None:
    compiled = kept_vocabulary(turtle, store)
    assert compiled.id == "https://example.org/s"
    assert compiled.concepts[0].label == {"en": "Time bank"}
    (kept,) = (path for path in turtle.parent.rglob("*.msgpack"))
    before = kept.stat().st_mtime_ns
    assert kept_vocabulary(turtle, store) == compiled
    assert kept.stat().st_mtime_ns == before


def test_a_vocabulary_that_was_edited_is_compiled_anew(store: Store, turtle: Path) -> None:
    kept_vocabulary(turtle, store)
    turtle.write_text(VOCABULARY.format(label="Repair café"), encoding="utf-8")
    assert kept_vocabulary(turtle, store).concepts[0].label == {"en": "Repair café"}


def test_a_vocabulary_whose_kept_form_is_damaged_is_compiled_anew(
    store: Store, turtle: Path
) -> None:
    compiled = kept_vocabulary(turtle, store)
    for path in turtle.parent.rglob("*.msgpack"):
        path.write_bytes(b"\x00")
    assert kept_vocabulary(turtle, store) == compiled


def test_a_compiled_form_beside_a_vocabulary_is_taken_as_it_is(store: Store, turtle: Path) -> None:
    compiled = compiled_with_vectors(turtle)
    turtle.with_suffix(COMPILED).write_bytes(compiled_form(turtle, compiled))
    assert kept_vocabulary(turtle, store) == compiled
    assert list(turtle.parent.rglob("*.msgpack")) == [turtle.with_suffix(COMPILED)]


@pytest.mark.parametrize("spoil", [lambda _: b"no MessagePack", lambda form: form[:100]])
def test_a_damaged_form_beside_a_vocabulary_is_passed_over(
    store: Store, turtle: Path, spoil: Callable[[bytes], bytes]
) -> None:
    compiled = compiled_with_vectors(turtle)
    turtle.with_suffix(COMPILED).write_bytes(spoil(compiled_form(turtle, compiled)))
    assert kept_vocabulary(turtle, store) == compiled


def test_a_form_of_an_older_vocabulary_is_passed_over(store: Store, turtle: Path) -> None:
    form = compiled_form(turtle, compiled_with_vectors(turtle))
    turtle.with_suffix(COMPILED).write_bytes(form)
    turtle.write_text(VOCABULARY.format(label="Repair café"), encoding="utf-8")
    assert kept_vocabulary(turtle, store).concepts[0].label == {"en": "Repair café"}


def test_our_vocabulary_comes_compiled(store: Store, tmp_path: Path) -> None:
    assert kept_vocabulary(OWN_VOCABULARY, store).concepts
    assert not list(tmp_path.rglob("*.msgpack"))


def test_a_broken_vocabulary_is_refused_and_not_kept(store: Store, turtle: Path) -> None:
    turtle.write_text("this is no Turtle", encoding="utf-8")
    with pytest.raises(VocabularyError):
        kept_vocabulary(turtle, store)
    assert not list(turtle.parent.rglob("*.msgpack"))
