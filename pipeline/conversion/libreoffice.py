"""LibreOffice, as a program that converts files and may hang or die over any of them."""

from __future__ import annotations

import os
import re
import signal
import subprocess
import sys
import time
from collections.abc import Sequence
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path

from pipeline.records.files import RejectionCode

#: The longest that one file may keep LibreOffice busy, in seconds; the slowest of 74 odd files
#: took 3. The first file of a run also waits for LibreOffice to start.
PATIENCE = 60.0
#: Bytes of data that LibreOffice may hold: 74 odd files took it to 240 MB in all.
_MEMORY = 448 * 1024 * 1024
_GLANCE = 0.1

#: What is printed for each file, in order: before it is written, or when it cannot be read.
_FILE_SEEN = re.compile(r"^(convert .* -> |Error: source file could not be loaded)", re.MULTILINE)
#: Macros never run, links are never followed, and whatever asks the network is sent nowhere.
_CAUTION = """<?xml version="1.0" encoding="UTF-8"?>
<oor:items xmlns:oor="http://openoffice.org/2001/registry">
<item oor:path="/org.openoffice.Office.Common/Security/Scripting">
<prop oor:name="MacroSecurityLevel" oor:op="fuse"><value>3</value></prop></item>
<item oor:path="/org.openoffice.Office.Common/Security/Scripting">
<prop oor:name="DisableMacrosExecution" oor:op="fuse"><value>true</value></prop></item>
<item oor:path="/org.openoffice.Office.Common/Security/Scripting">
<prop oor:name="BlockUntrustedRefererLinks" oor:op="fuse"><value>true</value></prop></item>
<item oor:path="/org.openoffice.Office.Writer/Content/Update">
<prop oor:name="Link" oor:op="fuse"><value>0</value></prop></item>
<item oor:path="/org.openoffice.Inet/Settings">
<prop oor:name="ooInetProxyType" oor:op="fuse"><value>1</value></prop></item>
<item oor:path="/org.openoffice.Inet/Settings">
<prop oor:name="ooInetHTTPProxyName" oor:op="fuse"><value>127.0.0.1</value></prop></item>
<item oor:path="/org.openoffice.Inet/Settings">
<prop oor:name="ooInetHTTPProxyPort" oor:op="fuse"><value>9</value></prop></item>
</oor:items>
"""


@dataclass(frozen=True)
class Run:
    """How one run ended: whether each file that it got to was loaded, and what stopped it, if any.

    A file that was loaded last may have stopped LibreOffice before it was written.
    """

    loaded: tuple[bool, ...]
    stopped_by: RejectionCode | None


@dataclass(frozen=True)
class LibreOffice:
    """LibreOffice with a folder of its own for its profile and what it prints."""

    program: Path
    folder: Path
    patience: float = PATIENCE

    def convert(self, files: Sequence[Path], target: str, output: Path) -> Run:
        """Convert files to the kind of file that a suffix names, into a folder, in order."""
        profile = self.folder / "profile"
        settings = profile / "user" / "registrymodifications.xcu"
        if not settings.exists():
            settings.parent.mkdir(parents=True)
            settings.write_text(_CAUTION, encoding="utf-8")
        command = [
            *(sys.executable, "-m", "pipeline.conversion.launch", str(_MEMORY)),
            *(str(self.program), f"-env:UserInstallation={profile.as_uri()}"),
            *("--headless", "--norestore", "--nolockcheck", "--nofirststartwizard"),
            *("--convert-to", target, "--outdir", str(output), *map(str, files)),
        ]
        said = self.folder / "said.txt"
        with said.open("wb") as stream:
            process = subprocess.Popen(  # noqa: S603 - LibreOffice, over files of our own naming
                command,
                stdin=subprocess.DEVNULL,
                stdout=stream,
                stderr=subprocess.STDOUT,
                start_new_session=True,
            )
        try:
            stopped_by = self._wait(process, said)
        finally:
            _end(process)
        return Run(_loaded(said), stopped_by)

    def _wait(self, process: subprocess.Popen[bytes], said: Path) -> RejectionCode | None:
        """Wait for the end, as long as one file after the other is dealt with."""
        seen = 0
        deadline = time.monotonic() + self.patience
        while process.poll() is None:
            if (now := len(_loaded(said))) > seen:
                seen = now
                deadline = time.monotonic() + self.patience
            if time.monotonic() > deadline:
                return RejectionCode.TIMEOUT
            time.sleep(_GLANCE)
        return RejectionCode.CRASHED if process.returncode else None


def _loaded(said: Path) -> tuple[bool, ...]:
    lines = _FILE_SEEN.findall(said.read_text(encoding="utf-8", errors="replace"))
    return tuple(line.startswith("convert") for line in lines)


def _end(process: subprocess.Popen[bytes]) -> None:
    """End the program and those that it started."""
    if hasattr(os, "killpg"):
        with suppress(ProcessLookupError):
            os.killpg(process.pid, signal.SIGKILL)
    else:
        process.kill()
    process.wait()
