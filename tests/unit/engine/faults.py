"""Functions that go wrong in every way a parser can, for workers to run."""

from __future__ import annotations

import hashlib
import os
import pickle
import signal
import socket
import subprocess
import sys
import time
from collections.abc import Callable
from functools import partial
from typing import Any, NoReturn

MIB = 1024 * 1024


class UnprintableError(Exception):
    """An error of which not even the message can be made."""

    def __str__(self) -> str:
        raise ValueError("no message")


class StuckError(Exception):
    """An error that pickles, but cannot be made again from its pickle."""

    def __init__(self, first: str, second: str) -> None:
        super().__init__(first + second)


class Unpicklable:
    """A value that does not leave the worker."""

    def __reduce__(self) -> NoReturn:
        raise pickle.PicklingError("stays here")


def hang() -> None:
    """Sleep for longer than anybody waits."""
    time.sleep(600)


def spin() -> None:
    """Keep the processor busy in C code, where no signal handler of Python runs."""
    hashlib.pbkdf2_hmac("sha256", b"", b"", 10**9)


def die(number: int) -> None:
    """End by a signal."""
    os.kill(os.getpid(), number)


def swell() -> int:
    """Take memory without end, all of it touched."""
    held = []
    while True:
        held.append(b"x" * (16 * MIB))


HOARD: list[bytes] = []


def hoard() -> str:
    """Keep 80 MB for ever."""
    HOARD.append(b"x" * (80 * MIB))
    return "hoarded"


def flood() -> str:
    """Write 40 MB to both streams, through Python and past it."""
    for stream in (1, 2):
        for _ in range(20):
            os.write(stream, b"y" * MIB)
    print("z" * MIB, file=sys.stderr)
    return "done"


def connect(port: int) -> None:
    """Open a connection to this computer."""
    with socket.create_connection(("127.0.0.1", port), timeout=2):
        pass


def connect_without_python(port: int) -> int:
    """Return the exit status of a program that opens a connection to this computer."""
    command = ["bash", "-c", f"exec 3<>/dev/tcp/127.0.0.1/{port}"]
    return subprocess.run(command, check=False, stdin=subprocess.DEVNULL, timeout=5).returncode


def fail(error: BaseException) -> NoReturn:
    """Raise an error."""
    raise error


def raise_stuck() -> NoReturn:
    """Raise an error that cannot travel."""
    raise StuckError("a", "b")


def raise_unprintable() -> NoReturn:
    """Raise an error that cannot be shown."""
    raise UnprintableError


def leave() -> NoReturn:
    """Leave as a program does."""
    sys.exit(3)


FAULTS: dict[str, Callable[[], Any]] = {
    "nap": partial(time.sleep, 0.2),
    "hang": hang,
    "spin": spin,
    "killed": partial(die, signal.SIGKILL),
    "segfault": partial(die, signal.SIGSEGV),
    "abort": os.abort,
    "quit": partial(os._exit, 0),
    "swell": swell,
    "hoard": hoard,
    "flood": flood,
    "error": partial(fail, ValueError("no such page")),
    "long-error": partial(fail, ValueError("\udcff\x1b[31m\n" * 100_000)),
    "address": partial(fail, ValueError(f"<object at {id(object()):#x}>")),
    "unprintable": raise_unprintable,
    "stuck": raise_stuck,
    "leave": leave,
    "interrupt": partial(fail, KeyboardInterrupt()),
    "unpicklable": Unpicklable,
}


def run_fault(name: str) -> Any:
    """Run a fault by its name; any other item is returned as it is."""
    return FAULTS[name]() if name in FAULTS else name


def make_run_fault() -> Callable[[str], Any]:
    """Make the function in a worker."""
    return run_fault


def make_caller() -> Callable[[Callable[[], Any]], Any]:
    """Make a function that calls its item."""
    return call


def call(item: Callable[[], Any]) -> Any:
    """Call the item."""
    return item()


def make_nothing() -> NoReturn:
    """Fail to make a function, as where a model is missing."""
    raise FileNotFoundError("the model is missing")


def make_dying() -> NoReturn:
    """Die while making a function."""
    os._exit(5)
