"""Fits what clues say for the roles of the pieces of announcements."""
