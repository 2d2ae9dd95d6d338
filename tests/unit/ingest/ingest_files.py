"""An inbox to fill, and makers of the files that go into it."""

from __future__ import annotations

import io
import os
import struct
import zipfile
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

import pytest

from pipeline.ingest import IngestSettings, take_stock
from pipeline.records.files import Inventory

PDF = b"%PDF-1.7\n%%EOF\n"
LONG_AGO = 1_500_000_000


def zipped(members: Mapping[str, bytes], method: int = zipfile.ZIP_DEFLATED) -> bytes:
    """Zip members; a name that ends in / makes a folder."""
    target = io.BytesIO()
    with zipfile.ZipFile(target, "w", method) as archive:
        for name, data in members.items():
            archive.writestr(name, data)
    return target.getvalue()


def office(main_type: str, **parts: bytes) -> bytes:
    """Zip an Office document with nothing but the type of its main part, and some parts."""
    types = f"<Types><Default Extension='xml'/><Override ContentType='{main_type}'/></Types>"
    return zipped({"[Content_Types].xml": types.encode(), **parts})


def powerpoint(**parts: bytes) -> bytes:
    """Zip a PowerPoint presentation with some parts."""
    kind = "application/vnd.openxmlformats-officedocument.presentationml.presentation"
    return office(f"{kind}.main+xml", **parts)


def patched(data: bytes, field: int, value: bytes, entry: int = 0) -> bytes:
    """Overwrite a field of the nth entry of a zip directory, at its offset in APPNOTE 4.3.12."""
    at = -1
    for _ in range(entry + 1):
        at = data.index(b"PK\x01\x02", at + 1)
    return data[: at + field] + value + data[at + field + len(value) :]


def compound(streams: Mapping[str, bytes]) -> bytes:
    """Write an OLE2 compound file ([MS-CFB]) whose streams are filled up to 4,096 bytes."""
    names = ["Root Entry", *streams]
    directory_sectors = -(-len(names) // 4)
    fat = [0xFFFFFFFD, *range(2, directory_sectors + 1), 0xFFFFFFFE]
    directory = b""
    for number, name in enumerate(names):
        start, size = 0xFFFFFFFE, 0
        if number:
            start, size = len(fat), 4096
            fat += [*range(start + 1, start + 8), 0xFFFFFFFE]
        utf16 = name.encode("utf-16-le") + b"\0\0"
        last = number in (0, len(names) - 1)
        directory += struct.pack(
            "<64sHBBIII36sIQ",
            utf16,
            len(utf16),
            2 if number else 5,
            1,
            0xFFFFFFFF,
            0xFFFFFFFF if last else number + 1,
            0xFFFFFFFF if number else 1,
            b"",
            start,
            size,
        )
    header = struct.pack(
        "<8s16s5H6x8I",
        *(b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", b"", 0x3E, 3, 0xFFFE, 9, 6),
        *(0, 1, 1, 0, 4096, 0xFFFFFFFE, 0, 0xFFFFFFFE),
    )
    header += struct.pack("<II", 0, 0) + b"\xff" * (512 - len(header) - 8)
    table = struct.pack(f"<{len(fat)}I", *fat).ljust(512, b"\xff")
    body = b"".join(data.ljust(4096, b"\0") for data in streams.values())
    return header + table + directory.ljust(512 * directory_sectors, b"\0") + body


@dataclass(frozen=True)
class Inbox:
    """A folder of files that were put there long ago."""

    folder: Path

    def add(self, path: str, data: bytes = PDF) -> Path:
        file = self.folder / path
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_bytes(data)
        os.utime(file, (LONG_AGO, LONG_AGO))
        return file

    def stock(self, settings: IngestSettings | None = None) -> Inventory:
        return take_stock(self.folder, settings=settings or IngestSettings(), say=pytest.fail)

    def paths(self) -> list[str]:
        """Return the paths of the files to be read."""
        return [file.path for file in self.stock().files]

    def reasons(self) -> dict[str, str]:
        return {item.path: item.reason for item in self.stock().ignored}

    def refusals(self, settings: IngestSettings | None = None) -> dict[str, str]:
        return {item.path: item.code.value for item in self.stock(settings).rejected}

    def message(self, path: str) -> str:
        return next(item.message for item in self.stock().rejected if item.path == path)
