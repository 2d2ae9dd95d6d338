"""Readers of the annotated corpora; each yields sentences with PER, ORG and LOC.

Every reader raises OSError where its file is missing.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from itertools import islice
from pathlib import Path

from pipeline.evaluate.entities.contractions import join
from pipeline.evaluate.entities.sentences import Sentence, Token, from_tokens, typeset

Reader = Callable[[Path], Iterator[Sentence]]

#: The corpora's own labels; what is missing here (dates, laws, MISC, products) is no name for us.
LABELS = {
    "PER": "PER", "PERSON": "PER", "person": "PER", "PESSOA": "PER",
    "ORG": "ORG", "ORGANIZACAO": "ORG", "corporation": "ORG", "group": "ORG",
    "LOC": "LOC", "GPE": "LOC", "FAC": "LOC", "location": "LOC", "LOCAL": "LOC",
}  # fmt: skip

#: Sentences of `pt_paramopama_harem` that come from Wikipedia through WikiNER; what follows them
#: is newspaper text and the HAREM collections, which are free for research only.
_FROM_WIKINER = 7_860


def uner(path: Path) -> Iterator[Sentence]:
    """Read Universal NER (IOB2 with comments that hold the text)."""
    for comments, rows in _blocks(path, separator="\t", comment="# "):
        text = next(line[9:] for line in comments if line.startswith("# text = "))
        yield from_tokens(_spaced(text, ((row[1], _iob2(row[2])) for row in rows)))


def uner_portuguese(path: Path) -> Iterator[Sentence]:
    """Read Universal NER's Portuguese sets with their contractions joined."""
    for comments, rows in _blocks(path, separator="\t", comment="# "):
        text = next(line[9:] for line in comments if line.startswith("# text = "))
        yield from_tokens(join(_spaced(text, ((row[1], _iob2(row[2])) for row in rows))))


def conll(path: Path) -> Iterator[Sentence]:
    """Read two columns, the word and its tag: IOB2, or IO (`I-PER` or `PESSOA`)."""
    for _, rows in _blocks(path, separator=None, comment="# doc"):
        words = ((row[0], row[-1]) for row in rows if len(row) > 1)
        yield from_tokens(typeset(_iob2_from_io(words)))


def paramopama_wikipedia(path: Path) -> Iterator[Sentence]:
    """Read the part of Paramopama that comes from WikiNER."""
    return islice(conll(path), _FROM_WIKINER)


def wikineural(path: Path) -> Iterator[Sentence]:
    """Read WikiNEuRal: index, word, IOB2 tag."""
    for _, rows in _blocks(path, separator="\t", comment="# "):
        yield from_tokens(typeset((row[1], _iob2(row[2])) for row in rows))


def wikiann(path: Path) -> Iterator[Sentence]:
    """Read WikiANN: `fr:word`, IOB2 tag."""
    for _, rows in _blocks(path, separator="\t", comment="# "):
        yield from_tokens(typeset((row[0].partition(":")[2], _iob2(row[1])) for row in rows))


def _blocks(
    path: Path, separator: str | None, comment: str
) -> Iterator[tuple[list[str], list[list[str]]]]:
    comments: list[str] = []
    rows: list[list[str]] = []
    for line in [*path.read_text("utf-8").split("\n"), ""]:
        if line.startswith(comment):
            comments.append(line)
        elif line.strip():
            rows.append(line.split(separator))
        else:
            if rows:
                yield comments, rows
            comments, rows = [], []


def _spaced(text: str, words: Iterable[tuple[str, str]]) -> Iterator[Token]:
    position = 0
    for word, tag in words:
        position = text.index(word, position) + len(word)
        yield Token(word, tag, space=text[position : position + 1] in ("", " "))


def _iob2(tag: str) -> str:
    prefix, _, label = tag.partition("-")
    return f"{prefix}-{LABELS[label]}" if label in LABELS else "O"


def _iob2_from_io(words: Iterable[tuple[str, str]]) -> Iterator[tuple[str, str]]:
    before = "O"
    for word, tag in words:
        prefix, _, label = tag.rpartition("-")
        mapped = LABELS.get(label)
        if mapped is None:
            yield word, "O"
        else:
            yield word, ("I-" if prefix != "B" and before == label else "B-") + mapped
        before = label
