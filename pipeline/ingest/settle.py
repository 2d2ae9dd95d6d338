"""Waits for files that are still being copied."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from pathlib import Path

from pipeline.ingest.settings import IngestSettings
from pipeline.ingest.walk import Found, failed
from pipeline.records.files import Ignored, Rejected

_UNSETTLED = "Still being copied. Run again when it is complete."


def settle(
    inbox: Path,
    found: Iterable[Found],
    *,
    settings: IngestSettings,
    say: Callable[[str], None],
    sleep: Callable[[float], None],
    clock: Callable[[], float],
) -> tuple[list[Found], list[Rejected | Ignored]]:
    """Part files that stand still from those that keep growing or vanish.

    All files that changed within the last `settle_seconds` are looked at again together, every
    `settle_seconds`, until they stand still or `settle_limit` is reached. `clock` tells POSIX
    time in seconds.
    """
    still: list[Found] = []
    growing: list[Found] = []
    recent = (clock() - settings.settle_seconds) * 1e9
    for file in found:
        waits = settings.settle_seconds > 0 and file.modified > recent
        (growing if waits else still).append(file)
    gone: list[Rejected | Ignored] = []
    waited = 0.0
    if growing:
        say(_waiting(growing))
    while growing and waited < settings.settle_limit:
        sleep(settings.settle_seconds)
        waited += settings.settle_seconds
        looks = [(before, _look_again(inbox, before)) for before in growing]
        gone.extend(now for _, now in looks if not isinstance(now, Found))
        still.extend(before for before, now in looks if now == before)
        growing = [now for before, now in looks if isinstance(now, Found) and now != before]
    gone.extend(Ignored(path=file.path, reason=_UNSETTLED) for file in growing)
    return still, gone


def _waiting(growing: list[Found]) -> str:
    first, others = growing[0].path, len(growing) - 1
    if not others:
        return f"Waiting for {first}, which is still being copied …"
    files = "1 other file" if others == 1 else f"{others} other files"
    return f"Waiting for {first} and {files} that are still being copied …"


def _look_again(inbox: Path, file: Found) -> Found | Rejected | Ignored:
    try:
        status = (inbox / file.location).lstat()
    except OSError as error:
        return failed(file.path, error)
    return Found(
        path=file.path, location=file.location, size=status.st_size, modified=status.st_mtime_ns
    )
