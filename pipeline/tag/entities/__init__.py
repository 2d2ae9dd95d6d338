"""Finds the people, organisations, places, events and works that a deck names."""

from __future__ import annotations

from pipeline.tag.entities.elective import DeckNames, compared, programme_names
from pipeline.tag.entities.tagger import EntityTagger, load_entity_tagger

__all__ = ["DeckNames", "EntityTagger", "compared", "load_entity_tagger", "programme_names"]
