"""Takes stock of the inbox: what each file is, which bytes it holds, what cannot be read."""

from pipeline.ingest.access import CHANGED, opened
from pipeline.ingest.settings import IngestSettings
from pipeline.ingest.stock import take_stock
from pipeline.ingest.twins import twins

__all__ = ["CHANGED", "IngestSettings", "opened", "take_stock", "twins"]
