"""What commands share in speaking to people."""

from __future__ import annotations

import errno
import os
from pathlib import Path
from typing import TYPE_CHECKING, Any

import msgspec
from rich.console import Console
from typer import Context

from pipeline.translation import Wording, language_of

if TYPE_CHECKING:
    # Reading programmes loads more than `--help` may wait for.
    from pipeline.programme.problems import Problem

_FULL = {errno.ENOSPC, errno.EDQUOT}
_FORBIDDEN = {errno.EACCES, errno.EPERM}


def wording() -> Wording:
    """Return the texts in the language of the person at the terminal."""
    return Wording(language_of(os.environ))


def for_people(command: Any) -> Any:
    """Return a command whose help, and that of its parts, speaks the language of the person.

    Flags take no value, and show none.
    """
    say = wording()
    for name in ("help", "epilog", "rich_help_panel"):
        text = getattr(command, name, None)
        if isinstance(text, str):
            setattr(command, name, say.sentence(text))
    for option in (*command.params, command.get_help_option(Context(command))):
        if option.help:
            option.help = say.sentence(option.help)
        if getattr(option, "is_flag", False):
            option.metavar = ""
    for part in getattr(command, "commands", {}).values():
        for_people(part)
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
