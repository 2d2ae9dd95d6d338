"""The annotated sets of a folder: files of words with IOB2 tags, in whatever columns."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple

from pipeline.evaluate.entities import corpora
from pipeline.evaluate.entities.corpora import Reader
from pipeline.evaluate.entities.duplicates import without_duplicates
from pipeline.evaluate.entities.sentences import Sentence

#: A file or folder says its language first: 'pt_bosque/test.iob2', 'fr-val.conllu'.
_LANGUAGE = re.compile(r"^([a-z]{2})(?=[_.-])")
_TAG = r"(?:O|[BI]-\w+|[A-Z]{4,})"
#: What the first line of each form looks like, comments aside.
_FORMS: tuple[tuple[re.Pattern[str], Reader], ...] = (
    (re.compile(rf"[a-z]{{2}}:\S+\t{_TAG}$"), corpora.wikiann),
    (re.compile(rf"\d+\t\S+\t{_TAG}\t\S+\t\S+$"), corpora.uner),
    (re.compile(rf"\d+\t\S+\t{_TAG}$"), corpora.wikineural),
    (re.compile(rf"\S+[\t ]{_TAG}$"), corpora.conll),
)
#: So much of a file is looked at to tell its form.
_HEAD = 4096


class AnnotatedSet(NamedTuple):
    """The sentences of a file, each once; `name` is the file's path in its folder."""

    name: str
    language: str
    sentences: tuple[Sentence, ...]


def annotated_sets(folder: Path) -> Iterator[AnnotatedSet]:
    """Yield the sets below a folder, by name; files of another form are passed over.

    The language is the first two letters of the file's name, or of the nearest folder's that
    starts so. Portuguese contractions that a treebank split are joined.
    """
    for path in sorted(folder.rglob("*")):
        name = path.relative_to(folder)
        language = _language(name)
        read = _reader(path, language) if path.is_file() and language else None
        if language and read:
            sentences = tuple(without_duplicates(read(path), set()))
            yield AnnotatedSet(name.as_posix(), language, sentences)


def _language(name: Path) -> str | None:
    found = (_LANGUAGE.match(part) for part in reversed(name.parts))
    return next((match[1] for match in found if match), None)


def _reader(path: Path, language: str | None) -> Reader | None:
    with path.open(encoding="utf-8", errors="replace") as file:
        lines = (line.rstrip("\n") for line in file.read(_HEAD).split("\n"))
    first = next((line for line in lines if line.strip() and not line.startswith("# ")), "")
    reader = next((reader for form, reader in _FORMS if form.match(first.rstrip())), None)
    return corpora.uner_portuguese if reader is corpora.uner and language == "pt" else reader
