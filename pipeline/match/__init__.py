"""Match: each deck on its session, with the reasons, or honestly not."""

from pipeline.match.deck import DeckView, view
from pipeline.match.matcher import Matcher
from pipeline.match.placing import place

__all__ = ["DeckView", "Matcher", "place", "view"]
