"""Keeps copies of files that lie elsewhere, for as long as there is room."""

from __future__ import annotations

import errno
import shutil
from collections import Counter, OrderedDict
from collections.abc import Iterator, Sequence
from contextlib import contextmanager, suppress
from pathlib import Path
from threading import Lock

from pipeline.location.folder import Folder, is_safe

#: How systems say that they cannot have a file of some name; whoever opens it is told so too.
_CANNOT_SPELL = {errno.ENAMETOOLONG, errno.EILSEQ, errno.EINVAL}
#: Bytes of copies that are kept beside those in use.
ROOM = 2 * 1024**3


class Scratch:
    """A folder for copies; each source has a folder of its own in it."""

    def __init__(self, folder: Path, room: int = ROOM) -> None:
        self._folder = folder
        self._room = room
        self._lock = Lock()
        self._used: Counter[Path] = Counter()
        self._sizes: OrderedDict[Path, int] = OrderedDict()

    @contextmanager
    def holding(self, url: str, locations: Sequence[str], *, fresh: bool) -> Iterator[Path]:
        """Yield a folder with copies of files of the folder at a URL, there inside the `with`.

        A copy that is there already is taken unless it is to be `fresh`. A file that is gone, or
        whose name this machine cannot spell, has none. Raises LocationError where the URL cannot
        be reached.
        """
        source = Folder(url)
        here = self._folder / source.digest
        here.mkdir(parents=True, exist_ok=True)
        paths = {location: here / location for location in set(locations) if is_safe(location)}
        with self._lock:
            self._used.update(paths.values())
        try:
            for location, path in paths.items():
                if fresh or not path.exists():
                    self._bring(source, location, path)
                self._note(path)
            yield here
        finally:
            with self._lock:
                self._used.subtract(paths.values())
            self._make_room()

    def close(self) -> None:
        """Delete all copies."""
        shutil.rmtree(self._folder, ignore_errors=True)

    def _bring(self, source: Folder, location: str, path: Path) -> None:
        try:
            source.fetch(location, path)
        except OSError as error:
            if error.errno not in _CANNOT_SPELL:
                raise

    def _note(self, path: Path) -> None:
        with suppress(OSError), self._lock:
            self._sizes[path] = path.stat().st_size
            self._sizes.move_to_end(path)

    def _make_room(self) -> None:
        """Delete the copies that were not used for longest, while there are too many."""
        with self._lock:
            surplus = sum(self._sizes.values()) - self._room
            for path in [path for path in self._sizes if self._used[path] <= 0]:
                if surplus <= 0:
                    return
                path.unlink(missing_ok=True)
                surplus -= self._sizes.pop(path)
                del self._used[path]
