"""Coverage-guided fuzzing of what reads files of unknown origin: see README.md beside this."""

from __future__ import annotations

import sys
import tempfile
import traceback
import zipfile
from collections.abc import Callable
from pathlib import Path

import atheris
import mutations

ROOT = Path(__file__).parents[2]
sys.path.insert(0, str(ROOT))

with atheris.instrument_imports(include=["pipeline", "zipfile"]):
    from pipeline import extract as extracting
    from pipeline.extract.refusals import UnreadableError
    from pipeline.extract.workbooks import Workbooks
    from pipeline.ingest.examine import examine
    from pipeline.ingest.settings import IngestSettings
    from pipeline.ingest.zipguard import ZIP_ERRORS, inflation_refusal
    from pipeline.records import media

FINDINGS = Path("findings")
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
#: How zipped and XML files are damaged; the others byte by byte.
DAMAGE = {
    "zip-guard": mutations.of_zip(raw=0.5),
    "fodp": mutations.of_xml,
    **dict.fromkeys(("pptx", "odp", "docx", "odt", "workbook"), mutations.of_zip(raw=0.1)),
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
            note(error, data)

    return read_one


def workbook(data: bytes) -> None:
    """Read an embedded workbook."""
    try:
        list(Workbooks().rows(data))
    except (UnreadableError, MemoryError):
        return
    except Exception as error:
        note(error, data)


def note(error: Exception, data: bytes) -> None:
    """Keep an input on which our own code, not a parser that it calls, fails; one a line of code.

    Such an error does no harm, as `extract` takes every error for damage, but what is no more than
    odd should be read.
    """
    last = traceback.extract_tb(error.__traceback__)[-1]
    finding = FINDINGS / f"{Path(last.filename).stem}-{last.lineno}"
    if str(ROOT / "pipeline") in last.filename and not finding.exists():
        finding.write_bytes(data)
        trace = "".join(traceback.format_exception(error))
        finding.with_suffix(".txt").write_text(trace, errors="backslashreplace")


def main() -> None:
    """Fuzz the target that the command line names."""
    target, *arguments = sys.argv[1:]
    FINDINGS.mkdir(exist_ok=True)
    tests = {"zip-guard": guard, "workbook": workbook}
    test = tests.get(target) or reader(KINDS[target])
    damage = DAMAGE.get(target)
    options = {"custom_mutator": damage} if damage else {}
    atheris.Setup([sys.argv[0], *LIMITS, *arguments], test, **options)
    atheris.Fuzz()


if __name__ == "__main__":
    main()
