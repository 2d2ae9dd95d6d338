from __future__ import annotations

import json

import numpy as np
import pytest
import spacy
from spacy.vectors import Vectors

from pipeline.tag.entities.loading import load_own
from training.compress import fold_vectors
from training.publish import publish
from training.recipe import RECIPES, START, made_from
from training.train import CONFIG
from training.warm_start import copy_weights

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


def test_a_model_with_folded_vectors_computes_the_same(nlp, tmp_path):
    def computed(nlp):
        return nlp.get_pipe("tok2vec").model.predict([nlp.make_doc("Lisboa cresce muito")])[0]

    before = computed(nlp)
    fold_vectors(nlp)
    nlp.to_disk(tmp_path)
    assert load_own(tmp_path).vocab.vectors.shape == (3, 8)
    assert computed(load_own(tmp_path)) == pytest.approx(before, abs=1e-2)


def test_a_shipped_model_says_what_it_is_made_from_and_loads_again(nlp, tmp_path):
    fold_vectors(nlp)
    folder = tmp_path / "elective_ner"
    publish(nlp, [RECIPES["pt"]], folder)
    meta = json.loads((folder / "meta.json").read_text("utf-8"))
    assert meta["license"] == "CC BY-SA 4.0"
    assert "UNER Portuguese-Bosque" in {source["name"] for source in meta["sources"]}
    assert "CC BY-SA 4.0" in (folder / "README.md").read_text("utf-8")
    assert load_own(folder).pipe_names == ["tok2vec", "ner"]


def test_every_recipe_is_of_openly_licensed_data_and_none_of_it_is_measured_on():
    open_licences = ("CC BY 4.0", "CC BY-SA", "MIT", "Apache-2.0", "ODC-BY")
    origins = made_from(RECIPES.values())
    assert all(origin.licence.startswith(open_licences) for origin in origins)
    for recipe in RECIPES.values():
        measured = {source.path for source in (*recipe.tests, recipe.dev) if source}
        assert not measured & {source.path for source in (*recipe.sources, *recipe.names)}


def test_training_starts_from_what_another_model_knows_of_the_same_names():
    source = spacy.load(START)
    target = spacy.util.load_model_from_config(
        spacy.util.load_config(CONFIG, interpolate=True), auto_fill=True
    )
    target.vocab.vectors = Vectors(shape=(1, 16))
    for label in ("LOC", "ORG", "PER"):
        target.get_pipe("ner").add_label(label)
    target.initialize()
    copy_weights(source, target)
    actions, scores = zip(
        *(_actions(each.get_pipe("ner")) for each in (source, target)), strict=True
    )
    assert scores[1][actions[1]["U-PER"]] == pytest.approx(scores[0][actions[0]["U-PERSON"]])
    assert scores[1][actions[1]["O"]] == pytest.approx(scores[0][actions[0]["O"]])


def _actions(ner):
    """The number of each action of a recogniser, and the weights of its last layer."""
    numbers = {ner.moves.get_class_name(number): number for number in range(ner.moves.n_moves)}
    return numbers, ner.model.layers[-1].get_param("W")
