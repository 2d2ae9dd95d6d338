"""What the words before a name say it is, where nothing announces it."""

from __future__ import annotations

import re
from collections.abc import Sequence

from pipeline.records.tags import EntityLabel
from pipeline.tag.entities.mentions import Mention

#: Whoever does something stands after these, and no place does.
_AGENT = re.compile(
    r"(?<!\w)(?:by|par|chez|pel[oa]s?)(?:\s(?:the|la|le|les)|\sl['’])?\s?$", re.IGNORECASE
)


def likely_label(label: EntityLabel, mentions: Sequence[Mention]) -> EntityLabel:
    """Return the label of a name: what does something is a body, not a place."""
    if label is not EntityLabel.LOC or any(mention.announced for mention in mentions):
        return label
    return EntityLabel.ORG if any(map(_is_agent, mentions)) else label


def _is_agent(mention: Mention) -> bool:
    return bool(_AGENT.search(mention.segment.text[: mention.start]))
