"""Loads the dictionaries of our languages when it is imported.

Each takes up to 0.4 s to open, and readers and annotators all ask them. Processes that are forked
from one that has imported this share them.
"""

from __future__ import annotations

from simplemma import is_known

for _language in ("en", "fr", "pt"):
    is_known("a", lang=_language, low_memory=True)
