"""Takes stock of the inbox: what each file is, which bytes it holds, what cannot be read."""

from pipeline.ingest.access import CHANGED, opened, read_as_hashed
from pipeline.ingest.settings import IngestSettings
from pipeline.ingest.stock import take_stock
from pipeline.ingest.twins import twins

__all__ = ["CHANGED", "IngestSettings", "opened", "read_as_hashed", "take_stock", "twins"]
