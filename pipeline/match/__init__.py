"""Match: each deck on its session, with the reasons, or honestly not."""

from pipeline.match.deck import DeckView, nameless, view
from pipeline.match.matcher import Judgement, Matcher
from pipeline.match.placing import place
from pipeline.match.recall import Recall
from pipeline.match.signals import know, observe
from pipeline.match.weights import Weights

__all__ = [
    "DeckView",
    "Judgement",
    "Matcher",
    "Recall",
    "Weights",
    "know",
    "nameless",
    "observe",
    "place",
    "view",
]
