"""Parts the files that were read from those that could not be, and sums up the former."""

from __future__ import annotations

from dataclasses import dataclass

import msgspec

from pipeline.encode import Vectors, unpack
from pipeline.library import Library
from pipeline.match import DeckView, view
from pipeline.records.decisions import Decision, Decisions
from pipeline.records.decks import Language
from pipeline.records.files import InboxFile, Inventory, Refusal, Rejected
from pipeline.records.readings import Reading, Summary, summarise


def survey(
    inventory: Inventory, library: Library, decisions: Decisions
) -> tuple[Inventory, list[DeckView], dict[str, Summary]]:
    """Return the inventory of what was read, each deck for matching, and the summaries by path.

    None of it holds the text of a deck, which stays in the library.
    """
    files: list[InboxFile] = []
    rejected = list(inventory.rejected)
    decks, summaries = [], {}
    for file in inventory.files:
        reading = library.get(file)
        if isinstance(reading, Refusal):
            rejected.append(Rejected(path=file.path, code=reading.code, message=reading.message))
            continue
        decision = decisions.get(file.sha256)
        reading = _as_decided(reading, decision)
        files.append(file)
        decks.append(view(file, reading, _Kept(library, file, decision)))
        summaries[file.path] = summarise(reading)
    inventory = msgspec.structs.replace(inventory, files=tuple(files), rejected=tuple(rejected))
    return inventory, decks, summaries


@dataclass(frozen=True)
class _Kept:
    """What was read of a deck, in the library; see `match.deck.Source`."""

    library: Library
    file: InboxFile
    decision: Decision | None

    def reading(self) -> Reading:
        reading = self.library.get(self.file)
        if isinstance(reading, Reading):
            return _as_decided(reading, self.decision)
        raise LookupError(f"{self.file.path} was refused")

    def vectors(self) -> Vectors:
        packed = self.library.vectors(self.file)
        return unpack(packed.vectors, packed.vector_size)


def _as_decided(reading: Reading, decision: Decision | None) -> Reading:
    """Give the reading the language that a person says it is in."""
    if decision is None or decision.language is None:
        return reading
    language = Language(tag=decision.language, confidence=1.0)
    return msgspec.structs.replace(
        reading, language=msgspec.structs.replace(reading.language, deck=language)
    )
