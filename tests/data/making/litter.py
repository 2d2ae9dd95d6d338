"""What computers leave beside the decks."""

from __future__ import annotations


def ds_store() -> bytes:
    """An empty .DS_Store, by which the macOS Finder remembers a window."""
    return b"\x00\x00\x00\x01Bud1".ljust(6148, b"\x00")


def apple_double() -> bytes:
    """The shadow file that a Mac's archiver adds for each member."""
    return bytes.fromhex("0005160700020000") + b"Mac OS X".ljust(16).ljust(168, b"\x00")


def lock_file(owner: str) -> bytes:
    """What an office program writes while a file is open: who has it, twice, in 165 bytes."""
    size = len(owner)
    wide = owner.ljust(54).encode("utf-16-le")
    return bytes([size]) + owner.encode("ascii").ljust(54) + size.to_bytes(2, "little") + wide
