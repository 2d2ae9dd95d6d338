"""Starts training from the weights of a model that has read much more text than we have."""

from __future__ import annotations

from typing import Any

import numpy as np
from spacy.language import Language
from thinc.api import Model

_Layers = list[Model[Any, Any]]

#: How the other model, which has the labels of OntoNotes, calls ours.
_ONTONOTES = {"PER": "PERSON", "ORG": "ORG", "LOC": "GPE", "WORK": "WORK_OF_ART"}

#: What a layer on top adds to what the layers below it say, before it has learnt anything.
_AT_FIRST = 0.1


def copy_weights(source: Language, target: Language) -> None:
    """Give `target` the weights of `source`'s entity recogniser.

    Both are of one architecture, except that `target` also reads word vectors and may have more
    layers: what mixes the vectors in, and the layers on top, keep their random weights. Of the
    last layer it takes what scores the labels that it has.
    """
    given = list(source.get_pipe("ner").model.walk())  # type: ignore[attr-defined]
    reader = target.get_pipe("tok2vec").model  # type: ignore[attr-defined]
    taken = [*target.get_pipe("ner").model.walk(), *reader.walk()]  # type: ignore[attr-defined]
    rows = _rows(source.get_pipe("ner"), target.get_pipe("ner"))
    for name in ("hashembed", "maxout", "layernorm", "precomputable_affine", "linear"):
        known, wanted = _called(given, name), _called(taken, name)
        for old, new in zip(known, wanted, strict=False):
            for parameter in old.param_names:
                weights: Any = old.get_param(parameter)
                if old.get_dim("nO") != new.get_dim("nO"):
                    weights = weights[rows]
                new.set_param(parameter, _widened(weights, new.get_param(parameter)))
        for new in wanted[len(known) :] if name == "layernorm" else ():
            new.set_param("G", new.get_param("G") * _AT_FIRST)


def _called(layers: _Layers, name: str) -> _Layers:
    return [layer for layer in layers if layer.name == name]


def _rows(source: Any, target: Any) -> list[int]:
    """Return which action of the source is each of the target's: B-PERSON for B-PER."""
    known = {source.moves.get_class_name(i): i for i in range(source.moves.n_moves)}
    names = (target.moves.get_class_name(i) for i in range(target.moves.n_moves))
    parts = (name.partition("-") for name in names)
    return [known[f"{move}{dash}{_ONTONOTES.get(label, label)}"] for move, dash, label in parts]


def _widened(weights: Any, random: Any) -> Any:
    if random.shape == weights.shape:
        return weights
    return np.concatenate([weights, random[..., weights.shape[-1] :]], axis=-1)
