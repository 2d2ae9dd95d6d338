"""Converts old Office files, which only LibreOffice reads, before anything reads them."""

from pipeline.conversion.batch import BECOMES, Conversions, converted
from pipeline.tools import find_libreoffice

__all__ = ["BECOMES", "Conversions", "converted", "find_libreoffice"]
