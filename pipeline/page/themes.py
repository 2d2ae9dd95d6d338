"""Numbers the themes of an elective and gives each a short key."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator

from pipeline.page.payload import PageTheme
from pipeline.records.index import Index
from pipeline.records.tags import Theme
from pipeline.text import slug

_LOCAL_NAME = re.compile(r"[^/#]+(?=[/#]*$)")


def number_themes(index: Index) -> tuple[tuple[PageTheme, ...], dict[str, int]]:
    """Return all themes, those of the whole elective first, and the number of each URI."""
    labels = {theme.id: theme.label for theme in _themes(index)}
    keys = _keys(list(labels))
    themes = tuple(PageTheme(key=keys[uri], label=label) for uri, label in labels.items())
    return themes, {uri: number for number, uri in enumerate(labels)}


def _themes(index: Index) -> Iterator[Theme]:
    yield from index.elective.themes
    for session in index.sessions:
        yield from session.themes
    for resource in index.resources:
        yield from resource.themes


def _keys(uris: list[str]) -> dict[str, str]:
    """Name each URI by its last part, numbered where that names several."""
    taken: Counter[str] = Counter()
    keys = {}
    for uri in uris:
        local = _LOCAL_NAME.search(uri)
        stem = slug(local[0] if local else uri) or "theme"
        taken[stem] += 1
        keys[uri] = stem if taken[stem] == 1 else f"{stem}-{taken[stem]}"
    return keys
