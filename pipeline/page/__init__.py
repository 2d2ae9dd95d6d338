"""Page: the catalogue of the elective as people see it, one self-contained HTML file."""

from pipeline.page.blocks import Sources
from pipeline.page.write import write_catalogue

__all__ = ["Sources", "write_catalogue"]
