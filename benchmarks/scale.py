"""Computes what archives cost from measured figures: `python -m benchmarks.scale` prints the table.

The figures are those of `benchmarks/README.md`; change them here when they are measured anew.
"""

from __future__ import annotations

from dataclasses import dataclass

HOUR, GB, TB, MONTH = 3600, 1e9, 1e12, 730


@dataclass(frozen=True)
class Measured:
    """What one deck takes: seconds of one core, bytes, and seconds of the scheduler."""

    pages: float = 24
    seconds_a_page: float = 0.0151
    seconds_a_deck: float = 0.02
    file_bytes: float = 1.1e6
    kept_bytes: float = 60e3
    index_bytes: float = 5e3
    scheduler_seconds: float = 4.1e-3 / 16
    worker_bytes: float = 0.55e9

    @property
    def seconds(self) -> float:
        """Seconds of one core for one deck."""
        return self.pages * self.seconds_a_page + self.seconds_a_deck


@dataclass(frozen=True)
class Prices:
    """What is paid: for a core with 2 GB for an hour, and for storage of a terabyte for a month."""

    core_hour: float = 0.04
    terabyte_month: float = 23.0


#: Cores that work on an archive, by its number of decks.
CORES = {100_000: 2, 1_000_000: 64, 100_000_000: 2048}


def row(decks: int, cores: int, measured: Measured, prices: Prices) -> list[str]:
    """Return a line of the table."""
    core_hours = decks * measured.seconds / HOUR
    stored = decks * (measured.file_bytes + measured.kept_bytes + measured.index_bytes)
    return [
        f"{decks:,}",
        f"{core_hours:,.0f}",
        f"{cores:,}",
        f"{core_hours / cores:,.1f}",
        f"{cores * measured.worker_bytes / GB:,.0f}",
        f"{stored / TB:,.2f}",
        f"{decks * measured.kept_bytes / GB:,.0f}",
        f"{decks * measured.index_bytes / GB:,.1f}",
        f"{decks * measured.scheduler_seconds / HOUR:,.1f}",
        f"{core_hours * prices.core_hour:,.0f}",
        f"{stored / TB * prices.terabyte_month:,.0f}",
    ]


HEADER = (
    "decks",
    "core-hours",
    "cores",
    "hours",
    "memory, GB",
    "stored, TB",
    "of it kept readings, GB",
    "indexes, GB",
    "scheduler, hours",
    "once, $",
    "a month, $",
)


def main() -> None:
    """Print the table in Markdown."""
    print(f"| {' | '.join(HEADER)} |", "| --- " * len(HEADER) + "|", sep="\n")
    for decks, cores in CORES.items():
        print(f"| {' | '.join(row(decks, cores, Measured(), Prices()))} |")


if __name__ == "__main__":
    main()
