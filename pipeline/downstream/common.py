"""What the forms of the index share."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from urllib.parse import quote
from uuid import NAMESPACE_URL, UUID, uuid5

from pipeline.records.index import Index, IndexedSession, Resource
from pipeline.records.matches import Role
from pipeline.records.programme import Text, variants


def resources_by_id(index: Index) -> dict[str, Resource]:
    """Return the resources by their ids."""
    return {item.id: item for item in index.resources}


def materials(resources: Mapping[str, Resource], session: IndexedSession) -> Iterator[Resource]:
    """Yield the current materials of a session, given all by id, one per language first."""
    for name in session.materials:
        if resources[name].role is Role.CURRENT:
            yield resources[name]


def one(text: Text | None) -> str:
    """Return a text, the first of one that is given in several languages."""
    return next(variants(text), "")


def address(resource: Resource) -> str:
    """Return the path of a file below the inbox as a relative URL reference (RFC 3986)."""
    return quote(resource.path, safe="/")


def guid(index: Index, name: str) -> UUID:
    """Return an identifier (RFC 4122, version 5) that lasts as long as the ids in the index do."""
    return uuid5(NAMESPACE_URL, f"urn:elective-index:{index.elective.id}:{name}")
