from __future__ import annotations

import json
from pathlib import Path

import numpy as np
import pytest
import spacy
from spacy.vectors import Vectors

import training
from pipeline.evaluate.entities import corpora
from pipeline.evaluate.entities.sentences import Sentence, Span
from pipeline.tag.entities.loading import load_own
from training.compress import fold_vectors
from training.publish import publish
from training.recipe import MODELS, Data
from training.silver import tagged_by
from training.train import CONFIG, train
from training.warm_start import copy_weights

#: Our own texts are both, a deck for a deck.
OWN = {str(folder) for folder in (Path(training.__file__).parent / "texts").iterdir()}
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
    publish(nlp, MODELS["elective_ner"], folder)
    meta = json.loads((folder / "meta.json").read_text("utf-8"))
    assert meta["license"] == "CC BY-SA 4.0"
    assert "UNER Portuguese-Bosque" in {source["name"] for source in meta["sources"]}
    assert "CC BY-SA 4.0" in (folder / "README.md").read_text("utf-8")
    assert load_own(folder).pipe_names == ["tok2vec", "ner"]


@pytest.mark.parametrize("model", MODELS.values(), ids=lambda model: model.name)
def test_every_model_is_of_openly_licensed_data_and_none_of_it_is_measured_on(model):
    open_licences = ("CC BY 4.0", "CC BY-SA", "MIT", "Apache-2.0", "ODC-BY", "LGPL-LR")
    assert all(origin.licence.startswith(open_licences) for origin in model.made_from)
    if any("BY-SA" in origin.licence for origin in model.made_from):
        assert "BY-SA" in model.licence
    for recipe in model.recipes:
        measured = {source.path for source in (*recipe.tests, *recipe.dev)} - OWN
        assert not measured & {source.path for source in (*recipe.sources, *recipe.names)}


def test_what_a_pipeline_finds_is_what_its_successor_learns_from(tmp_path):
    file = tmp_path / "train"
    file.write_text("fr:Victor\tO\nfr:Hugo\tO\nfr:à\tO\nfr:Paris\tO\n", "utf-8")
    (sentence,) = tagged_by("fr_core_news_md", corpora.wikiann)(file)
    assert sentence == Sentence("Victor Hugo à Paris", (Span(0, 11, "PER"), Span(14, 19, "LOC")))


def test_a_pipeline_that_is_taught_on_learns_new_labels_and_keeps_what_it_knew(tmp_path):
    model = MODELS["elective_ner_fr"]._replace(steps=1)
    film = Sentence("Le film Bamako", (Span(8, 14, "WORK"),))
    data = {"fr": Data(train=(film,), dev=(film,))}
    train(data, tmp_path, model=model, seed=1).to_disk(tmp_path / "small")
    nlp = load_own(tmp_path / "small")
    assert {"PER", "WORK"} <= set(nlp.get_pipe("ner").labels)
    assert [(str(each), each.label_) for each in nlp("Victor Hugo à Paris").ents] == [
        ("Victor Hugo", "PER"),
        ("Paris", "LOC"),
    ]


def test_training_starts_from_what_another_model_knows_of_the_same_names():
    source = spacy.load(MODELS["elective_ner"].start)
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
    gains = [
        [layer.get_param("G").mean() for layer in model.walk() if layer.name == "layernorm"]
        for model in (source.get_pipe("ner").model, target.get_pipe("tok2vec").model)
    ]
    on_top = len(gains[1]) - len(gains[0])
    assert gains[1] == pytest.approx([*gains[0], *on_top * [0.1]]), "new layers change little"


def _actions(ner):
    """The number of each action of a recogniser, and the weights of its last layer."""
    numbers = {ner.moves.get_class_name(number): number for number in range(ner.moves.n_moves)}
    return numbers, ner.model.layers[-1].get_param("W")
