"""Works on the files of an inbox in shards, so that several inboxes share the same workers."""

from pipeline.shards.executor import Executor, Lost, Threads
from pipeline.shards.sharded import Sharded
from pipeline.shards.station import Station

__all__ = ["Executor", "Lost", "Sharded", "Station", "Threads"]
