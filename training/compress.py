"""Makes a trained model small without changing what it finds."""

from __future__ import annotations

import numpy as np
from spacy.language import Language
from spacy.vectors import Vectors  # type: ignore[import-not-found]


def fold_vectors(nlp: Language) -> None:
    """Replace the word vectors by what the model makes of them.

    The model multiplies each vector of width 512 by a matrix of its own before it does anything
    else. The products, of the model's width, take their place, and the identity the matrix's: the
    model computes the same numbers, but for the rounding to half precision, in which the products
    are kept. Whoever loads the model widens them again.
    """
    tok2vec = nlp.get_pipe("tok2vec").model  # type: ignore[attr-defined]
    (layer,) = (node for node in tok2vec.walk() if node.name == "static_vectors")
    weights = layer.get_param("W")
    old = nlp.vocab.vectors
    products = np.ascontiguousarray(old.data @ weights.T, dtype=np.float16)
    new = Vectors(strings=nlp.vocab.strings, data=products, name=old.name)
    for key, row in old.key2row.items():
        new.add(key, row=row)
    nlp.vocab.vectors = new
    layer.set_param("W", None)
    layer.set_dim("nM", weights.shape[0], force=True)
    layer.set_param("W", np.eye(weights.shape[0], dtype=weights.dtype))
