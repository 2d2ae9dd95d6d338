"""Measures the pipeline on labelled data, a user's own included."""
