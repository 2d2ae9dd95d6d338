"""Reads an announcement from top to bottom: days, talks, speakers, slides."""

from __future__ import annotations

from collections.abc import Sequence

from pipeline.programme.importing.blocks import Block, Grid, Line
from pipeline.programme.importing.draft import Draft
from pipeline.programme.importing.prose.days import Calendar
from pipeline.programme.importing.prose.header import read_header
from pipeline.programme.importing.prose.lexicon import language_of, lexicon
from pipeline.programme.importing.prose.reader import Reader
from pipeline.records.messages import Message


def read_announcement(blocks: Sequence[Block], kind: Message) -> Draft:
    """Return what an announcement in English, French or Portuguese says."""
    lines = [block.text for block in blocks if isinstance(block, Line)]
    words = lexicon(language_of("\n".join(lines)))
    undated = Calendar((), words)
    days = (at for at, line in enumerate(lines) if undated.heading(line, None))
    header = read_header(lines, words, until=next(days, len(lines)))
    reader = Reader(words, Calendar(header.days, words), header.title or "")
    for person in header.coordinators:
        reader.talks.set_apart(person.name)
    for block in blocks:
        if isinstance(block, Grid):
            reader.read_table(block)
        elif reader.has_begun or block.text not in header.sources.values():
            reader.read_line(block)
        else:
            reader.read_day(block.text)
    return Draft(
        kind=kind,
        event=header.event,
        elective=header.elective,
        title=header.title,
        languages=header.languages,
        days=header.days,
        year=header.year,
        coordinators=header.coordinators,
        sources=header.sources,
        sessions=reader.sessions(),
        check=tuple(reader.talks.check),
        left_out=tuple(reader.left_out),
    )
