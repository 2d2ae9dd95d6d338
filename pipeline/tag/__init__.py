"""Tag: the named entities, themes and keyphrases of a deck, and of an elective together."""

from __future__ import annotations

from pipeline.encode import Vectors
from pipeline.records.decks import Deck, DeckLanguage
from pipeline.records.tags import Tags
from pipeline.tag.entities import (
    DeckNames,
    EntityTagger,
    compared,
    load_entity_tagger,
    programme_names,
)
from pipeline.tag.keyphrases import KeyphraseTagger
from pipeline.tag.names import Names, gather_names
from pipeline.tag.themes import (
    ThemeTagger,
    Vocabulary,
    compile_vocabulary,
    roll_up,
    with_vectors,
)

__all__ = [
    "DeckNames",
    "EntityTagger",
    "KeyphraseTagger",
    "Names",
    "ThemeTagger",
    "Vocabulary",
    "compared",
    "compile_vocabulary",
    "gather_names",
    "load_entity_tagger",
    "model_versions",
    "programme_names",
    "roll_up",
    "tag",
    "with_vectors",
]


def tag(
    deck: Deck,
    language: DeckLanguage,
    entities: EntityTagger,
    themes: ThemeTagger,
    keyphrases: KeyphraseTagger,
    vectors: Vectors | None = None,
) -> Tags:
    """Return all tags of one deck; `vectors` are those of its pages, one each."""
    return Tags(
        entities=entities.tag(deck, language),
        themes=themes.tag(deck, language, vectors),
        keyphrases=keyphrases.tag(deck, language),
    )


def model_versions() -> dict[str, str]:
    """Return the version of every model that tags, by its name."""
    return load_entity_tagger().versions
