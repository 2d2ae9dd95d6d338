"""Makes a trained model small, first without changing what it finds, then hardly."""

from __future__ import annotations

import numpy as np
import numpy.typing as npt
from spacy.language import Language
from spacy.vectors import Vectors  # type: ignore[import-not-found]

#: So many words keep a vector of their own: with it a model is under 15 MB.
_ROWS = 15_000

#: Words whose nearest rows are looked up at a time; it bounds the memory, not the result.
_BATCH = 2_000


def fold_vectors(nlp: Language) -> None:
    """Replace the word vectors by what the model makes of them.

    The model multiplies each vector of width 512 by a matrix of its own before it does anything
    else. The products, of the model's width, take their place, and the identity the matrix's: the
    model computes the same numbers. Words after the first, most frequent ones then share the
    nearest product of those.
    """
    tok2vec = nlp.get_pipe("tok2vec").model  # type: ignore[attr-defined]
    (layer,) = (node for node in tok2vec.walk() if node.name == "static_vectors")
    weights = layer.get_param("W")
    old = nlp.vocab.vectors
    products = np.ascontiguousarray(old.data @ weights.T)
    new = Vectors(strings=nlp.vocab.strings, data=products[:_ROWS], name=old.name)
    rows = _nearest(products)
    for key, row in old.key2row.items():
        new.add(key, row=rows[row])
    nlp.vocab.vectors = new
    layer.set_param("W", None)
    layer.set_dim("nM", weights.shape[0], force=True)
    layer.set_param("W", np.eye(weights.shape[0], dtype=weights.dtype))


def _nearest(products: npt.NDArray[np.float32]) -> list[int]:
    """Return for each row the nearest of the first rows, which are their own."""
    kept = products[:_ROWS]
    squares = (kept**2).sum(axis=1) / 2
    rows = list(range(len(kept)))
    for start in range(_ROWS, len(products), _BATCH):
        batch = products[start : start + _BATCH]
        rows += (batch @ kept.T - squares).argmax(axis=1).tolist()
    return rows
