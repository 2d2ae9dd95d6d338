"""What one text states about the names in it, before the rest of the deck is heard."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator

from pipeline.tag.entities.bodies import stated_bodies
from pipeline.tag.entities.found import Found
from pipeline.tag.entities.lists import of_one_kind
from pipeline.tag.entities.mentions import Mention
from pipeline.tag.entities.patterns import stated
from pipeline.tag.entities.pieces import Evidence
from pipeline.tag.entities.places import places_in
from pipeline.tag.entities.readings import readings
from pipeline.tag.entities.references import announced_works, referred
from pipeline.tag.entities.roles import in_roles
from pipeline.tag.entities.segments import Segment


def stated_in(segment: Segment, evidence: Collection[Evidence]) -> Iterator[Found]:
    """Yield the names that a text announces, the surest first."""
    if Evidence.REFERENCES in evidence:
        yield from referred(segment.text)
        yield from readings(segment.text, segment.heading)
    if Evidence.FORMS in evidence:
        yield from stated(segment.text)
        yield from in_roles(segment.text)
    if Evidence.REFERENCES in evidence:
        yield from announced_works(segment.text)


def named_by_form(
    segment: Segment, mentions: Iterable[Mention], evidence: Collection[Evidence]
) -> Iterator[Mention]:
    """Yield mentions, then what else the text names by its form."""
    found = list(mentions)
    if Evidence.BODIES in evidence:
        found += stated_bodies(segment)
    if Evidence.PLACES in evidence:
        found += places_in(segment)
    if Evidence.LISTS in evidence:
        return of_one_kind(segment, found)
    return iter(found)
