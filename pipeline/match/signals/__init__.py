"""The kinds of evidence that tie a deck to a session, each with its strength and its words."""

from pipeline.match.signals.known import know
from pipeline.match.signals.observing import observe

__all__ = ["know", "observe"]
