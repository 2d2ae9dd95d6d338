"""The most memory that each process of a run held, as Linux tells it."""

from __future__ import annotations

import os
import threading
from collections import defaultdict
from pathlib import Path
from types import TracebackType

_PROC = Path("/proc")
_SECONDS = 0.1
_KIB = 1024


class MemoryWatch:
    """Watches this process and all that descend from it, while it is entered.

    `peaks` holds the most bytes that were resident in one process, by the kind of process. Where
    there is no /proc it stays empty.
    """

    def __init__(self) -> None:
        self.peaks: dict[str, int] = {}
        self._ended = threading.Event()
        self._thread = threading.Thread(target=self._watch, daemon=True)

    def __enter__(self) -> MemoryWatch:
        self._thread.start()
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        self._ended.set()
        self._thread.join()

    def _watch(self) -> None:
        while not self._ended.wait(_SECONDS):
            for name, peak in _family(os.getpid()):
                self.peaks[name] = max(peak, self.peaks.get(name, 0))


def _family(root: int) -> list[tuple[str, int]]:
    """Return the name and the peak of a process and of each of its descendants."""
    processes: dict[int, tuple[str, int]] = {}
    children: defaultdict[int, list[int]] = defaultdict(list)
    for folder in _PROC.glob("[0-9]*"):
        try:
            lines = (folder / "status").read_text(encoding="utf-8", errors="replace").splitlines()
        except OSError:
            continue
        status = dict(line.split(":", 1) for line in lines if ":" in line)
        number = int(folder.name)
        peak = int(status.get("VmHWM", "0").split()[0]) * _KIB
        processes[number] = status["Name"].strip(), peak
        children[int(status["PPid"])].append(number)
    waiting, found = [root], []
    while waiting:
        number = waiting.pop()
        if number in processes:
            name, peak = processes[number]
            found.append(("main process" if number == root else name, peak))
        waiting.extend(children[number])
    return found
