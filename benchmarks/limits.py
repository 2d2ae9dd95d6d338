"""What becomes of files at the limits, through a whole run: outcome, time, memory of each process.

    python benchmarks/limits.py [NAME…]

makes each file anew, indexes it alone, and prints a row for it.
"""

from __future__ import annotations

import io
import json
import random
import struct
import subprocess
import sys
import time
import zlib
from collections.abc import Callable
from pathlib import Path
from tempfile import TemporaryDirectory

from PIL import Image
from pptx import Presentation
from pptx.util import Inches
from reportlab.pdfgen.canvas import Canvas

from pipeline.evaluate.memory import MemoryWatch

MIB = 1024 * 1024
WORDS = (
    "social", "economy", "cooperative", "finance", "community", "members", "network", "market",
    "local", "development", "innovation", "policy", "training", "youth", "women", "association",
)  # fmt: skip
PROGRAMME = "elective: 6\ntitle: Limits\nsessions:\n  - title: Cooperatives and local development\n"
COMMAND = (sys.executable, "-m", "pipeline", "run", "--workers", "2")
PICTURES, PICTURE_SIDE = 30, 1870
SLIDES, PAGES = 1500, 2000
#: One member of zeros that 170 entries of the directory point at: 72 KB that declare 10 GB.
ENTRIES, DECLARED = 170, 10 * 1024**3


def bomb(path: Path) -> None:
    """Write an archive whose entries overlap, as in D. Fifield's zip bombs."""
    each = DECLARED // ENTRIES
    packer = zlib.compressobj(9, zlib.DEFLATED, -15)
    checksum, body = 0, b""
    zeros = bytes(MIB)
    for start in range(0, each, MIB):
        piece = zeros[: min(MIB, each - start)]
        checksum = zlib.crc32(piece, checksum)
        body += packer.compress(piece)
    body += packer.flush()
    sizes = struct.pack("<HHHIII", 8, 0, 0x21, checksum, len(body), each)
    name = b"000.xml"
    local = b"PK\x03\x04" + struct.pack("<H", 20) + struct.pack("<H", 0) + sizes
    content = local + struct.pack("<HH", len(name), 0) + name + body
    entries = b""
    for number in range(ENTRIES):
        name = f"{number:03}.xml".encode()
        entries += b"PK\x01\x02" + struct.pack("<HHH", 20, 20, 0) + sizes
        entries += struct.pack("<HHHHHII", len(name), 0, 0, 0, 0, 0, 0) + name
    end = struct.pack("<HHHHIIH", 0, 0, ENTRIES, ENTRIES, len(entries), len(content), 0)
    path.write_bytes(content + entries + b"PK\x05\x06" + end)


def pictures(path: Path) -> None:
    """Write a deck of 300 MB of pictures, one a slide."""
    chance = random.Random(6)
    presentation = Presentation()
    for number in range(PICTURES):
        slide = presentation.slides.add_slide(presentation.slide_layouts[5])
        slide.shapes.title.text = f"{sentence(chance)} {number}"
        noise = Image.frombytes(
            "RGB", (PICTURE_SIDE, PICTURE_SIDE), chance.randbytes(3 * PICTURE_SIDE**2)
        )
        picture = io.BytesIO()
        noise.save(picture, "BMP")
        slide.shapes.add_picture(picture, 0, Inches(2), Inches(5))
    presentation.save(str(path))


def slides(path: Path) -> None:
    """Write a deck of 1,500 slides with text and notes."""
    chance = random.Random(6)
    presentation = Presentation()
    for number in range(SLIDES):
        slide = presentation.slides.add_slide(presentation.slide_layouts[1])
        slide.shapes.title.text = f"{sentence(chance)} {number}"
        slide.placeholders[1].text = "\n".join(sentence(chance) for _ in range(6))
        slide.notes_slide.notes_text_frame.text = sentence(chance)
    presentation.save(str(path))


def pages(path: Path) -> None:
    """Write a PDF of 2,000 pages of text."""
    chance = random.Random(6)
    canvas = Canvas(str(path), pagesize=(720, 405))
    for number in range(PAGES):
        canvas.setFont("Helvetica-Bold", 28)
        canvas.drawString(60, 340, f"Page {number}: {sentence(chance)[:30]}")
        canvas.setFont("Helvetica", 16)
        for line in range(8):
            canvas.drawString(60, 280 - 25 * line, sentence(chance))
        canvas.showPage()
    canvas.save()


def sentence(chance: random.Random) -> str:
    """Return eight words."""
    return " ".join(chance.choices(WORDS, k=8))


CASES: dict[str, tuple[str, Callable[[Path], None]]] = {
    "72 KB that declare 10 GB": ("bomb.pptx", bomb),
    "a deck with 300 MB of pictures": ("pictures.pptx", pictures),
    "a PDF of 2,000 pages": ("pages.pdf", pages),
    "a deck of 1,500 slides": ("slides.pptx", slides),
}


def main() -> None:
    """Index each file alone and print a row for it."""
    print("| file | size | outcome | seconds | peak MiB of each process |")
    print("| --- | --- | --- | --- | --- |")
    for what in sys.argv[1:] or CASES:
        name, make = CASES[what]
        with TemporaryDirectory() as folder:
            print(f"| {what} | {measured(Path(folder), name, make)} |", flush=True)


def measured(folder: Path, name: str, make: Callable[[Path], None]) -> str:
    """Return the cells of a row: the size of the file, and what indexing it came to."""
    inbox = folder / "inbox"
    inbox.mkdir()
    (inbox / "programme.yaml").write_text(PROGRAMME)
    make(inbox / name)
    command = (*COMMAND, "--inbox", str(inbox), "--output", str(folder / "output"))
    started = time.perf_counter()
    with MemoryWatch() as watch:
        subprocess.run(command, check=True, capture_output=True)
    seconds = time.perf_counter() - started
    index = json.loads((folder / "output" / "index.json").read_bytes())
    outcomes = [f"read, {item['pages']} pages" for item in index["resources"]]
    outcomes += [item["code"] for item in index["rejected"]]
    size = (inbox / name).stat().st_size
    del watch.peaks["main process"]
    peaks = ", ".join(f"{name} {peak / MIB:.0f}" for name, peak in watch.peaks.items())
    return f"{size / 1024:,.0f} KB | {', '.join(outcomes)} | {seconds:.0f} | {peaks}"


if __name__ == "__main__":
    main()
