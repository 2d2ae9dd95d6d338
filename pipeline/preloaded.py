"""Loads what all workers need and none changes, when it is imported: in all a second.

Processes that are forked from one that has imported this share it.
"""

from __future__ import annotations

import spacy  # noqa: F401

import pipeline.annotator
import pipeline.reader  # noqa: F401
from pipeline.encode import UniversalSentenceEncoder

UniversalSentenceEncoder().encode(["slides"])
