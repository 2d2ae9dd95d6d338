"""Says in which language each page and the deck are written."""

from pipeline.detect.detector import LanguageDetector

__all__ = ["LanguageDetector"]
