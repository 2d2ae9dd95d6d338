"""Runs one function over many items in worker processes that may hang, die or swell."""

from pipeline.engine.kept import KeptPools, RunOver
from pipeline.engine.outcomes import Failure, Limits, Outcome, WorkersFailedError
from pipeline.engine.pool import get_ready, run_over

__all__ = [
    "Failure",
    "KeptPools",
    "Limits",
    "Outcome",
    "RunOver",
    "WorkersFailedError",
    "get_ready",
    "run_over",
]
