"""What a model or a pattern finds in one text."""

from __future__ import annotations

from typing import NamedTuple

from pipeline.records.tags import EntityLabel


class Found(NamedTuple):
    """A name in a text, by character offsets, end exclusive."""

    start: int
    end: int
    label: EntityLabel
