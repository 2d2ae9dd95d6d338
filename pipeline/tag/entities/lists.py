"""Names in a list are of one kind: 'Bayer, Corteva and ChemChina'."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence

from pipeline.records.tags import EntityLabel
from pipeline.tag.entities.mentions import Mention
from pipeline.tag.entities.segments import Segment

_UPPER = "A-ZÀ-ÖØ-Þ"
_NAME = (
    rf"[{_UPPER}][\w.&'’-]*"
    rf"(?:\s(?:(?:de|da|do|dos|das|du|des|of|&)\s)?[{_UPPER}0-9][\w.&'’-]*){{0,5}}"
)
#: What may stand before a name in a list: 'de la Nef', 'à Glovo'.
_BEFORE = (
    r"(?:(?:of|in|to|with|by|from|de|du|des|da|do|das|dos|en|em|à|aux?|pela?|com|avec)\s)?"
    r"(?:(?:the|la|le|les|a|o|as|os)\s|[ld]['’])?"
)
_LIST = re.compile(
    rf"(?<!\w)(?P<first>{_NAME})(?P<more>(?:,\s{_BEFORE}{_NAME})*),?\s(?:and|or|et|ou|e|y)\s{_BEFORE}"
    rf"(?P<last>{_NAME})"
)
_ITEM = re.compile(rf",\s{_BEFORE}(?P<name>{_NAME})")


def of_one_kind(segment: Segment, mentions: Sequence[Mention]) -> Iterator[Mention]:
    """Yield mentions with the label that most names of their list have, and those not found.

    A list is what an 'and' closes; it must hold three names, or two of which one was found. A name
    that is announced keeps its label.
    """
    changed: dict[tuple[int, int], Mention] = {}
    for match in _LIST.finditer(segment.text):
        spans = [match.span("first"), match.span("last")]
        spans[1:1] = [
            each.span("name")
            for each in _ITEM.finditer(segment.text, match.start("more"), match.end("more"))
        ]
        found = {
            span: next((m for m in mentions if (m.start, m.end) == span), None) for span in spans
        }
        if any(
            m.start < end and start < m.end and (m.start, m.end) != (start, end)
            for m in mentions
            for start, end in spans
        ):
            continue
        votes = Counter(mention.label for mention in found.values() if mention)
        label, count = max(
            votes.items(), key=lambda vote: (vote[1], vote[0] is EntityLabel.ORG), default=(None, 0)
        )
        if label is None or label is EntityLabel.WORK or 2 * count < len(spans):
            continue
        for span, mention in found.items():
            if mention is None or not mention.announced:
                changed[span] = Mention(segment, *span, label)
    for mention in mentions:
        yield changed.pop((mention.start, mention.end), mention)
    yield from changed.values()
