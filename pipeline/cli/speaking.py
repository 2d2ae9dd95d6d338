"""What commands share in speaking to people."""

from __future__ import annotations

import errno
import os
from pathlib import Path
from typing import TYPE_CHECKING, Any

import msgspec
from rich.console import Console

from pipeline.translation import Wording, language_of

if TYPE_CHECKING:
    # Reading programmes loads more than `--help` may wait for.
    from pipeline.programme.problems import Problem

_FULL = {errno.ENOSPC, errno.EDQUOT}
_FORBIDDEN = {errno.EACCES, errno.EPERM}


def wording() -> Wording:
    """Return the texts in the language of the person at the terminal."""
    return Wording(language_of(os.environ))


def translated(command: Any) -> Any:
    """Return a command with its help, and that of its parts, in the language of the person."""
    say = wording()
    for told in (command, *command.params):
        help_text = getattr(told, "help", None)
        if help_text:
            told.help = say.sentence(help_text)
    if command.epilog:
        command.epilog = say.sentence(command.epilog)
    for part in getattr(command, "commands", {}).values():
        translated(part)
    return command


def told(problem: Problem, say: Wording) -> str:
    """Return a problem of a programme as one line for a person."""
    place = problem.file
    if problem.line is not None:
        place = say("{file}, line {line}", file=problem.file, line=problem.line)
    return f"{place}: {say.sentence(problem.message)}"


def to_people() -> Console:
    """Return the console for what people read; what programs read goes to standard output."""
    return Console(stderr=True)


def print_json(value: object) -> None:
    """Print what programs read, a record or records in containers, to standard output."""
    print(msgspec.json.format(msgspec.json.encode(value), indent=2).decode())


def why_not_written(error: OSError, output: Path, say: Wording) -> str:
    """Say in a sentence why a folder did not take a file, with the command that mends it."""
    where = {"output": output, "why": error.strerror or error}
    if error.errno in _FULL:
        return say(
            "The disk with {output} is full. Make room on it, or write to another disk: "
            "make OUTPUT=/another/disk/index",
            **where,
        )
    if error.errno == errno.EROFS:
        return say(
            "{output} is on a disk that can only be read. Write elsewhere: make OUTPUT=~/index",
            **where,
        )
    if error.errno in _FORBIDDEN:
        return say(
            '{output} may not be written to. Give yourself the right: chmod -R u+rwX "{output}". '
            "Or write elsewhere: make OUTPUT=~/index",
            **where,
        )
    return say(
        "{output} did not take the index: {why}. To see more: elective-index doctor", **where
    )
