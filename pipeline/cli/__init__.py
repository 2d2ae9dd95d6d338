"""The command line: `elective-index`."""

from pipeline.cli.main import main

__all__ = ["main"]
