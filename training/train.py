"""Trains one model from prepared sentences and makes it ready to be shipped."""

from __future__ import annotations

import re
import shutil
from collections.abc import Iterable, Iterator
from pathlib import Path

import spacy
import srsly  # type: ignore[import-untyped]
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
_CONFIG = Path(__file__).parent / "config.cfg"

#: The highest learning rate where training starts from another model's weights.
_SLOW = 0.0007


def train(
    language: str, data: Data, work: Path, *, start: Language | None, steps: int, seed: int
) -> Language:
    """Return the pipeline that did best on the dev sentences; `work` holds what is made on the way.

    Training starts from the weights and labels of `start`, slowly so as to keep what they know.
    """
    work.mkdir(parents=True, exist_ok=True)
    nlp = with_vectors(language, _words(data.train))
    nlp.to_disk(work / "vectors")
    for name, sentences in data._asdict().items():
        DocBin(docs=_docs(nlp, sentences)).to_disk(work / f"{name}.spacy")
    overrides: dict[str, str | int | float] = {
        "nlp.lang": language,
        "paths.train": str(work / "train.spacy"),
        "paths.dev": str(work / "dev.spacy"),
        "paths.vectors": str(work / "vectors"),
        "system.seed": seed,
        "training.max_steps": steps,
    }
    if start is not None:
        overrides["system.learn_rate"] = _SLOW
    config = load_config(_CONFIG, overrides=overrides)
    if start is not None:
        labels = start.get_pipe("ner").label_data  # type: ignore[attr-defined]
        srsly.write_json(work / "labels.json", labels)
        reader = {"@readers": "spacy.read_labels.v1", "path": str(work / "labels.json")}
        config["initialize"]["components"] = {"ner": {"labels": reader}}
    fresh = init_nlp(config)
    if start is not None:
        copy_weights(start, fresh)
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
