"""Emit: the index of the elective, assembled, checked and written whole."""

from pipeline.emit.assemble import Placed, assemble
from pipeline.emit.write import InvalidIndexError, write_index

__all__ = ["InvalidIndexError", "Placed", "assemble", "write_index"]
