"""Gold pages: decks written down as text, with the names on their pages marked by hand."""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path

from pipeline.programme import ProgrammeProblems, read_programme
from pipeline.records.decks import Block, BlockKind, Deck, Page
from pipeline.records.programme import Programme

#: How often each name stands in decks: elective and deck, page number, name, label.
Names = Counter[tuple[str, int, str, str]]

#: A marked name: its label, and the name as it stands.
NAME = re.compile(r"\{([A-Z]+) ([^{}]+)\}")
_MARKS = {
    "[notes] ": BlockKind.NOTES,
    "[alt] ": BlockKind.ALT_TEXT,
    "[footer] ": BlockKind.FURNITURE,
}


@dataclass(frozen=True)
class GoldDeck:
    """A deck, the language it is written in, and the names on its pages."""

    id: str
    language: str
    deck: Deck
    names: Names


@dataclass(frozen=True)
class GoldElective:
    """The decks of a folder; `groups` are the ids of those that are translations of each other."""

    decks: tuple[GoldDeck, ...]
    groups: tuple[tuple[str, ...], ...]
    programme: Programme | None


def read_gold_pages(folder: Path) -> tuple[GoldElective, ...]:
    """Read the electives below a folder, one a subfolder, by name.

    Raises FileNotFoundError where there is none, or a programme that cannot be read.
    """
    folders = sorted(path for path in folder.glob("*") if any(path.glob("*.*.txt")))
    if not folders:
        raise FileNotFoundError(f"{folder} has no folder with decks named like `deck.en.txt`.")
    return tuple(map(_elective, folders))


def _elective(folder: Path) -> GoldElective:
    decks = tuple(_deck(path) for path in sorted(folder.glob("*.*.txt")))
    groups: defaultdict[str, list[str]] = defaultdict(list)
    for item in decks:
        groups[item.id.rpartition(".")[0]].append(item.id)
    return GoldElective(decks, tuple(map(tuple, groups.values())), _programme(folder))


def _programme(folder: Path) -> Programme | None:
    path = folder / "programme.yaml"
    if not path.exists():
        return None
    programme = read_programme(path)
    if not isinstance(programme, ProgrammeProblems):
        return programme
    raise FileNotFoundError(f"{path} is no programme: {programme}")


def _deck(path: Path) -> GoldDeck:
    id_ = f"{path.parent.name}/{path.stem}"
    marked = path.read_text("utf-8").strip().split("\n\n")
    names = Counter(
        (id_, number, match[2], match[1])
        for number, page in enumerate(marked, 1)
        for match in NAME.finditer(page)
    )
    pages = tuple(page_of(number, NAME.sub(r"\2", page)) for number, page in enumerate(marked, 1))
    return GoldDeck(id_, path.stem.rpartition(".")[2], Deck(pages=pages), names)


def page_of(number: int, text: str) -> Page:
    """Return a page that is written down as text, its title first; marks of names are kept."""
    title, _, rest = text.partition("\n")
    blocks = [Block(kind=BlockKind.TITLE, text=title), *_blocks(rest.split("\n"))]
    return Page(number=number, blocks=tuple(block for block in blocks if block.text))


def _blocks(lines: Iterable[str]) -> Iterator[Block]:
    """Yield the body, then what the marks at the beginning of lines set apart from it."""
    body, apart = [], []
    for line in lines:
        mark = next(filter(line.startswith, _MARKS), "")
        if mark:
            apart.append(Block(kind=_MARKS[mark], text=line.removeprefix(mark)))
        else:
            body.append(line)
    yield Block(kind=BlockKind.BODY, text="\n".join(body))
    yield from apart
