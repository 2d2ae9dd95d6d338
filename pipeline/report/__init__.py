"""Tells people what came of a run: on the terminal, in `report.md`, in letters to speakers."""

from pipeline.report.changes import Change, Kind, changes_since, read_earlier
from pipeline.report.markdown import as_markdown
from pipeline.report.phrases import change_line
from pipeline.report.progress import ProgressBar
from pipeline.report.screen import complain, show
from pipeline.report.standing import MOST_REASONS, gaps, likely, needs_a_person, title_of, to_review

__all__ = [
    "MOST_REASONS",
    "Change",
    "Kind",
    "ProgressBar",
    "as_markdown",
    "change_line",
    "changes_since",
    "complain",
    "gaps",
    "likely",
    "needs_a_person",
    "read_earlier",
    "show",
    "title_of",
    "to_review",
]
