"""A folder by its URL."""

from __future__ import annotations

import hashlib
import os
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path, PurePosixPath
from typing import Any
from urllib.parse import urlsplit
from urllib.request import url2pathname

from pipeline.engine import WorkersFailedError
from pipeline.records.base import Record

#: What file systems call that which changes when a file does, most telling first.
_STAMPS = ("ETag", "etag", "checksum", "mtime", "LastModified", "last_modified", "created")
#: Where a file that stands already can be replaced in one step; elsewhere a file that is written
#: is whole or not there by itself.
_RENAMING = frozenset({"sftp", "ssh"})


class LocationError(WorkersFailedError):
    """A place cannot be reached; the message says why."""


class LacksPackagesError(LocationError):
    """What reaches such places is not installed."""


class Listed(Record, frozen=True):
    """A file of the folder: its location below it, its size in bytes, what changes with it."""

    location: str
    size: int
    stamp: str


def is_remote(place: str) -> bool:
    """Tell whether a place is a URL of another machine, and not a path of this one."""
    return "://" in place and not place.startswith("file://")


def local_path(place: str) -> Path:
    """Return the path of a place on this machine, given as path or as `file://` URL."""
    return Path(url2pathname(urlsplit(place).path) if "://" in place else place)


class Folder:
    """A folder at a URL. Its methods raise LocationError where it cannot be reached."""

    def __init__(self, url: str) -> None:
        self.url = url.rstrip("/")
        # Most runs reach no other place.
        from fsspec.core import url_to_fs  # noqa: PLC0415

        try:
            self._fs, self._root = url_to_fs(self.url)
        except ImportError as error:
            raise LacksPackagesError(
                f"{self.url} cannot be reached without more packages. "
                "To install them: make setup-cluster"
            ) from error
        except Exception as error:
            raise LocationError(_unreachable(self.url, error)) from error

    @property
    def digest(self) -> str:
        """A name for the folder that is a file name."""
        return hashlib.sha256(self.url.encode()).hexdigest()[:16]

    def files(self) -> list[Listed]:
        """Return all files below the folder, by location; raises LocationError without one."""
        with self._reaching():
            self._fs.invalidate_cache()
            found = self._fs.find(self._root, detail=True)
        if not found:
            raise LocationError(f"There is nothing at {self.url}.")
        root = self._root.rstrip("/") + "/"
        return sorted(
            (
                Listed(location=path.removeprefix(root), size=info["size"], stamp=_stamp(info))
                for path, info in found.items()
                if path.startswith(root) and path != root
            ),
            key=lambda item: item.location,
        )

    def fetch(self, location: str, target: Path) -> bool:
        """Copy a file to a path, whole or not at all; return False where it is gone."""
        target.parent.mkdir(parents=True, exist_ok=True)
        handle, name = tempfile.mkstemp(dir=target.parent, suffix=".tmp")
        os.close(handle)
        try:
            with self._reaching():
                try:
                    self._fs.get_file(f"{self._root}/{location}", name)
                except FileNotFoundError:
                    return False
            Path(name).replace(target)
        finally:
            Path(name).unlink(missing_ok=True)
        return True

    def put(self, source: Path, location: str) -> None:
        """Copy a file of this machine to a location, replacing what is there in one step."""
        target = f"{self._root}/{location}"
        with self._reaching():
            self._fs.makedirs(str(PurePosixPath(target).parent), exist_ok=True)
            if _RENAMING.isdisjoint(self._protocols()):
                self._fs.put_file(str(source), target)
                return
            part = f"{target}.part"
            self._fs.put_file(str(source), part)
            self._fs.mv(part, target)

    def holds(self, location: str) -> bool:
        """Tell whether there is a file at a location."""
        with self._reaching():
            self._fs.invalidate_cache()
            return bool(self._fs.exists(f"{self._root}/{location}"))

    def _protocols(self) -> set[str]:
        protocol = self._fs.protocol
        return {protocol} if isinstance(protocol, str) else set(protocol)

    @contextmanager
    def _reaching(self) -> Iterator[None]:
        """Turn what any file system may raise into one error."""
        try:
            yield
        except Exception as error:
            raise LocationError(_unreachable(self.url, error)) from error


def is_safe(location: str) -> bool:
    """Tell whether a location stays in its folder, on any file system."""
    parts = location.split("/")
    return not any(part in ("", ".", "..") or "\\" in part or "\0" in part for part in parts)


def _stamp(info: dict[str, Any]) -> str:
    return next((str(info[name]) for name in _STAMPS if info.get(name)), "")


def _unreachable(url: str, error: Exception) -> str:
    return f"{url} cannot be reached: {type(error).__name__}: {error}"
