"""Hosts of our own making: network namespaces on a private network, each with a share of a core."""

from __future__ import annotations

import os
import shutil
import signal
import subprocess
from collections.abc import Mapping, Sequence
from contextlib import suppress
from pathlib import Path

NETWORK = "10.77.0"
BRIDGE = "electives0"
CPU, USED = Path("/sys/fs/cgroup/cpu"), Path("/sys/fs/cgroup/cpuacct")
#: Microseconds in which a host may use its share of a core.
PERIOD = 100_000


class Hosts:
    """A bridge with this machine on it as `.1`, and hosts beside it; only root makes them."""

    def __init__(self, count: int) -> None:
        self.here = f"{NETWORK}.1"
        self.names = [f"elective-host-{number}" for number in range(1, count + 1)]
        self._processes: list[subprocess.Popen[bytes]] = []

    def __enter__(self) -> Hosts:
        self._remove()
        _run("ip", "link", "add", BRIDGE, "type", "bridge")
        _run("ip", "addr", "add", f"{self.here}/24", "dev", BRIDGE)
        _run("ip", "link", "set", BRIDGE, "up")
        for number, name in enumerate(self.names, start=2):
            near, address = f"elect{number}", f"{NETWORK}.{number}/24"
            _run("ip", "netns", "add", name)
            _run("ip", "link", "add", near, "type", "veth", "peer", "name", "eth0", "netns", name)
            _run("ip", "link", "set", near, "master", BRIDGE, "up")
            _run("ip", "-n", name, "addr", "add", address, "dev", "eth0")
            _run("ip", "-n", name, "link", "set", "eth0", "up")
            _run("ip", "-n", name, "link", "set", "lo", "up")
            (CPU / name).mkdir()
            (USED / name).mkdir()
        return self

    def __exit__(self, *_: object) -> None:
        for process in self._processes:
            kill(process)
        self._remove()

    def start(
        self,
        command: Sequence[str],
        environment: Mapping[str, str],
        host: str | None = None,
        cwd: Path | None = None,
    ) -> subprocess.Popen[bytes]:
        """Start a program on a host, or on this machine."""
        inside = ["ip", "netns", "exec", host, *command] if host else [*command]
        process = subprocess.Popen(
            inside,
            cwd=cwd,
            env={**os.environ, **environment},
            stdout=subprocess.DEVNULL,
            stderr=subprocess.DEVNULL,
            start_new_session=True,
            preexec_fn=(lambda: _join(host)) if host else None,  # noqa: PLW1509 - no threads yet
        )
        self._processes.append(process)
        return process

    def limit(self, cores: float) -> None:
        """Give each host so many cores, however busy this machine is."""
        for name in self.names:
            (CPU / name / "cpu.cfs_quota_us").write_text(str(int(cores * PERIOD)))

    def used(self) -> list[float]:
        """Return how many seconds of processor each host has used so far."""
        return [int((USED / name / "cpuacct.usage").read_text()) / 1e9 for name in self.names]

    def unlimit(self) -> None:
        """Give each host as many cores as it gets."""
        for name in self.names:
            (CPU / name / "cpu.cfs_quota_us").write_text("-1")

    def _remove(self) -> None:
        for number, name in enumerate(self.names, start=2):
            _run("ip", "link", "del", f"elect{number}", check=False)
            _run("ip", "netns", "del", name, check=False)
            for group in (CPU, USED):
                with suppress(OSError):
                    (group / name).rmdir()
        _run("ip", "link", "del", BRIDGE, check=False)


def possible() -> bool:
    """Tell whether this machine lets us make hosts."""
    return os.geteuid() == 0 and shutil.which("ip") is not None and CPU.is_dir() and USED.is_dir()


def kill(process: subprocess.Popen[bytes]) -> None:
    """End a program at once, with all that it started."""
    with suppress(ProcessLookupError):
        os.killpg(process.pid, signal.SIGKILL)
    process.wait()


def _join(host: str) -> None:
    for group in (CPU, USED):
        (group / host / "cgroup.procs").write_text(str(os.getpid()))


def _run(*command: str, check: bool = True) -> None:
    subprocess.run(command, check=check, stderr=None if check else subprocess.DEVNULL)
