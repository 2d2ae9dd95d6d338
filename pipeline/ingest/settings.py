"""The limits within which the inbox is read."""

from __future__ import annotations

from pipeline.records.base import Record

MIB = 1024 * 1024


class IngestSettings(Record, frozen=True):
    """How long to wait for files and how much one file may hold; sizes in bytes, times in seconds.

    A file that changed less than `settle_seconds` ago is waited for, `settle_limit` at most; 0
    waits for none. `max_entries` counts the entries of a zip container, `max_archive_bytes` all
    that a .zip archive unpacks to, archives in it included, and `max_text_bytes` what the text
    parts of a zipped document unpack to; its media are not counted. An entry larger than
    `ratio_floor` that
    unpacks to more than `max_ratio` times its size is a bomb: the 5,267 XML parts of 95 real and
    odd decks reach 31. `legacy` says that something reads old Office files.
    """

    settle_seconds: float = 2.0
    settle_limit: float = 30.0
    max_file_bytes: int = 2048 * MIB
    max_archive_bytes: int = 2048 * MIB
    max_text_bytes: int = 256 * MIB
    max_entries: int = 20_000
    max_ratio: int = 200
    ratio_floor: int = 10 * MIB
    legacy: bool = False
