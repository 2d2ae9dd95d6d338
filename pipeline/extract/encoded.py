"""Texts as bytes: how long they may be, and in which encoding they are."""

from __future__ import annotations

import codecs
import re
from pathlib import Path

from pipeline.extract.refusals import TOO_LARGE, UnreadableError

#: The longest text that is read, in bytes: several times the Bible.
MAX_BYTES = 16 * 1024 * 1024

_BOMS = (
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)
#: Where a web page states its encoding, within so many bytes (HTML standard, 13.2.3.2).
_STATED = re.compile(rb"<meta[^>]+charset=[\"']?\s*([\w-]+)", re.IGNORECASE)
_STATED_WITHIN = 1024


def limited_bytes(path: Path, limit: int = MAX_BYTES) -> bytes:
    """Return the bytes of a file; raises `UnreadableError` for one that is too large."""
    if path.stat().st_size > limit:
        raise UnreadableError(TOO_LARGE)
    return path.read_bytes()


def decoded(data: bytes) -> str:
    """Decode a text: as its mark says, as UTF-8 if it is valid, else as Windows-1252."""
    for mark, encoding in _BOMS:
        if data.startswith(mark):
            return data[len(mark) :].decode(encoding, "replace")
    try:
        return data.decode("utf-8")
    except UnicodeDecodeError:
        return data.decode("cp1252", "replace")


def decoded_page(data: bytes) -> str:
    """Decode a web page, as it says itself where it is no valid UTF-8."""
    stated = _STATED.search(data[:_STATED_WITHIN])
    if stated and not data.startswith(tuple(mark for mark, _ in _BOMS)):
        try:
            # As browsers do: Latin-1 is taken for what is mostly meant by it.
            name = codecs.lookup(stated[1].decode()).name
            return data.decode("cp1252" if name == "iso8859-1" else name)
        except (LookupError, UnicodeError):
            pass
    return decoded(data)
