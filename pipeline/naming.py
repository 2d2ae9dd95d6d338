"""Compares the names that decks were found to hold with the programme's and across translations."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from functools import partial

import msgspec

from pipeline.kept import recalling
from pipeline.library import Library
from pipeline.records.files import InboxFile
from pipeline.records.matches import Placement
from pipeline.records.programme import Programme
from pipeline.records.readings import Reading, Summary
from pipeline.records.tags import Entity, EntityLabel
from pipeline.store import Store
from pipeline.tag import DeckNames, compared, load_entity_tagger, programme_names


def compare_names(
    programme: Programme,
    files: Iterable[InboxFile],
    placements: Mapping[str, Placement],
    summaries: Mapping[str, Summary],
    library: Library,
    store: Store,
) -> dict[str, Summary]:
    """Return the summaries, by path, with the names that decks of an elective tell each other of.

    The decks of one translation group are compared together, and read once more from the library
    unless the store holds what came of the same decks and the same names before.
    """
    groups: defaultdict[str, list[InboxFile]] = defaultdict(list)
    for file in files:
        groups[placements[file.path].translation_group or file.path].append(file)
    expected = programme_names(programme)
    recall = recalling(store, "names", list[tuple[Entity, ...]], list(expected.items()))
    settled = dict(summaries)
    for group in groups.values():
        settle = partial(_settled, group, library, expected)
        compared_names = recall([library.key(file) for file in group], settle)
        for file, entities in zip(group, compared_names, strict=True):
            tags = msgspec.structs.replace(summaries[file.path].tags, entities=entities)
            settled[file.path] = msgspec.structs.replace(summaries[file.path], tags=tags)
    return settled


def _settled(
    group: Sequence[InboxFile], library: Library, expected: Mapping[tuple[str, ...], EntityLabel]
) -> list[tuple[Entity, ...]]:
    tagger = load_entity_tagger()
    readings = [reading for reading in map(library.get, group) if isinstance(reading, Reading)]
    texts = [tuple(tagger.texts(reading.deck, reading.language)) for reading in readings]
    found = [reading.tags.entities for reading in readings]
    return compared(list(map(DeckNames, texts, found)), expected)
