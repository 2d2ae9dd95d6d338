"""Keeps what was expensive to compute between runs, by what it was computed from."""

from __future__ import annotations

import hashlib
import sys
from collections.abc import Callable
from pathlib import Path
from typing import Any, TypeVar

import msgspec

from pipeline.atomic import write_atomically

T = TypeVar("T")


def fingerprint(package: Path) -> str:
    """Return a digest of all code, models and data that a kept result depends on.

    That is every file of the program, and the name and version of every installed distribution,
    as the folders of their metadata give them.
    """
    digest = _digest(package)
    installed = {path.name for folder in sys.path for path in Path(folder).glob("*.dist-info")}
    digest.update("\n".join(sorted(installed)).encode())
    return digest.hexdigest()[:16]


def code_digest(package: Path) -> str:
    """Return a digest of every file of the program."""
    return _digest(package).hexdigest()[:16]


def digest_of(value: object) -> str:
    """Return a digest of a value that can be kept."""
    encoded = msgspec.msgpack.encode(value, order="deterministic")
    return hashlib.sha256(encoded).hexdigest()


def _digest(package: Path) -> hashlib._Hash:
    digest = hashlib.sha256()
    for path in sorted(package.rglob("*")):
        if path.is_file() and "__pycache__" not in path.parts:
            digest.update(path.relative_to(package).as_posix().encode() + b"\0")
            digest.update(path.read_bytes() + b"\0")
    return digest


class Store:
    """A folder of kept results; one that another version made is never seen."""

    def __init__(self, root: Path, version: str) -> None:
        """Keep results under `root`, for this `version` (a `fingerprint`) only."""
        self._root = root
        self._folder = root / version
        self._used: set[str] = set()

    def holds(self, key: str) -> bool:
        """Tell whether something whole is kept under the key: a power cut may leave half a file."""
        return self.load(key, msgspec.Raw) is not None

    def load(self, key: str, kind: type[T] | Any) -> T | None:
        """Return what was kept under the key, None where there is nothing sound."""
        try:
            return msgspec.msgpack.decode(self._path(key).read_bytes(), type=kind)
        except (OSError, msgspec.MsgspecError):
            return None

    def save(self, key: str, value: object) -> None:
        """Keep a value, whole or not at all."""
        path = self._path(key)
        path.parent.mkdir(parents=True, exist_ok=True)
        write_atomically(path, msgspec.msgpack.encode(value), durable=False)

    def recall(self, name: str, made_of: object, kind: type[T], make: Callable[[], T]) -> T:
        """Return what `make` gave when it was last called for a value made of the same.

        `made_of` is all that the value depends on beside the program; `name` tells values of one
        sort from others that are made of the same.
        """
        key = f"{name}-{digest_of(made_of)}"
        value: T | None = self.load(key, kind)
        if value is None:
            value = make()
            self.save(key, value)
        return value

    def prune(self) -> None:
        """Forget what was not asked for since this store was opened, by any version."""
        for path in self._root.glob("*/*"):
            if path.parent != self._folder or path.name not in self._used:
                path.unlink(missing_ok=True)
        for folder in self._root.glob("*/"):
            if not any(folder.iterdir()):
                folder.rmdir()

    def _path(self, key: str) -> Path:
        name = f"{key}.msgpack"
        self._used.add(name)
        return self._folder / name
