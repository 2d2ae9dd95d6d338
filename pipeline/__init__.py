"""Elective Index: turns the slides of a multilingual course into a validated JSON index."""

__version__ = "0.1.0"
