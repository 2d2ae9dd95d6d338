"""Zip archives whose bytes depend on their contents alone."""

from __future__ import annotations

import re
import zipfile
from collections.abc import Mapping
from io import BytesIO

CLOCK = re.compile(rb"(<dcterms:(?:created|modified)[^>]*>)[^<]*")


def zipped(members: Mapping[str, bytes]) -> bytes:
    """Make an archive with one fixed date.

    Members are stored: what deflate makes of them differs from one zlib to the next.
    """
    out = BytesIO()
    with zipfile.ZipFile(out, "w") as archive:
        for name, data in members.items():
            archive.writestr(zipfile.ZipInfo(name, (2021, 11, 19, 17, 30, 0)), data)
    return out.getvalue()


def frozen(package: bytes) -> bytes:
    """Write an office file anew without the clock in it, its embedded workbooks included."""
    with zipfile.ZipFile(BytesIO(package)) as archive:
        members = {info.filename: archive.read(info) for info in archive.infolist()}
    for name, data in members.items():
        if name.endswith(".xlsx"):
            members[name] = frozen(data)
        elif name == "docProps/core.xml":
            members[name] = CLOCK.sub(rb"\g<1>2021-11-19T17:30:00Z", data)
    return zipped(members)
