"""Themes: the concepts of a SKOS vocabulary that a deck speaks of."""

from pipeline.tag.themes.compiling import compile_vocabulary
from pipeline.tag.themes.meaning import with_vectors
from pipeline.tag.themes.rollup import roll_up
from pipeline.tag.themes.tagger import ThemeTagger
from pipeline.tag.themes.vocabulary import Concept, Phrase, Vocabulary

__all__ = [
    "Concept",
    "Phrase",
    "ThemeTagger",
    "Vocabulary",
    "compile_vocabulary",
    "roll_up",
    "with_vectors",
]
