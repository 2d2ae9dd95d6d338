"""Makes inboxes of any size out of the words of real decks."""

from __future__ import annotations

import io
import random
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import partial
from multiprocessing import Pool
from pathlib import Path

import msgspec
from pptx import Presentation
from reportlab.lib.pagesizes import A4, landscape
from reportlab.pdfgen.canvas import Canvas

from pipeline.extract import extract
from pipeline.records.decks import BlockKind, Deck
from pipeline.records.media import PDF, PPTX

LANGUAGES = ("en", "fr", "pt")
#: Sessions for so many decks: each has up to three languages, and some an older version.
DECKS_PER_SESSION = 5
PAGES = (4, 7)
LINES = (3, 7)
#: One deck in so many is a PowerPoint file, which is dear to make; the others are PDF.
ONE_IN = 4
_FIRST = "Ana João Marie Luc Rita Paulo Aïcha Peter Grace Tomás Inès Samuel Lucía Kofi Nadia Hugo"
_LAST = "Silva Dubois Mensah Costa Okafor Moreau Pinto Ferreira Laurent Diallo Khumalo Sousa Weber"


@dataclass(frozen=True)
class Words:
    """Headings and lines that stand on real slides of one language."""

    headings: list[str]
    lines: list[str]


@dataclass(frozen=True)
class Talk:
    """A session with what its decks say of it."""

    id: str
    titles: dict[str, str]
    speaker: str


def words_of(folder: Path) -> dict[str, Words]:
    """Gather what real decks say, from the subfolder of each language."""
    return {language: _gather(folder / language) for language in LANGUAGES}


def _gather(folder: Path) -> Words:
    found = Words([], [])
    for path in sorted(folder.rglob("*")):
        kind = {".pdf": PDF, ".pptx": PPTX}.get(path.suffix.lower())
        deck = extract(path, kind) if kind else None
        for page in deck.pages if isinstance(deck, Deck) else ():
            for block in page.blocks:
                text = " ".join(block.text.split())
                if page.usable and 8 < len(text) < 400:
                    (found.headings if block.kind is BlockKind.TITLE else found.lines).append(text)
    return found


def make_inbox(folder: Path, decks: int, words: dict[str, Words], workers: int = 2) -> None:
    """Fill a folder with decks and their programme; the same number gives the same inbox."""
    folder.mkdir(parents=True)
    talks = list(_talks(max(1, decks // DECKS_PER_SESSION), words))
    sessions = [
        {"id": talk.id, "title": talk.titles, "speakers": [{"name": talk.speaker}], "day": 1}
        for talk in talks
    ]
    programme = {"title": "Benchmark", "languages": LANGUAGES, "sessions": sessions}
    (folder / "programme.json").write_bytes(msgspec.json.encode(programme))
    with Pool(workers) as pool:
        make = partial(_deck, folder, talks, words)
        for _ in pool.imap_unordered(make, range(decks), chunksize=20):
            pass


def change_one(folder: Path, number: int, words: dict[str, Words]) -> None:
    """Put other pages into one deck of an inbox."""
    (path,) = folder.glob(f"deck-{number:05}.*")
    pages = [["Changed"], *([found.lines[number]] for found in words.values())]
    path.write_bytes(_pptx(pages) if path.suffix == ".pptx" else _pdf(pages))


def _talks(count: int, words: dict[str, Words]) -> Iterator[Talk]:
    chance = random.Random(count)
    for number in range(count):
        titles = {
            language: " ".join(chance.choice(found.headings or found.lines).split()[:6])
            + f" {chance.choice(found.lines).split()[0]}"
            for language, found in words.items()
        }
        first, last, second = (chance.choice(names.split()) for names in (_FIRST, _LAST, _LAST))
        yield Talk(id=f"s{number}", titles=titles, speaker=f"{first} {last}-{second}")


def _deck(folder: Path, talks: Sequence[Talk], words: dict[str, Words], number: int) -> None:
    chance = random.Random(number)
    talk = talks[number // DECKS_PER_SESSION % len(talks)]
    language = LANGUAGES[number % len(LANGUAGES)]
    pages = [[talk.titles[language], talk.speaker]]
    for _ in range(chance.randint(*PAGES)):
        found = words[language]
        heading = chance.choice(found.headings or found.lines)
        pages.append([heading, *chance.choices(found.lines, k=chance.randint(*LINES))])
    made, suffix = (_pptx(pages), "pptx") if number % ONE_IN == 0 else (_pdf(pages), "pdf")
    (folder / f"deck-{number:05}.{suffix}").write_bytes(made)


def _pdf(pages: Sequence[Sequence[str]]) -> bytes:
    made = io.BytesIO()
    canvas = Canvas(made, pagesize=landscape(A4), invariant=True)
    for heading, *lines in pages:
        canvas.setFont("Helvetica-Bold", 24)
        canvas.drawString(50, 520, heading[:60])
        canvas.setFont("Helvetica", 14)
        text = canvas.beginText(50, 470)
        for line in lines:
            text.textLines([line[start : start + 95] for start in range(0, len(line), 95)])
        canvas.drawText(text)
        canvas.showPage()
    canvas.save()
    return made.getvalue()


def _pptx(pages: Sequence[Sequence[str]]) -> bytes:
    deck = Presentation()
    for heading, *lines in pages:
        slide = deck.slides.add_slide(deck.slide_layouts[1])
        slide.shapes.title.text = heading
        slide.placeholders[1].text = "\n".join(lines)
    made = io.BytesIO()
    deck.save(made)
    return made.getvalue()
