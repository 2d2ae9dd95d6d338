"""The parts that a part of an Office package refers to."""

from __future__ import annotations

from collections.abc import Iterator

from lxml.etree import _Element as Element

from pipeline.extract.opc import is_external, kind_of, read_part, relationships_name, target_of
from pipeline.extract.safe_xml import parse
from pipeline.extract.zipped import Parts


class Related:
    """The relationships of one part, of the package itself for the name ''."""

    def __init__(self, parts: Parts, part: str) -> None:
        self.parts = parts
        self._part = part
        name = relationships_name(part)
        root = parse(read_part(parts, name)) if name in parts else ()
        self._all = {relationship.get("Id", ""): relationship for relationship in root}

    def address(self, relationship_id: str) -> str:
        """Return the address outside the file that a relationship leads to, '' if inside."""
        found = self._all.get(relationship_id)
        return str(found.get("Target", "")) if found is not None and is_external(found) else ""

    def root(self, relationship_id: str) -> Element | None:
        """Return the root of the part that a relationship leads to, None where there is none."""
        name = self.name(relationship_id)
        return None if name is None else parse(self.read(name))

    def name(self, relationship_id: str) -> str | None:
        """Return the name of the part that a relationship leads to, None where there is none."""
        found = self._all.get(relationship_id)
        return None if found is None else self._inside(found)

    def read(self, name: str) -> bytes:
        """Return the bytes of a part of XML; raises as `read_part` does."""
        return read_part(self.parts, name)

    def names(self, *kinds: str) -> Iterator[str]:
        """Yield the names of the parts that relationships of some kinds lead to."""
        for relationship in self._all.values():
            if kind_of(relationship) in kinds and (name := self._inside(relationship)) is not None:
                yield name

    def roots(self, *kinds: str) -> Iterator[Element]:
        """Yield the roots of the parts that relationships of some kinds lead to."""
        for name in self.names(*kinds):
            yield parse(self.read(name))

    def _inside(self, relationship: Element) -> str | None:
        if is_external(relationship):
            return None
        name = target_of(self._part, relationship)
        return name if name in self.parts else None
