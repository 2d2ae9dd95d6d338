#!/usr/bin/env python3
"""Stands in for LibreOffice: does what the content of each file says, and notes what it is told."""

import os
import socket
import sys
import time
from pathlib import Path


def main() -> None:
    _profile, *arguments = sys.argv[1:]
    target = arguments[arguments.index("--convert-to") + 1]
    output = Path(arguments[arguments.index("--outdir") + 1])
    files = [Path(argument) for argument in arguments[arguments.index("--outdir") + 2 :]]
    output.mkdir(parents=True, exist_ok=True)
    for file in files:
        act(file.read_text(), output / f"{file.stem}.{target}", file)


def act(wanted: str, result: Path, file: Path) -> None:
    if wanted == "hang":
        time.sleep(600)
    if wanted == "die early":
        os.abort()
    if wanted == "fail":
        print("Error: source file could not be loaded", file=sys.stderr, flush=True)
        return
    if wanted == "swell":
        held = bytearray(4 << 30)
        held[:: 1 << 12] = bytes(len(held[:: 1 << 12]))
    if wanted.startswith("connect "):
        try:
            socket.create_connection(("127.0.0.1", int(wanted.split()[1])), timeout=2)
            wanted = "connected"
        except OSError:
            wanted = "no network"
    print(f"convert {file} -> {result} using filter : fake", flush=True)
    if wanted == "die late":
        os.abort()
    result.write_text(f"converted {wanted}")


if __name__ == "__main__":
    main()
