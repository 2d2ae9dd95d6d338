"""What happens inside a worker process."""

from __future__ import annotations

import os
import pickle
import re
import time
from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from pipeline.engine.fences import cut_off_network, limit_memory, silence

#: The exit status of a worker that reached its memory limit, to be replaced by a slim one: over
#: its first item, or later, when libraries may have hoarded what they saw.
SWOLLEN = 86
FULL = 87

#: Characters of an error that are kept; a message may hold a whole file.
_LONGEST_ERROR = 200
#: Addresses differ from run to run, and the index must not.
_ADDRESS = re.compile(r"0x[0-9a-fA-F]+")


@dataclass(frozen=True)
class Reply:
    """A pickled value and the time it took, or the error of an item, or why there is no function.

    An exception never travels: it may not pickle, or not unpickle, which would break the pool.
    """

    value: bytes | None = None
    error: str = ""
    no_function: str = ""
    seconds: float = 0.0


class _Worker:
    """The one place where a worker process keeps its function between items."""

    function: Callable[[Any], Any]
    failed: str = ""
    used: bool = False


def prepare(make: Callable[[], Callable[[Any], Any]], memory: int) -> None:
    """Put up the fences and make the function; `memory` in bytes is what items may add.

    Where it cannot be made, `call` tells the main process, which stops.
    """
    silence()
    cut_off_network()
    try:
        _Worker.function = staticmethod(make())
    except BaseException as error:
        _Worker.failed = describe(error)
    limit_memory(memory)


def call(item: Any) -> Reply:
    """Run the function on an item; whatever it raises becomes an error, SystemExit too."""
    if _Worker.failed:
        return Reply(no_function=_Worker.failed)
    started = time.perf_counter()
    try:
        value = pickle.dumps(_Worker.function(item))
    except MemoryError:
        os._exit(FULL if _Worker.used else SWOLLEN)
    except BaseException as error:
        return Reply(error=describe(error))
    finally:
        _Worker.used = True
    return Reply(value=value, seconds=time.perf_counter() - started)


def describe(error: BaseException) -> str:
    """Name an exception on one printable line, also one whose message cannot be made."""
    try:
        message = str(error)[:_LONGEST_ERROR]
    except Exception:
        message = ""
    line = f"{type(error).__name__}: {_ADDRESS.sub('0x…', message)}".rstrip(": ")
    return "".join(char if char.isprintable() else " " for char in line)
