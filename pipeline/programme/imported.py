"""Uses an announcement, a schedule or a table as the programme, as it was understood."""

from __future__ import annotations

from collections import defaultdict
from pathlib import Path

import msgspec

from pipeline.programme.document import Document
from pipeline.programme.importing import plain, read_draft
from pipeline.programme.problems import ProgrammeProblems
from pipeline.programme.read import judge
from pipeline.records.programme import Programme


def import_programme(path: Path) -> Programme | ProgrammeProblems:
    """Return the programme that a file of another kind tells, marked as inferred."""
    draft = read_draft(path)
    if isinstance(draft, ProgrammeProblems):
        return draft
    document = Document(plain(draft), defaultdict(lambda: 1), [])
    programme = judge(document, path.name)
    if isinstance(programme, ProgrammeProblems):
        problems = (msgspec.structs.replace(item, line=None) for item in programme.problems)
        return ProgrammeProblems(problems=tuple(problems))
    return msgspec.structs.replace(programme, source=path.name, inferred=True)
