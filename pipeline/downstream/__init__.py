"""Writes the index in the forms that other programs know: linked data, a schedule, a table."""

from pipeline.downstream.write import write_downstream

__all__ = ["write_downstream"]
