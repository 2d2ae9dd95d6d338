"""Indexes an archive: a tree of electives, each with its programme."""

from pipeline.archive.find import Tree, electives_in, walk_archive
from pipeline.archive.indexing import Archive, Entry, index_archive
from pipeline.archive.write import CATALOGUE, PAGE, write_archive

__all__ = [
    "CATALOGUE",
    "PAGE",
    "Archive",
    "Entry",
    "Tree",
    "electives_in",
    "index_archive",
    "walk_archive",
    "write_archive",
]
