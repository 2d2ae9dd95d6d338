"""Starts training from the weights of a model that has read much more text than we have."""

from __future__ import annotations

from typing import Any

import numpy as np
from spacy.language import Language
from thinc.api import Model

_Layers = list[Model[Any, Any]]


def copy_weights(source: Language, target: Language) -> None:
    """Give `target` the weights of `source`'s entity recogniser.

    Both are of one architecture and have the same labels in the same order, except that `target`
    also reads word vectors: what mixes them in keeps its random weights.
    """
    given = list(source.get_pipe("ner").model.walk())  # type: ignore[attr-defined]
    reader = target.get_pipe("tok2vec").model  # type: ignore[attr-defined]
    taken = [*target.get_pipe("ner").model.walk(), *reader.walk()]  # type: ignore[attr-defined]
    for name in ("hashembed", "maxout", "layernorm", "precomputable_affine", "linear"):
        for old, new in zip(_called(given, name), _called(taken, name), strict=True):
            for parameter in old.param_names:
                new.set_param(parameter, _widened(old, new, parameter))


def _called(layers: _Layers, name: str) -> _Layers:
    return [layer for layer in layers if layer.name == name]


def _widened(old: Model[Any, Any], new: Model[Any, Any], parameter: str) -> Any:
    weights: Any = old.get_param(parameter)
    random: Any = new.get_param(parameter)
    if random.shape == weights.shape:
        return weights
    return np.concatenate([weights, random[..., weights.shape[-1] :]], axis=-1)
