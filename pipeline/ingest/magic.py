"""Tells the type of a file by the bytes it begins with."""

from __future__ import annotations

import codecs
import re

from pipeline.records.media import HTML, PDF, RTF, TEXT, ZIP

#: How many bytes of the beginning are looked at. LibreOffice names the type of flat documents
#: after some 3,000 bytes of namespaces.
HEAD = 8192

OLE = "application/x-ole-storage"
XML = "application/xml"
LINK = "application/x-link"
UNKNOWN = "application/octet-stream"

#: Offset, bytes there, media type; IANA's names where there are any.
_SIGNATURES = (
    (0, b"PK\x03\x04", ZIP),
    (0, b"PK\x05\x06", ZIP),
    (0, b"PK\x07\x08", ZIP),
    (0, b"PK00PK\x03\x04", ZIP),
    (0, b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", OLE),
    (0, b"{\\rtf", RTF),
    (0, b"%!PS", "application/postscript"),
    (0, b"\x89PNG\r\n\x1a\n", "image/png"),
    (0, b"\xff\xd8\xff", "image/jpeg"),
    (0, b"GIF8", "image/gif"),
    (0, b"II*\0", "image/tiff"),
    (0, b"MM\0*", "image/tiff"),
    (8, b"WEBP", "image/webp"),
    (0, b"8BPS", "image/vnd.adobe.photoshop"),
    (0, b"AT&TFORM", "image/vnd.djvu"),
    (4, b"ftypheic", "image/heic"),
    (4, b"ftypmif1", "image/heif"),
    (4, b"ftypavif", "image/avif"),
    (4, b"ftypM4A", "audio/mp4"),
    (4, b"ftypqt", "video/quicktime"),
    (4, b"ftyp", "video/mp4"),
    (4, b"moov", "video/quicktime"),
    (8, b"AVI ", "video/x-msvideo"),
    (0, b"\x1aE\xdf\xa3", "video/webm"),
    (0, b"\x30\x26\xb2\x75\x8e\x66\xcf\x11", "video/x-ms-asf"),
    (0, b"\0\0\x01\xba", "video/mpeg"),
    (8, b"WAVE", "audio/wav"),
    (0, b"ID3", "audio/mpeg"),
    (0, b"\xff\xfb", "audio/mpeg"),
    (0, b"OggS", "audio/ogg"),
    (0, b"fLaC", "audio/flac"),
    (0, b"Rar!\x1a\x07", "application/vnd.rar"),
    (0, b"7z\xbc\xaf\x27\x1c", "application/x-7z-compressed"),
    (0, b"\x1f\x8b\x08", "application/gzip"),
    (0, b"BZh", "application/x-bzip2"),
    (0, b"\xfd7zXZ\0", "application/x-xz"),
    (257, b"ustar", "application/x-tar"),
    (0, b"MZ", "application/vnd.microsoft.portable-executable"),
    (0, b"\x7fELF", "application/x-executable"),
    (0, b"SQLite format 3\0", "application/vnd.sqlite3"),
    (0, b"\x78\x9f\x3e\x22", "application/vnd.ms-tnef"),
    (0, b"L\0\0\0\x01\x14\x02\0", LINK),
    (0, b"[InternetShortcut]", LINK),
    (0, b"bplist00", "application/x-plist"),
)
_PDF_WITHIN = 1024
_BOMS = (
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)
_FLAT_ODF = re.compile(r"office:mimetype=[\"'](application/vnd\.oasis\.opendocument\.[a-z]+)[\"']")
_GOOGLE_LINK = re.compile(r"^\s*\{.*\"(doc_id|url)\"\s*:", re.DOTALL)
_HTML = re.compile(r"<!doctype html|<html[\s>]|<head[\s>]|<body[\s>]|<script[\s>]", re.IGNORECASE)
_MAIL = re.compile(
    r"(received|return-path|mime-version|message-id|delivered-to|from):", re.IGNORECASE
)
_CONTROL = re.compile(r"[\x00-\x08\x0e-\x1a\x1c-\x1f]")


def media_type_of(head: bytes) -> str:
    """Return the media type that the first `HEAD` bytes of a file show; zip and OLE2 are opaque.

    A PDF may have up to 1,024 bytes before its header (ISO 32000-1, annex H.3.4.1).
    """
    for offset, signature, media_type in _SIGNATURES:
        if head.startswith(signature, offset):
            return media_type
    if b"%PDF-" in head[:_PDF_WITHIN]:
        return PDF
    return _text_type(head)


def _text_type(head: bytes) -> str:
    text = _decoded(head)
    if _CONTROL.search(text):
        return UNKNOWN
    if flat := _FLAT_ODF.search(text):
        return f"{flat[1]}-flat-xml"
    start = text.lstrip()[:2000]
    if start.startswith("<"):
        return _markup_type(start)
    if _GOOGLE_LINK.search(start) and "google" in text:
        return LINK
    return "message/rfc822" if _MAIL.match(start) else TEXT


def _markup_type(start: str) -> str:
    if _HTML.search(start):
        return HTML
    return "image/svg+xml" if "<svg" in start else XML


def _decoded(head: bytes) -> str:
    for bom, encoding in _BOMS:
        if head.startswith(bom):
            return head[len(bom) :].decode(encoding, "ignore")
    return head.decode("latin-1")
