"""Where a command reads and writes: folders of this machine, or others by URL."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path

from rich.console import Console

from pipeline.cli.main import Exit
from pipeline.location import (
    Folder,
    LacksPackagesError,
    Listed,
    LocationError,
    bring_inputs,
    is_remote,
    local_path,
    send,
)
from pipeline.records.base import Record
from pipeline.report import complain
from pipeline.settings import RunSettings
from pipeline.translation import Wording
from pipeline.unchanged import INDEX, OUTPUTS

#: Below it lies what was written for another place, and what is kept of it between runs.
ELSEWHERE = Path("output", ".elsewhere")
#: The programme and the decisions of an inbox that lies elsewhere, below the output.
INPUTS = ".inbox"
#: What is sent, the index last: who sees it finds the rest.
SENT = (*(name for name in OUTPUTS if name != INDEX), "report.md", INDEX)


class Places(Record, frozen=True):
    """The folders of a run on this machine, and the URLs of which they are the near end.

    See `RunSettings`; `files` lists an inbox that lies elsewhere.
    """

    inbox: Path
    output: Path
    origin: str = ""
    target: str = ""
    files: tuple[Listed, ...] = ()

    @property
    def shown_inbox(self) -> str | Path:
        """The inbox, as a person knows it."""
        return self.origin or self.inbox

    def shown(self, name: str) -> str | Path:
        """Return where a person finds a file of the output."""
        return f"{self.target}/{name}" if self.target else self.output / name


def places_of(inbox: str, output: str) -> Places:
    """Return the places that a person names by path or URL; raises LocationError."""
    target = Folder(output).url if is_remote(output) else ""
    here = ELSEWHERE / Folder(target).digest if target else local_path(output)
    if not is_remote(inbox):
        return Places(inbox=local_path(inbox), output=here, target=target)
    origin = Folder(inbox)
    files = tuple(file for file in origin.files() if not _below(target, origin.url, file))
    return Places(inbox=here / INPUTS, output=here, origin=origin.url, target=target, files=files)


def written_in(output: str) -> Path:
    """Return a folder of this machine with the index that was written to a path or URL, if any.

    Raises LocationError.
    """
    if not is_remote(output):
        return local_path(output)
    target = Folder(output)
    here = ELSEWHERE / target.digest
    target.fetch(INDEX, here / INDEX)
    return here


def bring_programmes(places: Places, electives: Iterable[str]) -> None:
    """Copy programmes and decisions of an inbox that lies elsewhere; raises LocationError."""
    if places.origin:
        bring_inputs(Folder(places.origin), places.files, electives, places.inbox)


def send_elective(settings: RunSettings) -> None:
    """Send what was written of an elective to its target, if it has one; raises LocationError."""
    if settings.target:
        send(settings.output, SENT, Folder(settings.target))


def unreachable(error: LocationError, console: Console, say: Wording) -> Exit:
    """Tell that a place cannot be reached; return the exit status."""
    complain(console, say("A place cannot be reached."), say.sentence(str(error)))
    return Exit.USAGE if isinstance(error, LacksPackagesError) else Exit.FAILED


def _below(target: str, origin: str, file: Listed) -> bool:
    """Tell whether a file of the inbox is one that earlier runs sent."""
    return bool(target) and f"{origin}/{file.location}".startswith(f"{target}/")
