"""Mistakes in what staff give, which end a run before anything is written."""

from __future__ import annotations


class VocabularyError(Exception):
    """The vocabulary cannot be used; the message tells staff why and what to do."""
