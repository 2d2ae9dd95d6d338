"""Finds the people, organisations, places, events and works that a deck names."""

from __future__ import annotations

from pipeline.tag.entities.tagger import EntityTagger, load_entity_tagger

__all__ = ["EntityTagger", "load_entity_tagger"]
