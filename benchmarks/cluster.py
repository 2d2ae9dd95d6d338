"""Two Dask workers on two hosts against one, with files on S3; then with losses on the way.

    sudo .venv/bin/python -m benchmarks.cluster [--decks 96] [--cores 0.25]

Each host is a network namespace with a share of a core, so that hosts do not take time from each
other on a machine that has no more cores than it has hosts. Models are loaded before the clock
starts. The second part runs the command, kills a worker and the scheduler half-way, and compares
what it writes to what one machine writes.
"""

from __future__ import annotations

import argparse
import os
import shutil
import socket
import subprocess
import sys
import tempfile
import time
import zipfile
from contextlib import closing
from pathlib import Path

import s3fs
from distributed import Client
from rich.console import Console

from benchmarks.hosts import Hosts, kill, possible
from pipeline.cli.means import vocabulary_of
from pipeline.cluster.dask import Cluster
from pipeline.job import open_library, open_store
from pipeline.programme import ProgrammeProblems, expected_in
from pipeline.report import ProgressBar
from pipeline.settings import RunSettings
from pipeline.shards import Sharded
from pipeline.tag import Vocabulary

ROOT = Path(__file__).parents[1]
SAMPLE = ROOT / "tests" / "data" / "sample"
S3, DASK = 5000, 8786
WRITTEN = ("index.json", "index.jsonld", "schedule.json", "resources.csv")


def make_decks(folder: Path, count: int) -> Path:
    """Copy the sample's decks over and over, each time with other bytes and the same content."""
    folder.mkdir()
    shutil.copy(SAMPLE / "programme.yaml", folder)
    sources = [
        path
        for path in sorted(SAMPLE.rglob("*"))
        if path.suffix in (".pdf", ".pptx") and zip_or_pdf(path)
    ]
    for number in range(count):
        source = sources[number % len(sources)]
        target = folder / f"{number:04d}{source.suffix}"
        shutil.copy(source, target)
        if source.suffix == ".pdf":
            with target.open("ab") as stream:
                stream.write(f"%{number}\n".encode())
        else:
            with zipfile.ZipFile(target, "a") as package:
                package.comment = str(number).encode()
    return folder


def zip_or_pdf(path: Path) -> bool:
    """Tell whether a file is whole; the sample has some that are not."""
    return zipfile.is_zipfile(path) or path.read_bytes().startswith(b"%PDF")


class Bench:
    """The cluster, the store and the decks of one benchmark."""

    def __init__(self, hosts: Hosts, folder: Path) -> None:
        self.address = f"tcp://{hosts.here}:{DASK}"
        self.environment = {
            "AWS_ENDPOINT_URL": f"http://{hosts.here}:{S3}",
            "AWS_ACCESS_KEY_ID": "anybody",
            "AWS_SECRET_ACCESS_KEY": "anything",
            "AWS_DEFAULT_REGION": "us-east-1",
            "PYTHONPATH": str(ROOT),
        }
        self.workers: dict[str, subprocess.Popen[bytes]] = {}
        self._hosts = hosts
        self._folder = folder

    def start_store(self) -> None:
        """Start the store that speaks S3, and fill it."""
        command = ("moto.server", "-H", self._hosts.here, "-p", str(S3))
        self._hosts.start((sys.executable, "-m", *command), self.environment)
        wait_for(self._hosts.here, S3)
        store = s3fs.S3FileSystem(
            key="anybody",
            secret="anything",  # noqa: S106 - of a store that asks nobody
            endpoint_url=self.environment["AWS_ENDPOINT_URL"],
        )
        store.mkdir("bench")
        for name in ("decks", "warm"):
            store.put(f"{self._folder / name}/", f"bench/{name}/", recursive=True)

    def start_scheduler(self) -> subprocess.Popen[bytes]:
        """Start a scheduler on this machine."""
        arguments = ("--host", self._hosts.here, "--port", str(DASK), "--no-dashboard", "--no-show")
        process = self._hosts.start(
            (sys.executable, "-m", "distributed.cli.dask_scheduler", *arguments), self.environment
        )
        wait_for(self._hosts.here, DASK)
        return process

    def start_worker(self, host: str) -> None:
        """Start a worker with one thread on a host."""
        arguments = ("--nthreads", "1", "--no-dashboard", "--local-directory", self._folder / host)
        command = (sys.executable, "-m", "distributed.cli.dask_worker", self.address)
        self.workers[host] = self._hosts.start(
            (*command, *map(str, arguments)), self.environment, host
        )

    def read(self, inbox: str, vocabulary: Vocabulary) -> float:
        """Read an inbox from nothing; return the seconds that took."""
        with tempfile.TemporaryDirectory() as output:
            settings = RunSettings(
                inbox=self._folder / "decks", output=Path(output), origin=f"s3://bench/{inbox}"
            )
            programme = expected_in(settings.inbox)
            if isinstance(programme, ProgrammeProblems):
                sys.exit(str(programme))
            store = open_store(settings)
            library = open_library(settings, programme, store)
            with (
                closing(Cluster(self.address, vocabulary, print)) as cluster,
                ProgressBar(Console(stderr=True)) as listener,
            ):
                work = Sharded(cluster)
                start = time.perf_counter()
                files = work.take_stock(settings, store, print).files
                work.read(files, library, settings, programme.languages, vocabulary, listener)
                return time.perf_counter() - start


