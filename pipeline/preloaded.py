"""Loads what all workers read and none changes, when it is imported.

Each dictionary takes up to 0.4 s to open, the sentence model 0.6 s. Processes that are forked from
one that has imported this share them.
"""

from __future__ import annotations

from simplemma import is_known

from pipeline.encode import UniversalSentenceEncoder

for _language in ("en", "fr", "pt"):
    is_known("a", lang=_language, low_memory=True)
UniversalSentenceEncoder().encode(["slides"])
