"""The index as linked data: schema.org's `EducationEvent` with its presentations, JSON-LD 1.1.

The context stands in the document itself, so that a reader fetches nothing.
"""

from __future__ import annotations

from collections.abc import Sequence, Sized
from typing import Any

from pipeline.downstream.common import address, materials, one, resources_by_id
from pipeline.records.index import Index, IndexedSession, Resource, Speaker
from pipeline.records.programme import Text
from pipeline.records.tags import Theme

CONTEXT = {"@vocab": "https://schema.org/"}

Node = dict[str, Any]


def as_jsonld(index: Index) -> Node:
    """Return the elective as a JSON-LD document; what is not known is left out."""
    return {"@context": CONTEXT, **_Writer(index).elective()}


class _Writer:
    """Makes the nodes; people and themes are described where they first stand, then referred to."""

    def __init__(self, index: Index) -> None:
        self._index = index
        self._resources = resources_by_id(index)
        self._described: set[str] = set()

    def elective(self) -> Node:
        elective = self._index.elective
        return _filled(
            {
                "@type": "EducationEvent",
                "@id": f"#{elective.id}",
                "identifier": None if elective.number is None else str(elective.number),
                "name": _text(elective.title) or _text(elective.event) or elective.id,
                "superEvent": _filled({"@type": "EducationEvent", "name": _text(elective.event)}),
                "startDate": elective.start,
                "endDate": elective.end,
                "inLanguage": list(elective.languages),
                "organizer": [self._person(person) for person in elective.coordinators],
                "about": self._themes(elective.themes),
                "subEvent": [self._session(session) for session in self._index.sessions],
            }
        )

    def _session(self, session: IndexedSession) -> Node:
        return _filled(
            {
                "@type": "EducationEvent",
                "@id": f"#{session.id}",
                "identifier": session.id,
                "name": _text(session.title) or session.id,
                "description": _text(session.abstract),
                "startDate": session.date,
                "inLanguage": list(session.languages.available),
                "performer": [self._person(person) for person in session.speakers],
                "about": self._themes(session.themes),
                "workFeatured": [
                    self._presentation(item, session)
                    for item in materials(self._resources, session)
                ],
            }
        )

    def _presentation(self, item: Resource, session: IndexedSession) -> Node:
        group = item.translation_group
        others = (other for other in materials(self._resources, session) if other.id != item.id)
        return _filled(
            {
                "@type": ["PresentationDigitalDocument", "LearningResource"],
                "@id": f"#{item.id}",
                "identifier": item.id,
                "name": item.title or item.path,
                "inLanguage": item.language.tag,
                "learningResourceType": "presentation",
                "materialExtent": f"{item.pages} pages",
                "creator": [self._person(person) for person in session.speakers],
                "keywords": list(item.keyphrases),
                "about": self._themes(item.themes),
                "workTranslation": [
                    {"@id": f"#{other.id}"}
                    for other in others
                    if group and other.translation_group == group
                ],
                "encoding": {
                    "@type": "MediaObject",
                    "contentUrl": address(item),
                    "encodingFormat": item.media_type,
                    "contentSize": f"{item.size} B",
                    "sha256": item.sha256,
                },
            }
        )

    def _person(self, person: Speaker) -> Node:
        affiliation = person.affiliation and {"@type": "Organization", "name": person.affiliation}
        told = {"@type": "Person", "name": person.name, "affiliation": affiliation}
        return self._once(f"#{person.id}", told)

    def _themes(self, themes: Sequence[Theme]) -> list[Node]:
        scheme = self._index.generator.vocabulary
        return [
            self._once(
                theme.id,
                {
                    "@type": "DefinedTerm",
                    "name": _text(theme.label),
                    "inDefinedTermSet": {"@id": scheme},
                },
            )
            for theme in themes
        ]

    def _once(self, name: str, told: Node) -> Node:
        """Return the whole node at first, and after that a reference to it."""
        if name in self._described:
            return {"@id": name}
        self._described.add(name)
        return {"@id": name, **_filled(told)}


def _text(text: Text | None) -> object:
    """Return a text, with its language where it is given in several."""
    if isinstance(text, dict):
        return [{"@value": words, "@language": tag} for tag, words in text.items()]
    return one(text) or None


def _filled(node: Node) -> Node:
    """Return the node without what is empty; {} where nothing but its type is left."""
    kept = {name: value for name, value in node.items() if not _is_empty(value)}
    return kept if set(kept) - {"@type"} else {}


def _is_empty(value: object) -> bool:
    return value is None or (isinstance(value, Sized) and not len(value))
