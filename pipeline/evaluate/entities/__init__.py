"""Measures how well names are found, in annotated sentences and on pages of slides."""
