"""Programs beside Python that are used where they are installed."""

from __future__ import annotations

from pipeline.records.base import Record


class Tesseract(Record, frozen=True):
    """Tesseract, which recognises text in pictures, with the names of its languages."""

    program: str
    languages: tuple[str, ...]
