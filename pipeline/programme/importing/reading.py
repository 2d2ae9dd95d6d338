"""Reads a programme from whatever staff have: an announcement, an export, a table."""

from __future__ import annotations

import json
import unicodedata
import zipfile
from collections.abc import Callable
from io import BytesIO
from pathlib import Path

from lxml import etree

from pipeline.programme.importing.blocks import Block, text_blocks
from pipeline.programme.importing.calendar import read_calendar
from pipeline.programme.importing.complete import complete
from pipeline.programme.importing.draft import Draft
from pipeline.programme.importing.indico import is_indico, read_indico
from pipeline.programme.importing.pages import docx_blocks, html_blocks, pdf_blocks
from pipeline.programme.importing.prose.announcement import read_announcement
from pipeline.programme.importing.schedule import is_schedule, read_schedule_json, read_schedule_xml
from pipeline.programme.importing.sheets import decode, read_csv, read_xlsx
from pipeline.programme.problems import ProgrammeProblems, problem
from pipeline.records.messages import message

#: An announcement of more bytes than this is something else; so is what a document unpacks to.
LARGEST = 32 * 1024 * 1024
LARGEST_UNPACKED = 8 * LARGEST


class UnreadableError(Exception):
    """The file is not what its name says, in words for staff."""


def read_draft(path: Path) -> Draft | ProgrammeProblems:
    """Return the programme that a file of one of the kinds in `READERS` tells, to be checked."""
    reader = READERS.get(path.suffix.casefold())
    if reader is None:
        kinds = ", ".join(sorted(READERS))
        return problem(path.name, f"this kind of file cannot be read. Kinds that can: {kinds}.")
    try:
        content = path.read_bytes()
    except OSError as error:
        return problem(path.name, f"the file cannot be opened ({error.strerror}).")
    if not content.strip():
        return problem(path.name, "the file is empty.")
    if len(content) > LARGEST:
        return problem(path.name, "the file is too large for a programme. Save the text alone.")
    try:
        draft = reader(content)
    except UnreadableError as error:
        return problem(path.name, str(error))
    except Exception as error:
        kind = type(error).__name__
        return problem(path.name, f"the file is damaged or no {path.suffix} file ({kind}).")
    if not draft.sessions:
        return problem(path.name, NOTHING_FOUND)
    return complete(draft)


NOTHING_FOUND = (
    "no presentations were found. A table needs headings such as Title and Speakers; a text must "
    "say who presented. Else write programme.yaml by hand; the README has an example."
)


def _json(content: bytes) -> Draft:
    document = json.loads(content)
    if is_schedule(document):
        return read_schedule_json(document)
    if is_indico(document):
        return read_indico(document)
    raise UnreadableError("this JSON is neither a conference schedule nor an Indico export.")


def _xml(content: bytes) -> Draft:
    parser = etree.XMLParser(resolve_entities=False, no_network=True)
    root = etree.fromstring(content, parser)
    if root.tag != "schedule":
        raise UnreadableError("this XML is no conference schedule; its root must be <schedule>.")
    return read_schedule_xml(root)


def announcement_blocks(suffix: str, content: bytes) -> list[Block]:
    """Return the blocks of an announcement, which is of one of the kinds in `ANNOUNCEMENTS`."""
    if suffix == ".pdf":
        return pdf_blocks(content)
    if suffix == ".docx":
        return docx_blocks(_unpackable(content))
    text = unicodedata.normalize("NFC", decode(content))
    return html_blocks(text) if suffix.startswith(".htm") else text_blocks(text)


def _announcement(suffix: str) -> Callable[[bytes], Draft]:
    return lambda content: read_announcement(
        announcement_blocks(suffix, content), ANNOUNCEMENTS[suffix]
    )


def _xlsx(content: bytes) -> Draft:
    return read_xlsx(_unpackable(content))


def _unpackable(content: bytes) -> bytes:
    """Return a zipped document as it is, unless it would swell beyond all measure."""
    with zipfile.ZipFile(BytesIO(content)) as package:
        if sum(part.file_size for part in package.infolist()) > LARGEST_UNPACKED:
            raise UnreadableError("the file is too large for a programme. Save the text alone.")
    return content


#: The kinds of announcements, as staff are told what was read.
ANNOUNCEMENTS = {
    ".txt": message("an announcement, plain text"),
    ".md": message("an announcement, plain text"),
    ".html": message("an announcement, web page"),
    ".htm": message("an announcement, web page"),
    ".docx": message("an announcement, Word"),
    ".pdf": message("an announcement, PDF"),
}

READERS: dict[str, Callable[[bytes], Draft]] = {
    **{suffix: _announcement(suffix) for suffix in ANNOUNCEMENTS},
    ".json": _json,
    ".xml": _xml,
    ".ics": read_calendar,
    ".csv": read_csv,
    ".tsv": read_csv,
    ".xlsx": _xlsx,
}
