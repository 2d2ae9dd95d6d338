"""Makes the entries of a catalogue."""

from __future__ import annotations

import unicodedata
from collections import Counter

from pipeline.records.archive import BrokenCode, BrokenElective, CataloguedElective, Counts
from pipeline.records.index import Index
from pipeline.records.matches import Status


def catalogued(folder: str, index: Index) -> CataloguedElective:
    """Return the entry of an elective that was indexed into a folder of the output."""
    path = unicodedata.normalize("NFC", folder)
    status = Counter(item.status for item in index.resources)
    elective = index.elective
    return CataloguedElective(
        path=path,
        index=f"{folder}/index.json",
        id=elective.id,
        event=elective.event,
        number=elective.number,
        title=elective.title,
        start=elective.start,
        end=elective.end,
        languages=elective.languages,
        counts=Counts(
            sessions=len(index.sessions),
            resources=len(index.resources),
            matched=status[Status.MATCHED],
            review=status[Status.REVIEW],
            unmatched=status[Status.UNMATCHED],
            rejected=len(index.rejected),
            ignored=len(index.ignored),
            missing=sum(len(session.languages.missing) for session in index.sessions),
        ),
    )


def broken(folder: str, code: BrokenCode, *messages: str) -> BrokenElective:
    """Return the entry of a folder that was not indexed."""
    path = unicodedata.normalize("NFC", folder)
    return BrokenElective(path=path, code=code, messages=messages)
