"""Makes sessions of the entries of a programme."""

from __future__ import annotations

from collections.abc import Sequence

from pipeline.programme.importing.blocks import Line
from pipeline.programme.importing.draft import DraftSession
from pipeline.programme.importing.entries import vocabulary
from pipeline.programme.importing.entries.entry import Entry
from pipeline.programme.importing.entries.pieces import Piece
from pipeline.programme.importing.entries.speakers import mentioned_in, speakers_of
from pipeline.programme.importing.entries.statements import statement
from pipeline.programme.importing.prose.lexicon import Lexicon
from pipeline.records.messages import Message, message
from pipeline.text import fold


def session_of(
    entry: Entry, lines: Sequence[Line], lexicon: Lexicon, *, commas_list: bool = False
) -> DraftSession | None:
    """Return the session that an entry tells of, None where it names nobody.

    `commas_list` tells that commas part people in the document.
    """
    inferred: list[Message] = []
    check: list[Message] = []
    if beside := entry.untitled():
        entry.titles.append(beside)
        check.append(message("The title was taken from what stands beside the speakers."))
    speakers = speakers_of(entry, commas_list=commas_list)
    if not speakers:
        speakers = mentioned_in(entry, lexicon)
        if not speakers:
            return None
        check.append(message("The speakers were found in running text."))
    title = _title(entry)
    if not title and entry.section:
        title = _without_part(entry.section.text)
        inferred.append(message("The title is that of the part of the programme."))
    if not title:
        check.append(message("No title was found. Write one."))
    check += [
        message("Only the surname of {name} is known.", name=one.name)
        for one in speakers if " " not in one.name
    ]  # fmt: skip
    return DraftSession(
        title=title,
        day=entry.day.number if entry.day else None,
        date=entry.day.date if entry.day else None,
        abstract=" ".join(one.text for one in entry.texts if not one.text.endswith(":")) or None,
        speakers=speakers,
        languages=languages_of(entry.languages),
        sources=tuple(lines[at].text for at in entry.lines),
        inferred=tuple(inferred),
        check=tuple(check),
    )


def languages_of(pieces: Sequence[Piece]) -> tuple[str, ...] | None:
    """Return the languages that pieces tell of, () where they say that there are no slides."""
    told = [found for one in pieces if (found := statement(one.stated)) is not None]
    return tuple(dict.fromkeys(tag for tags in told for tag in tags)) if told else None


def _uncounted(title: str) -> str:
    """Return a title without what counts it: «MESA 1: …»."""
    plain = fold(title)
    counted = vocabulary.COUNT.match(plain) if len(plain) == len(title) else None
    rest = title[counted.end() :] if counted else ""
    return rest if len(rest.split()) > 1 else title


def _without_part(text: str) -> str:
    """Return the heading of a part without what counts it."""
    found = vocabulary.SECTION.match(fold(text)) if len(fold(text)) == len(text) else None
    _, colon, rest = text.partition(":")
    return rest.strip() if found and colon and rest.strip() else text


def _title(entry: Entry) -> str:
    parts = [_bare(_uncounted(piece.text)) for piece in entry.titles]
    joined = ""
    for piece, part in zip(entry.titles, parts, strict=True):
        if not joined:
            joined = part
        elif piece.at == 0:
            joined = f"{joined} {part}"
        elif vocabulary.is_genre(fold(joined)):
            joined = part
        else:
            joined = f"{joined} – {part}"
    return joined.rstrip(".") if joined.count(".") == 1 else joined


def _bare(title: str) -> str:
    """Return a title without the marks around it; a quotation at its end keeps its own."""
    title = title.strip(" ,;")
    is_quoted = title[:1] in '«“„"' and title[-1:] in '»”“"'
    return title[1:-1].strip() if is_quoted else title
