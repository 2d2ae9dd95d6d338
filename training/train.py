"""Trains one model from prepared sentences and makes it ready to be shipped."""

from __future__ import annotations

import re
import shutil
from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path

import spacy
from spacy.language import Language
from spacy.tokens import Doc, DocBin
from spacy.training.initialize import init_nlp
from spacy.training.loop import train as run_training
from spacy.util import filter_spans, load_config

from pipeline.evaluate.entities.sentences import Sentence
from training.compress import fold_vectors
from training.recipe import Data
from training.vectors import with_vectors
from training.warm_start import copy_weights

_WORD = re.compile(r"[^\W\d_](?:[^\W\d_]|['’-])*")
CONFIG = Path(__file__).parent / "config.cfg"


def train(data: Mapping[str, Data], work: Path, *, start: str, steps: int, seed: int) -> Language:
    """Return the pipeline that did best on the dev sentences; `work` holds what is made on the way.

    All languages are learnt together, word by word as the tokeniser for any language cuts them:
    they share names, and what is marked as one. Training starts from the weights of `start`, an
    installed pipeline.
    """
    work.mkdir(parents=True, exist_ok=True)
    together = {
        name: [sentence for part in data.values() for sentence in getattr(part, name)]
        for name in Data._fields
    }
    nlp = with_vectors(data, _words(together["train"]))
    nlp.to_disk(work / "vectors")
    for name, sentences in together.items():
        DocBin(docs=_docs(nlp, sentences)).to_disk(work / f"{name}.spacy")
    overrides: dict[str, str | int | float] = {
        "paths.train": str(work / "train.spacy"),
        "paths.dev": str(work / "dev.spacy"),
        "paths.vectors": str(work / "vectors"),
        "system.seed": seed,
        "training.max_steps": steps,
    }
    fresh = init_nlp(load_config(CONFIG, overrides=overrides))
    copy_weights(spacy.load(start), fresh)
    shutil.rmtree(work / "model", ignore_errors=True)
    (work / "model").mkdir()
    run_training(fresh, work / "model")
    best = spacy.load(work / "model" / "model-best")
    fold_vectors(best)
    return best


def _words(sentences: Iterable[Sentence]) -> Iterator[str]:
    for sentence in sentences:
        yield from _WORD.findall(sentence.text)


def _docs(nlp: Language, sentences: Iterable[Sentence]) -> Iterable[Doc]:
    """Tokenise as the tagger will; a name that begins or ends inside a token takes all of it."""
    for sentence in sentences:
        doc = nlp.make_doc(sentence.text)
        spans = (doc.char_span(*span, alignment_mode="expand") for span in sentence.spans)
        doc.set_ents(filter_spans([span for span in spans if span is not None]))
        yield doc
