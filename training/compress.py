"""Makes a trained model small without changing what it finds."""

from __future__ import annotations

from itertools import islice
from typing import Any

import numpy as np
from spacy.language import Language
from spacy.vectors import Vectors  # type: ignore[import-not-found]
from thinc.api import Model

#: So many words keep their vector, the frequent ones first: a model is to stay under 15 MB.
_WORDS = 300_000


def fold_vectors(nlp: Language) -> None:
    """Replace the word vectors by what the model makes of them.

    The model multiplies each vector of width 512 by a matrix of its own before it does anything
    else. The products, of the model's width, take their place, and the identity the matrix's: the
    model computes the same numbers, but for the rounding to half precision, in which the products
    are kept. Whoever loads the model widens them again. Only rare words lose theirs.
    """
    models: list[Model[Any, Any]] = [pipe.model for _, pipe in nlp.pipeline]  # type: ignore[attr-defined]
    (layer,) = (node for each in models for node in each.walk() if node.name == "static_vectors")
    weights = layer.get_param("W")
    old = nlp.vocab.vectors
    products = np.ascontiguousarray(old.data @ weights.T, dtype=np.float16)
    new = Vectors(strings=nlp.vocab.strings, data=products, name=old.name)
    for key, row in islice(old.key2row.items(), _WORDS):
        new.add(key, row=row)
    nlp.vocab.vectors = new
    layer.set_param("W", None)
    layer.set_dim("nM", weights.shape[0], force=True)
    layer.set_param("W", np.eye(weights.shape[0], dtype=weights.dtype))
