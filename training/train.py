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
from thinc.api import Config, fix_random_seed

from pipeline.evaluate.entities.sentences import Sentence
from pipeline.tag.entities.loading import load_packaged
from training.compress import fold_vectors
from training.recipe import Data, Model
from training.vectors import with_vectors
from training.warm_start import copy_weights

_WORD = re.compile(r"[^\W\d_](?:[^\W\d_]|['’-])*")
CONFIG = Path(__file__).parent / "config.cfg"


def train(data: Mapping[str, Data], work: Path, *, model: Model, seed: int) -> Language:
    """Return the pipeline that did best on the dev sentences; `work` holds what is made on the way.

    All languages are learnt together: they share names, and what is marked as one. A model that is
    made anew reads words as the tokeniser for any language cuts them, another as it did before.
    """
    work.mkdir(parents=True, exist_ok=True)
    together = {
        name: [sentence for part in data.values() for sentence in getattr(part, name)]
        for name in Data._fields
    }
    nlp = (
        with_vectors(data, _words(together["train"])) if model.anew else load_packaged(model.start)
    )
    nlp.to_disk(work / "vectors")
    for name, sentences in together.items():
        DocBin(docs=_docs(nlp, sentences)).to_disk(work / f"{name}.spacy")
    config = load_config(
        CONFIG,
        {
            "paths.train": str(work / "train.spacy"),
            "paths.dev": str(work / "dev.spacy"),
            "paths.vectors": str(work / "vectors"),
            "system.seed": seed,
            "training.max_steps": model.steps,
            "system.learn_rate": model.rate,
        },
        interpolate=True,
    )
    if model.anew:
        nlp = init_nlp(config)
        copy_weights(spacy.load(model.start), nlp)
    else:
        _taught_on(nlp, config, together["train"])
    shutil.rmtree(work / "model", ignore_errors=True)
    (work / "model").mkdir()
    run_training(nlp, work / "model")
    best = spacy.load(work / "model" / "model-best")
    fold_vectors(best)
    return best


def _taught_on(nlp: Language, config: Config, sentences: Iterable[Sentence]) -> None:
    """Let a trained pipeline learn on as configured, the labels that it does not know too."""
    fix_random_seed(config["training"]["seed"])
    nlp.config["training"] = {**nlp.config["training"], **config["training"]}
    nlp.config["corpora"] = config["corpora"]
    for label in sorted({span.label for sentence in sentences for span in sentence.spans}):
        nlp.get_pipe("ner").add_label(label)  # type: ignore[attr-defined]


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
