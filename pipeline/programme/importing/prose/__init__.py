"""Reads announcements in running text: rules for English, French and Portuguese."""
