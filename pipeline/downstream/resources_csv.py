"""The resources as a table, `resources.csv`, that Excel opens right wherever it was installed.

Excel splits a text file that is opened by a double click at the list separator of the reader's
region: a comma in English, a semicolon in French and Portuguese. A line `sep=;` would settle that,
but Excel then reads UTF-8 as the code page of the region and spoils every accent. UTF-16 with a
byte order mark and tabs is the one form that it opens in columns, with accents, in every region
(measured with French, English and Russian Excel by SAP's community, «CSV tests of encoding and
column separator»). Numbers are whole and dates are ISO 8601, which no region reads otherwise.
"""

from __future__ import annotations

import csv
import io
import re

from pipeline.downstream.common import one
from pipeline.records.index import Index, IndexedSession, Resource

ENCODING = "utf-16-le"
BYTE_ORDER_MARK = b"\xff\xfe"
SEPARATOR = "\t"

HEADINGS = (
    "session_id", "day", "date", "session", "speakers", "language", "status", "role", "sure_%",
    "title", "pages", "path", "size_bytes", "media_type", "resource_id", "sha256",
)  # fmt: skip

#: A cell that starts with one of these is a formula for Excel, whoever wrote it.
_FORMULA = ("=", "+", "-", "@")


def as_csv(index: Index) -> bytes:
    """Return the table: a row a resource, by session in the order of the programme, then path."""
    sessions = {session.id: session for session in index.sessions}
    order = {name: at for at, name in enumerate(sessions)}
    rows = sorted(
        index.resources, key=lambda item: (order.get(item.session_id or "", len(order)), item.path)
    )
    stream = io.StringIO(newline="")
    table = csv.writer(stream, delimiter=SEPARATOR, lineterminator="\r\n")
    table.writerow(HEADINGS)
    for item in rows:
        table.writerow(map(_cell, _row(item, sessions.get(item.session_id or ""))))
    return BYTE_ORDER_MARK + stream.getvalue().encode(ENCODING, "replace")


def _row(item: Resource, session: IndexedSession | None) -> tuple[object, ...]:
    return (
        item.session_id or "",
        "" if session is None or session.day is None else session.day,
        (session.date if session else None) or "",
        one(session.title) if session else "",
        ", ".join(speaker.name for speaker in session.speakers) if session else "",
        item.language.tag,
        item.status.value,
        item.role.value,
        round(100 * item.confidence),
        item.title,
        item.pages,
        item.path,
        item.size,
        item.media_type,
        item.id,
        item.sha256,
    )


def _cell(value: object) -> str:
    """Return one line of text that Excel takes for text, not for a formula."""
    text = re.sub(r"[\t\r\n\v\f]+", " ", str(value))
    return f"'{text}" if text.startswith(_FORMULA) else text
