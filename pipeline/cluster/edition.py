"""Tells whether two machines would make the same of a file."""

from __future__ import annotations

import re
import sys
from collections.abc import Iterator
from importlib.metadata import PackageNotFoundError, requires, version

from pipeline.records.base import Record
from pipeline.settings import PACKAGE
from pipeline.store import code_digest
from pipeline.tools import find_libreoffice, find_tesseract

_DISTRIBUTION = "elective-index"


class Edition(Record, frozen=True):
    """All on a machine that what is read of a file depends on.

    `code` is a digest of the program, `packages` the version of each that it needs, `tesseract`
    the languages that it knows there.
    """

    code: str
    python: str
    packages: dict[str, str]
    tesseract: tuple[str, ...]
    libreoffice: bool


def edition_here() -> Edition:
    """Return the edition of this machine."""
    needed = requires(_DISTRIBUTION) or []
    names = [re.split(r"[^\w.-]", line, maxsplit=1)[0] for line in needed if "extra ==" not in line]
    tesseract = find_tesseract()
    return Edition(
        code=code_digest(PACKAGE),
        python=".".join(map(str, sys.version_info[:2])),
        packages={name: _version(name) for name in [*names, "distributed"]},
        tesseract=tesseract.languages if tesseract else (),
        libreoffice=find_libreoffice() is not None,
    )


def differences(here: Edition, there: Edition) -> Iterator[str]:
    """Yield what a machine has that differs, as parts of a sentence."""
    if here.code != there.code:
        yield "another version of elective-index"
    if here.python != there.python:
        yield f"Python {there.python} instead of {here.python}"
    for name, wanted in here.packages.items():
        if (found := there.packages.get(name)) != wanted:
            yield f"{name} {found or 'missing'} instead of {wanted or 'none'}"
    if here.tesseract != there.tesseract:
        yield f"Tesseract for {_listed(there.tesseract)} instead of {_listed(here.tesseract)}"
    if here.libreoffice != there.libreoffice:
        yield "LibreOffice" if there.libreoffice else "no LibreOffice"


def _version(name: str) -> str:
    try:
        return version(name)
    except PackageNotFoundError:
        return ""


def _listed(languages: tuple[str, ...]) -> str:
    return ", ".join(languages) or "no language"
