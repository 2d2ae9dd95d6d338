"""Coverage-guided fuzzing of what reads files of unknown origin.

It needs atheris, which is no requirement of the project: make an environment of its own with
atheris and the requirements, then run, for ten minutes each,

    python tests/fuzz/harness.py TARGET SEEDS… -max_total_time=600

TARGET is `zip-guard` or a suffix such as `pptx`; SEEDS are folders of small files of that kind, the
first of which also takes the new inputs that reach new code. A finding is an input that crashes the
process, takes more than 20 seconds or 600 MB, or makes our own code (not a parser's) raise what
it does not expect.
"""

from __future__ import annotations

import io
import random
import sys
import tempfile
import traceback
import zipfile
from collections.abc import Callable
from pathlib import Path

import atheris

ROOT = Path(__file__).parents[2]
sys.path.insert(0, str(ROOT))

with atheris.instrument_imports(include=["pipeline", "zipfile"]):
    from pipeline import extract as extracting
    from pipeline.extract.refusals import UnreadableError
    from pipeline.ingest.examine import examine
    from pipeline.ingest.settings import IngestSettings
    from pipeline.ingest.zipguard import ZIP_ERRORS, inflation_refusal
    from pipeline.records import media

SCRATCH = Path(tempfile.mkdtemp(prefix="fuzz-"))
SETTINGS = IngestSettings(settle_seconds=0)
KINDS = {
    "pptx": media.PPTX,
    "odp": media.ODP,
    "fodp": media.FODP,
    "pdf": media.PDF,
    "docx": media.DOCX,
    "odt": media.ODT,
    "rtf": media.RTF,
    "html": media.HTML,
    "md": media.MARKDOWN,
    "txt": media.TEXT,
}
LIMITS = ["-timeout=20", "-rss_limit_mb=600", "-max_len=1000000", "-close_fd_mask=3"]


def guard(data: bytes) -> None:
    """Inspect a container as ingest does, then inflate its text parts as `opened` does."""
    path = SCRATCH / "file"
    path.write_bytes(data)
    with path.open("rb") as stream:
        examine(stream, "file.pptx", SETTINGS)
    try:
        with zipfile.ZipFile(path) as archive:
            inflation_refusal(archive)
    except ZIP_ERRORS:
        return


def reader(media_type: str) -> Callable[[bytes], None]:
    """Return what reads a file of a media type and tells our mistakes from damage."""
    read = extracting._READERS[media_type]

    def read_one(data: bytes) -> None:
        path = SCRATCH / "file"
        path.write_bytes(data)
        try:
            read(path)
        except (UnreadableError, MemoryError):
            return
        except Exception as error:
            if is_ours(error):
                raise

    return read_one


def is_ours(error: Exception) -> bool:
    """Tell whether an error was raised in our own code, not in a parser that it calls."""
    last = traceback.extract_tb(error.__traceback__)[-1]
    return str(ROOT / "pipeline") in last.filename


def mutate_part(data: bytes, size: int, seed: int) -> bytes:
    """Mutate one part of a zip, so that damage gets past its checksums; else the bytes."""
    chance = random.Random(seed)  # noqa: S311 - chooses what to damage
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            parts = {entry.filename: archive.read(entry) for entry in archive.infolist()}
    except Exception:
        parts = {}
    if not parts or chance.random() < 0.1:
        return bytes(atheris.Mutate(data, size))
    name = chance.choice(list(parts))
    parts[name] = bytes(atheris.Mutate(parts[name], max(size, len(parts[name]) + 100)))
    packed = io.BytesIO()
    try:
        with zipfile.ZipFile(packed, "w", zipfile.ZIP_DEFLATED) as archive:
            for part, content in parts.items():
                archive.writestr(zipfile.ZipInfo(part), content)
    except Exception:
        return bytes(atheris.Mutate(data, size))
    mutated = packed.getvalue()
    return mutated if len(mutated) <= size else bytes(atheris.Mutate(data, size))


def main() -> None:
    """Fuzz the target that the command line names."""
    target, *arguments = sys.argv[1:]
    test = guard if target == "zip-guard" else reader(KINDS[target])
    zipped = target in ("zip-guard", "pptx", "odp", "docx", "odt")
    options = {"custom_mutator": mutate_part} if zipped else {}
    atheris.Setup([sys.argv[0], *LIMITS, *arguments], test, **options)
    atheris.Fuzz()


if __name__ == "__main__":
    main()
