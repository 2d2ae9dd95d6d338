"""The command line: `elective-index`."""

from pipeline.cli import desk, measures
from pipeline.cli.main import main

__all__ = ["desk", "main", "measures"]