def wait_for(host: str, port: int) -> None:
    """Return once somebody answers."""
    while True:
        try:
            socket.create_connection((host, port)).close()
        except OSError:
            time.sleep(0.1)
        else:
            return


def speed(bench: Bench, hosts: Hosts, cores: float, vocabulary: Vocabulary) -> None:
    """Print how long one worker takes, and two."""
    taken: list[float] = []
    busiest: list[float] = []
    for host in hosts.names:
        hosts.unlimit()
        bench.start_worker(host)
        with Client(bench.address, set_as_default=False) as client:
            client.wait_for_workers(len(bench.workers), timeout=300)
        bench.read("warm", vocabulary)
        hosts.limit(cores)
        before = hosts.used()
        taken.append(bench.read("decks", vocabulary))
        used = [after - earlier for after, earlier in zip(hosts.used(), before, strict=True)]
        busiest.append(max(used))
        each = " and ".join(f"{seconds:.1f} s" for seconds in used)
        print(f"{len(bench.workers)} workers: {taken[-1]:.1f} s, of processor {each}", flush=True)
    print(f"two against one: {taken[0] / taken[1]:.2f} times by the clock, ", end="")
    print(f"{busiest[0] / busiest[1]:.2f} times by the processor of the busier host", flush=True)
    hosts.unlimit()


def losses(bench: Bench, hosts: Hosts, folder: Path, scheduler: subprocess.Popen[bytes]) -> None:
    """Print whether a worker and a scheduler that are killed half-way change a byte."""
    command = (sys.executable, "-m", "pipeline", "run")
    local = ("--inbox", "decks", "--output", "local")
    subprocess.run(
        [*command, *local], cwd=folder, check=True, stderr=subprocess.DEVNULL, env=bench.environment
    )
    remote = ("--inbox", "s3://bench/decks", "--output", "remote", "--cluster", bench.address)
    running = hosts.start((*command, *remote), bench.environment, cwd=folder)
    while not list((folder / "remote").glob(f".kept/*/{'[0-9a-f]' * 64}-*")):
        if running.poll() is not None:
            sys.exit("The run ended before anybody could be killed.")
        time.sleep(0.05)
    kill(bench.workers[hosts.names[1]])
    kill(scheduler)
    bench.start_scheduler()
    for host in hosts.names:
        bench.start_worker(host)
    status = running.wait()
    same = [
        name
        for name in WRITTEN
        if (folder / "local" / name).read_bytes() == (folder / "remote" / name).read_bytes()
    ]
    print(f"worker and scheduler killed: exit status {status}, same bytes in {', '.join(same)}")


def main() -> None:
    """Run both parts."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--decks", type=int, default=96)
    parser.add_argument("--cores", type=float, default=0.25)
    options = parser.parse_args()
    if not possible():
        sys.exit("Only root can make network namespaces, with iproute2 and control groups.")
    with tempfile.TemporaryDirectory(prefix="hosts-") as name, Hosts(2) as hosts:
        folder = Path(name)
        make_decks(folder / "decks", options.decks)
        make_decks(folder / "warm", 20)
        bench = Bench(hosts, folder)
        os.environ.update(bench.environment)
        bench.start_store()
        scheduler = bench.start_scheduler()
        settings = RunSettings(inbox=folder / "decks", output=folder / "vocabulary")
        vocabulary = vocabulary_of(settings)
        speed(bench, hosts, options.cores, vocabulary)
        losses(bench, hosts, folder, scheduler)


if __name__ == "__main__":
    main()
