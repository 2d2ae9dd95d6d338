"""Bodies in the places where slides thank them: pages of partners, lines of supporters."""

from __future__ import annotations

import re
from collections.abc import Iterator

from pipeline.records.tags import EntityLabel
from pipeline.tag.entities.mentions import Mention
from pipeline.tag.entities.places import place_named
from pipeline.tag.entities.segments import Segment
from pipeline.text import fold

_UPPER = "A-ZÀ-ÖØ-Þ"
#: Beginnings of folded words that head such a page or line.
_THANKED = (
    r"(?:partner|partenaire|parceir|funder|funded|funding|sponsor|supporter|supported|soutien|apoio|"
    r"financ(?:e?ur|iador|ed by)|donor|bailleur|member|membre|membro|suppli|fournisseur|fornecedor)"
)
_PAGE = re.compile(rf"\b{_THANKED}")
_LINE = re.compile(rf"^(?i:\w*\s?{_THANKED}\w*(?:\s(?:by|de|da|do|par|por))?)\s?:?\s")
_NAME = (
    rf"[{_UPPER}][\w.&'’-]*(?:\s(?:(?:de|da|do|dos|das|du|des|of|for|&|the|la|le|[ld]['’])\s?){{0,2}}"
    rf"[{_UPPER}][\w.&'’-]*){{0,6}}"
)
_FIRST = re.compile(rf"^\W*(?P<name>{_NAME})(?=\s?(?:$|,|\(|:|–|\|))")
_EACH = re.compile(
    rf"(?:^|,\s|\s(?:and|et|e|&)\s)(?:(?:the|la|le|les|a|o|as|os)\s|l['’])?(?P<name>{_NAME})"
    r"(?=\s?(?:$|,|\(|\s(?:and|et|e|&)\s))"
)


def thanked(segment: Segment) -> Iterator[Mention]:
    """Yield the bodies that begin the lines of a page of partners, or stand in a line of them."""
    line = _LINE.match(segment.text)
    if line:
        for match in _EACH.finditer(segment.text[line.end() :]):
            yield from _body(segment, line.end() + match.start("name"), match["name"])
    elif _PAGE.search(segment.heading) and fold(segment.text) != segment.heading:
        first = _FIRST.match(segment.text)
        if first:
            yield from _body(segment, first.start("name"), first["name"])


def _body(segment: Segment, start: int, name: str) -> Iterator[Mention]:
    if place_named(name) is None:
        yield Mention(segment, start, start + len(name), EntityLabel.ORG)
