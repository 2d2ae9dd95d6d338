"""Starts a program inside fences: `python -m pipeline.conversion.launch BYTES PROGRAM ARGUMENT…`.

The program may hold so many bytes of data, and has no network where the system lets it be taken
away. A process of its own puts up the fences, because they hold for a process as a whole.
"""

from __future__ import annotations

import os
import sys

from pipeline.engine.fences import enter_empty_network


def main() -> None:
    """Put up the fences and become the program."""
    memory, *command = sys.argv[1:]
    if sys.platform == "linux":
        import resource  # noqa: PLC0415 - absent on Windows

        # Not the address space, of which LibreOffice's libraries take more than its work does.
        resource.setrlimit(resource.RLIMIT_DATA, (int(memory), int(memory)))
    enter_empty_network()
    os.execv(command[0], command)  # noqa: S606 - the program that the settings name


if __name__ == "__main__":
    main()
