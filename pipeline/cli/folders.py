"""Tells whether two folders can serve a run together."""

from __future__ import annotations

from pathlib import Path

from rich.console import Console

from pipeline.report import complain
from pipeline.translation import Wording


def tangled(inbox: Path, output: Path, console: Console, say: Wording) -> bool:
    """Tell whether the output lies in the inbox, where the next run would index it; say so."""
    if not output.resolve().is_relative_to(inbox.resolve()):
        return False
    why = say("The next run would take for slides what this one writes. Write elsewhere: "
              "make OUTPUT=output, or elective-index run --output output")  # fmt: skip
    complain(console, say("{output} lies in the inbox.", output=output), why)
    return True
