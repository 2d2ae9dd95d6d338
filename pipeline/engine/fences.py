"""What a worker process may not do: print, use the network, take all memory."""

from __future__ import annotations

import ctypes
import os
import sys
from contextlib import suppress
from pathlib import Path
from typing import Any

#: Flags of unshare(2).
_NEW_USER = 0x10000000
_NEW_NETWORK = 0x40000000
#: The first figure is the size of the address space in pages (proc(5)).
_OWN_SIZE = Path("/proc/self/statm")


def silence() -> None:
    """Send what is written to standard output and error nowhere, by libraries in C too."""
    nowhere = os.open(os.devnull, os.O_WRONLY)
    for stream in (1, 2):
        os.dup2(nowhere, stream)
    os.close(nowhere)


def cut_off_network() -> None:
    """Refuse all sockets to Python code, for good; on Linux, where permitted, to all code."""
    sys.addaudithook(_refuse_sockets)
    enter_empty_network()


def _refuse_sockets(event: str, _arguments: tuple[Any, ...]) -> None:
    if event.startswith("socket."):
        raise PermissionError("a worker has no network")


def enter_empty_network() -> None:
    """Leave the network, with all processes that this one starts, on Linux and where permitted.

    A network namespace of its own has no interface that leads anywhere. Root may make one, and
    others where the system lets them have user namespaces.
    """
    if sys.platform != "linux":
        return
    libc = ctypes.CDLL(None)
    if libc.unshare(_NEW_NETWORK) == 0:
        return
    user, group = os.getuid(), os.getgid()
    if libc.unshare(_NEW_USER | _NEW_NETWORK) == 0:
        # Without this nobody owns the files that the worker makes, and it can make none.
        with suppress(OSError):
            Path("/proc/self/setgroups").write_text("deny")
            Path("/proc/self/uid_map").write_text(f"{user} {user} 1")
            Path("/proc/self/gid_map").write_text(f"{group} {group} 1")


def limit_memory(extra: int) -> None:
    """Let allocations fail beyond what the process holds now and `extra` bytes (0: never).

    Linux alone tells a process its size and keeps it to such a limit.
    """
    if extra and sys.platform == "linux":
        import resource  # noqa: PLC0415 - absent on Windows

        held = int(_OWN_SIZE.read_text().split()[0]) * resource.getpagesize()
        resource.setrlimit(resource.RLIMIT_AS, (held + extra, held + extra))
