"""Reads a programme file, or says everything that keeps it from being read."""

from __future__ import annotations

import unicodedata
from pathlib import Path
from typing import TYPE_CHECKING

import msgspec

from pipeline.programme.build import build_programme
from pipeline.programme.kinds import EXPORTED, IMPORTED, READABLE
from pipeline.programme.problems import (
    Mistake,
    ProgrammeProblems,
    problem,
    problems_in,
    unreadable,
)
from pipeline.records.programme import Programme
from pipeline.records.programme_file import ProgrammeFile

if TYPE_CHECKING:
    # Parsing YAML and checking schemas take long to load, and most runs know the programme.
    from pipeline.programme.document import Document


def read_programme(path: Path) -> Programme | ProgrammeProblems:
    """Return the programme in a file of any kind, or every mistake in it, by line where it can."""
    suffix = path.suffix.casefold()
    if suffix in IMPORTED:
        return _imported(path)
    if suffix not in READABLE:
        return unreadable(path.name)
    try:
        content = path.read_bytes()
    except OSError as error:
        return problem(path.name, f"the file cannot be opened ({error.strerror}).")
    document = parse(content, is_json=suffix == ".json")
    if isinstance(document, list):
        return problems_in(path.name, document)
    if isinstance(document.data, dict) and EXPORTED & document.data.keys():
        return _imported(path)
    programme = judge(document, path.name)
    if isinstance(programme, ProgrammeProblems):
        return programme
    return msgspec.structs.replace(programme, source=path.name)


def _imported(path: Path) -> Programme | ProgrammeProblems:
    # Its parsers take longer to load than most programmes take to read.
    from pipeline.programme.imported import import_programme  # noqa: PLC0415

    return import_programme(path)


def judge(document: Document, file: str) -> Programme | ProgrammeProblems:
    """Return the programme that the document holds, or every mistake in it by line."""
    from pipeline.programme.check import mistakes_in  # noqa: PLC0415 - see above
    from pipeline.programme.rules import conflicts_in  # noqa: PLC0415 - see above

    mistakes = [*document.mistakes, *mistakes_in(document), *conflicts_in(document)]
    if mistakes:
        return problems_in(file, mistakes)
    return build_programme(msgspec.convert(document.data, ProgrammeFile))


def parse(content: bytes, *, is_json: bool) -> Document | list[Mistake]:
    """Read the text as UTF-8, its accents composed as the pipeline expects them (NFC)."""
    try:
        text = unicodedata.normalize("NFC", content.decode("utf-8-sig"))
    except UnicodeDecodeError as error:
        line = content.count(b"\n", 0, error.start) + 1
        return [Mistake(line, "save the file with the encoding UTF-8.")]
    if not text.strip():
        return [Mistake(1, "the file is empty. The README has an example.")]
    from pipeline.programme.document import parse_json, parse_yaml  # noqa: PLC0415 - see above

    return parse_json(text) if is_json else parse_yaml(text)
