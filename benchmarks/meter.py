"""Runs a command and says what it took with all the processes that it started (Linux).

Workers are often children of children that nobody waits for; here they are inherited and waited
for, so that none of their time is lost.
"""

from __future__ import annotations

import ctypes
import json
import os
import resource
import subprocess
import sys
import time
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import NamedTuple

_PR_SET_CHILD_SUBREAPER = 36


class Taken(NamedTuple):
    """Seconds on the wall, seconds of processors, bytes of memory of the largest process.

    `own_cpu` and `own_peak` are those of the command's own process, without its workers.
    """

    wall: float
    cpu: float
    peak: int
    own_cpu: float
    own_peak: int


def meter(command: Sequence[str], environment: Mapping[str, str] | None = None) -> Taken:
    """Run a command, which must end well, in a process of its own that waits for all others."""
    reply, end = os.pipe()
    with os.fdopen(reply) as stream:
        subprocess.run(
            [sys.executable, "-m", "benchmarks.meter", str(end), *command],
            env=environment,
            pass_fds=[end],
            check=True,
            stdout=subprocess.DEVNULL,
            stderr=subprocess.PIPE,
        )
        os.close(end)
        return Taken(*json.load(stream))


def _main(end: int, command: Sequence[str]) -> int:
    ctypes.CDLL(None).prctl(_PR_SET_CHILD_SUBREAPER, 1, 0, 0, 0)
    started = time.perf_counter()
    process = subprocess.Popen(command)
    _, status, own = os.wait4(process.pid, 0)
    process.returncode = os.waitstatus_to_exitcode(status)
    wall = time.perf_counter() - started
    while True:
        try:
            os.wait()
        except ChildProcessError:
            break
    used = resource.getrusage(resource.RUSAGE_CHILDREN)
    taken = Taken(
        wall,
        used.ru_utime + used.ru_stime,
        used.ru_maxrss * 1024,
        own.ru_utime + own.ru_stime,
        own.ru_maxrss * 1024,
    )
    with os.fdopen(end, "w") as stream:
        json.dump(taken, stream)
    return process.returncode


def without(environment: Mapping[str, str], *programs: str) -> dict[str, str]:
    """Return an environment on whose path some programs are not found."""
    folders = [
        folder
        for folder in environment.get("PATH", "").split(os.pathsep)
        if not any((Path(folder) / program).exists() for program in programs)
    ]
    return {**environment, "PATH": os.pathsep.join(folders)}


if __name__ == "__main__":
    sys.exit(_main(int(sys.argv[1]), sys.argv[2:]))
