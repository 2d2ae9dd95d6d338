from __future__ import annotations

import stat
import subprocess
import sys
import threading
from pathlib import Path

import pytest

from pipeline.atomic import write_atomically

OLD, NEW = b"old " * 50_000, b"new " * 70_000

#: Runs in a process of its own, which may write no file above 100 kB, as on a full disk.
WRITE_ON_A_FULL_DISK = """
import resource, sys
from pathlib import Path
from pipeline.atomic import write_atomically
resource.setrlimit(resource.RLIMIT_FSIZE, (100_000, 100_000))
try:
    write_atomically(Path(sys.argv[1]), b"new " * 70_000)
except OSError:
    sys.exit(28)
"""


@pytest.mark.parametrize("durable", [True, False])
def test_a_file_is_made_and_replaced_whole(tmp_path: Path, durable: bool) -> None:
    path = tmp_path / "index.json"
    for content in (OLD, NEW, b""):
        write_atomically(path, content, durable=durable)
        assert path.read_bytes() == content
        assert list(tmp_path.iterdir()) == [path]


def test_everybody_may_read_the_file(tmp_path: Path) -> None:
    path = tmp_path / "index.json"
    write_atomically(path, NEW)
    assert stat.S_IMODE(path.stat().st_mode) & 0o444 == 0o444


@pytest.mark.skipif(sys.platform == "win32", reason="Windows sets no limit on the size of files")
def test_a_full_disk_leaves_the_old_file_and_nothing_else(tmp_path: Path) -> None:
    path = tmp_path / "index.json"
    path.write_bytes(OLD)
    done = subprocess.run([sys.executable, "-c", WRITE_ON_A_FULL_DISK, path], check=False)
    assert done.returncode == 28
    assert path.read_bytes() == OLD
    assert list(tmp_path.iterdir()) == [path]


def test_a_place_that_cannot_be_written_raises_and_leaves_nothing(tmp_path: Path) -> None:
    (tmp_path / "index.json").mkdir()
    with pytest.raises(OSError, match=r"index\.json"):
        write_atomically(tmp_path / "index.json", NEW)
    assert [path.name for path in tmp_path.iterdir()] == ["index.json"]
    with pytest.raises(FileNotFoundError):
        write_atomically(tmp_path / "missing" / "index.json", NEW)


def test_a_reader_never_sees_half_a_file(tmp_path: Path) -> None:
    path = tmp_path / "index.json"
    write_atomically(path, OLD)

    def write() -> None:
        for content in [NEW, OLD] * 100:
            write_atomically(path, content, durable=False)

    writer = threading.Thread(target=write)
    writer.start()
    seen = {path.read_bytes()}
    while writer.is_alive():
        seen.add(path.read_bytes())
    writer.join()
    assert seen <= {OLD, NEW}
