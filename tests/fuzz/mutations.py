"""Damage that gets past the first checks: to one part of a zip, to one element of its XML."""

from __future__ import annotations

import copy
import io
import random
import zipfile
from collections.abc import Callable

import atheris
from lxml import etree

#: Values that numbers, references and names are mistaken with.
_VALUES = (
    "", "0", "-1", "1", "²", "٣", "1e9", "nan", "inf", "9" * 40, "-2147483649", "rId1", "../../x",
    "/", "..", "title", "External", "http://[", "\u202e", "\ufffe", "a" * 5000,
)  # fmt: skip
Damage = Callable[[bytes, int, int], bytes]


def of_zip(raw: float) -> Damage:
    """Return what damages one part of a zip; with a chance of `raw`, the bytes of the zip."""

    def damage(data: bytes, size: int, seed: int) -> bytes:
        chance = random.Random(seed)  # noqa: S311  (chooses what to damage)
        try:
            with zipfile.ZipFile(io.BytesIO(data)) as archive:
                parts = {entry.filename: archive.read(entry) for entry in archive.infolist()}
        except Exception:
            parts = {}
        if not parts or chance.random() < raw:
            return bytes(atheris.Mutate(data, size))
        name = chance.choice(list(parts))
        parts[name] = _of_part(parts[name], size, chance)
        if chance.random() < 0.1:
            parts[name] = parts[chance.choice(list(parts))]
        packed = _pack(parts)
        return packed if 0 < len(packed) <= size else bytes(atheris.Mutate(data, size))

    return damage


def of_xml(data: bytes, size: int, seed: int) -> bytes:
    """Damage an XML file: one of its elements, or its bytes."""
    damaged = _of_part(data, size, random.Random(seed))  # noqa: S311
    return damaged if len(damaged) <= size else bytes(atheris.Mutate(data, size))


def _of_part(data: bytes, size: int, chance: random.Random) -> bytes:
    if chance.random() < 0.8:
        try:
            root = etree.fromstring(data)
            for _ in range(chance.choice((1, 1, 1, 2, 5))):
                _of_tree(root, chance)
            return bytes(etree.tostring(root))
        except (etree.LxmlError, ValueError):
            pass
    return bytes(atheris.Mutate(data, max(size, len(data) + 100)))


def _of_tree(root: etree._Element, chance: random.Random) -> None:
    """Change one element: an attribute, its text, its name, its place or its number."""
    nodes = list(root.iter(etree.Element))
    node, other = chance.choice(nodes), chance.choice(nodes)
    values = (*_VALUES, *(value for each in nodes[:50] for value in each.attrib.values()))
    change = chance.randrange(6)
    if change == 0 and node.attrib:
        node.set(chance.choice(node.attrib.keys()), chance.choice(values))
    elif change == 1 and node.attrib:
        del node.attrib[chance.choice(node.attrib.keys())]
    elif change == 2:
        node.text = chance.choice(values)
    elif change == 3:
        node.tag = other.tag
    elif change == 4:
        other.append(copy.deepcopy(node))
    elif (parent := node.getparent()) is not None:
        parent.remove(node)


def _pack(parts: dict[str, bytes]) -> bytes:
    packed = io.BytesIO()
    try:
        with zipfile.ZipFile(packed, "w", zipfile.ZIP_DEFLATED) as archive:
            for name, content in parts.items():
                archive.writestr(zipfile.ZipInfo(name), content)
    except Exception:
        return b""
    return packed.getvalue()
