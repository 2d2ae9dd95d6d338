"""Compares the names that decks were found to hold with the programme's and across translations."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping

import msgspec

from pipeline.library import Library
from pipeline.records.files import InboxFile
from pipeline.records.matches import Placement
from pipeline.records.programme import Programme
from pipeline.records.readings import Reading, Summary
from pipeline.tag import DeckNames, compared, load_entity_tagger, programme_names


def compare_names(
    programme: Programme,
    files: Iterable[InboxFile],
    placements: Mapping[str, Placement],
    summaries: Mapping[str, Summary],
    library: Library,
) -> dict[str, Summary]:
    """Return the summaries, by path, with the names that decks of an elective tell each other of.

    Each deck is read once more from the library, and those of one translation group together.
    """
    groups: defaultdict[str, list[InboxFile]] = defaultdict(list)
    for file in files:
        groups[placements[file.path].translation_group or file.path].append(file)
    expected = programme_names(programme)
    tagger = load_entity_tagger()
    settled = dict(summaries)
    for group in groups.values():
        decks = {}
        for file in group:
            reading = library.get(file)
            if isinstance(reading, Reading):
                texts = tuple(tagger.texts(reading.deck, reading.language))
                decks[file.path] = DeckNames(texts, reading.tags.entities)
        for path, entities in zip(decks, compared(list(decks.values()), expected), strict=True):
            tags = msgspec.structs.replace(summaries[path].tags, entities=entities)
            settled[path] = msgspec.structs.replace(summaries[path], tags=tags)
    return settled
