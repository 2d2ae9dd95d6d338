from __future__ import annotations

import json

import numpy as np
import pytest
import spacy
from spacy.vectors import Vectors

from pipeline.evaluate.entities.sentences import Sentence, Span
from training.compress import fold_vectors
from training.publish import publish
from training.recipe import RECIPES
from training.teacher import Teacher

TOK2VEC = """
[nlp]
lang = "pt"
pipeline = ["tok2vec", "ner"]
[components]
[components.tok2vec]
factory = "tok2vec"
[components.tok2vec.model]
@architectures = "spacy.Tok2Vec.v2"
[components.tok2vec.model.embed]
@architectures = "spacy.MultiHashEmbed.v2"
width = 8
attrs = ["NORM"]
rows = [50]
include_static_vectors = true
[components.tok2vec.model.encode]
@architectures = "spacy.MaxoutWindowEncoder.v2"
width = 8
depth = 1
window_size = 1
maxout_pieces = 2
[components.ner]
factory = "ner"
"""


@pytest.fixture
def nlp():
    """An untrained pipeline with word vectors of width 16."""
    pipeline = spacy.util.load_model_from_config(
        spacy.util.Config().from_str(TOK2VEC), auto_fill=True
    )
    words = ("Lisboa", "Porto", "cresce")
    data = np.random.default_rng(1).normal(size=(len(words), 16)).astype("float32")
    pipeline.vocab.vectors = Vectors(strings=pipeline.vocab.strings, data=data, keys=words)
    pipeline.get_pipe("ner").add_label("LOC")
    pipeline.initialize()
    return pipeline


def test_a_model_with_folded_vectors_computes_the_same(nlp):
    def computed():
        return nlp.get_pipe("tok2vec").model.predict([nlp.make_doc("Lisboa cresce muito")])[0]

    before = computed()
    fold_vectors(nlp)
    assert nlp.vocab.vectors.shape == (3, 8)
    assert computed() == pytest.approx(before, abs=1e-6)


def test_a_shipped_model_says_what_it_is_made_from_and_loads_again(nlp, tmp_path):
    fold_vectors(nlp)
    folder = tmp_path / "pt_elective_ner"
    publish(nlp, RECIPES["pt"], folder)
    meta = json.loads((folder / "meta.json").read_text("utf-8"))
    assert meta["license"] == "CC BY-SA 4.0"
    assert "UNER Portuguese-Bosque" in {source["name"] for source in meta["sources"]}
    assert "CC BY-SA 4.0" in (folder / "README.md").read_text("utf-8")
    assert spacy.load(folder).pipe_names == ["tok2vec", "ner"]


def test_every_recipe_is_of_openly_licensed_data_and_none_of_it_is_measured_on():
    open_licences = ("CC BY 4.0", "CC BY-SA", "MIT", "Apache-2.0", "ODC-BY")
    for recipe in RECIPES.values():
        assert all(origin.licence.startswith(open_licences) for origin in recipe.made_from())
        measured = {source.path for source in (*recipe.tests, recipe.dev) if source}
        assert not measured & {source.path for source in (*recipe.sources, *recipe.names)}


def test_the_teacher_adds_dates_and_events_and_leaves_the_marked_names_alone():
    nlp = spacy.blank("en")
    ruler = nlp.add_pipe("entity_ruler")
    patterns = {"Expo 58": "EVENT", "Monday": "DATE", "Alps": "LOC", "Ana": "ORG", "Rome": "GPE"}
    ruler.add_patterns([{"label": label, "pattern": text} for text, label in patterns.items()])
    text = "Ana saw Expo 58 on Monday, the Alps and Rome"
    marked = (Span(0, 3, "PER"), Span(31, 35, "LOC"), Span(40, 44, "LOC"))
    teacher = Teacher(nlp)
    (sentence,) = teacher.completed([Sentence(text, marked)])
    named = [(text[s:e], label) for s, e, label in teacher.translated(sentence).spans]
    assert named == [
        ("Ana", "PERSON"),
        ("Expo 58", "EVENT"),
        ("Monday", "DATE"),
        ("Alps", "LOC"),
        ("Rome", "GPE"),
    ]
