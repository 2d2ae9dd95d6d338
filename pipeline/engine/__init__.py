"""Runs one function over many items in worker processes that may hang, die or swell."""

from pipeline.engine.outcomes import Failure, Limits, Outcome, WorkersFailedError
from pipeline.engine.pool import run_over

__all__ = ["Failure", "Limits", "Outcome", "WorkersFailedError", "run_over"]
