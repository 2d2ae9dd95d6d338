"""Draws how time and memory grow with the number of decks."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

import matplotlib as mpl

from benchmarks.meter import Taken

mpl.use("svg")
mpl.rcParams["svg.hashsalt"] = "growth"

from matplotlib import pyplot as plt  # noqa: E402 - the way of drawing is chosen first


def draw(points: Sequence[tuple[int, Taken]], path: Path) -> None:
    """Write one picture with two panels: processor seconds, and memory of the largest process."""
    sizes = [size for size, _ in points]
    figure, (time, memory) = plt.subplots(1, 2, figsize=(8, 3), layout="constrained")
    time.plot(sizes, [taken.cpu for _, taken in points], marker="o", label="measured")
    first, taken = points[0]
    line = [taken.cpu * size / first for size in sizes]
    time.plot(sizes, line, linestyle=":", label="linear from the smallest")
    time.set(xscale="log", yscale="log", xlabel="decks", ylabel="seconds of processors")
    time.legend()
    for label, peaks in (
        ("largest process", [taken.peak for _, taken in points]),
        ("main process", [taken.own_peak for _, taken in points]),
    ):
        memory.plot(sizes, [peak / 2**20 for peak in peaks], marker="o", label=label)
    memory.set(xscale="log", xlabel="decks", ylabel="MiB", ylim=(0, None))
    memory.legend()
    figure.savefig(path, metadata={"Date": None})
