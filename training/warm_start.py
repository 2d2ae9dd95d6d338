"""Starts training from the weights of a model that has read much more text than we have."""

from __future__ import annotations

from typing import Any

import numpy as np
from spacy.language import Language
from thinc.api import Model


def copy_tok2vec(source: Language, target: Language) -> None:
    """Give `target`'s tok2vec the weights of the one inside `source`'s entity recogniser.

    Both are of one architecture, except that the target also reads word vectors: what mixes them
    in starts at its random weights.
    """
    given = source.get_pipe("ner").model.get_ref("tok2vec")  # type: ignore[attr-defined]
    taken = target.get_pipe("tok2vec").model  # type: ignore[attr-defined]
    for name in ("hashembed", "maxout", "layernorm"):
        pairs = zip(_layers(given, name), _layers(taken, name), strict=True)
        for old, new in pairs:
            for parameter in old.param_names:
                new.set_param(parameter, _widened(old, new, parameter))


def _layers(model: Model[Any, Any], name: str) -> list[Model[Any, Any]]:
    return [node for node in model.walk() if node.name == name]


def _widened(old: Model[Any, Any], new: Model[Any, Any], parameter: str) -> Any:
    weights = old.get_param(parameter)
    if not new.has_param(parameter) or new.get_param(parameter).shape == weights.shape:
        return weights
    merged = new.get_param(parameter).copy()
    merged[..., : weights.shape[-1]] = weights
    return np.ascontiguousarray(merged)
