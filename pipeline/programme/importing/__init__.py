"""Reads a programme from what staff have: announcements, schedules, calendars, tables."""

from pipeline.programme.importing.draft import Draft, DraftSession
from pipeline.programme.importing.reading import READERS, read_draft
from pipeline.programme.importing.writer import as_yaml, plain

__all__ = ["READERS", "Draft", "DraftSession", "as_yaml", "plain", "read_draft"]
