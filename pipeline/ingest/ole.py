"""Tells what an OLE2 compound file is: an old Office file, or an encrypted new one."""

from __future__ import annotations

import olefile

from pipeline.ingest.magic import OLE
from pipeline.ingest.refusals import ENCRYPTED
from pipeline.records.files import Refusal
from pipeline.records.media import PPT

_TYPES = {
    "PowerPoint Document": PPT,
    "PP40": PPT,
    "WordDocument": "application/msword",
    "Workbook": "application/vnd.ms-excel",
    "Book": "application/vnd.ms-excel",
    "VisioDocument": "application/vnd.visio",
    "__properties_version1.0": "application/vnd.ms-outlook",
}
#: CurrentUserAtom.headerToken of an encrypted presentation ([MS-PPT] 2.3.2), after 12 bytes.
_ENCRYPTED_TOKEN = b"\xdf\xc4\xd1\xf3"


def compound_type(compound: olefile.OleFileIO) -> str | Refusal:
    """Return the media type of an OLE2 file by the streams in it.

    Raises errors of every kind on damaged files.
    """
    if compound.exists("EncryptedPackage"):
        return ENCRYPTED
    if compound.get_type("Current User") == olefile.STGTY_STREAM:
        user = compound.openstream("Current User").read(16)
        if user[12:16] == _ENCRYPTED_TOKEN:
            return ENCRYPTED
    return next((kind for name, kind in _TYPES.items() if compound.exists(name)), OLE)
