"""Takes stock of the inbox: what each file is, which bytes it holds, what cannot be read."""

from pipeline.ingest.access import CHANGED, opened, read_as_hashed
from pipeline.ingest.settings import IngestSettings
from pipeline.ingest.stock import inventory, outcomes_of, standing_files, take_stock
from pipeline.ingest.twins import twins
from pipeline.ingest.walk import Found

__all__ = [
    "CHANGED",
    "Found",
    "IngestSettings",
    "inventory",
    "opened",
    "outcomes_of",
    "read_as_hashed",
    "standing_files",
    "take_stock",
    "twins",
]
