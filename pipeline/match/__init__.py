"""Match: each deck on its session, with the reasons, or honestly not."""

from pipeline.match.deck import DeckView, nameless, view
from pipeline.match.matcher import Matcher
from pipeline.match.placing import place
from pipeline.match.signals import know, observe
from pipeline.match.weights import Weights

__all__ = ["DeckView", "Matcher", "Weights", "know", "nameless", "observe", "place", "view"]
