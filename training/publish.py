"""Writes a trained model as it is shipped: small, and saying what it was made from."""

from __future__ import annotations

import shutil
from pathlib import Path

import srsly  # type: ignore[import-untyped]
from spacy.language import Language

from training.recipe import Model

VERSION = "0.6.0"

_NOTE = """\
# {name}

Finds the names of people, organisations and places in {languages} text: a spaCy pipeline made by
`python -m training` of this repository.

Licence: {licence}, which what it was made from asks for: this folder, unlike the code around it,
may be passed on and changed under that licence, naming the sources.

| made from | licence |
| --- | --- |
{sources}
"""
_LANGUAGES = {"en": "English", "fr": "French", "pt": "Portuguese"}


def publish(nlp: Language, model: Model, folder: Path) -> None:
    """Write a trained model to a folder, replacing what is there."""
    sources = [
        {"name": origin.name, "license": origin.licence, "url": origin.url}
        for origin in model.made_from
    ]
    languages = " and ".join(_LANGUAGES[recipe.language] for recipe in model.recipes)
    nlp.meta.update(
        name=model.name,
        version=VERSION,
        description=f"Names in {languages} slides",
        author="Elective Index contributors",
        license=model.licence,
        sources=sources,
        performance={},
    )
    shutil.rmtree(folder, ignore_errors=True)
    nlp.to_disk(folder)
    # The words of the training text, which nothing looks up by their spelling.
    srsly.write_json(folder / "vocab" / "strings.json", sorted(nlp.get_pipe("ner").labels))  # type: ignore[attr-defined]
    rows = (
        f"| {f'[{origin.name}]({origin.url})' if origin.url else origin.name} | {origin.licence} |"
        for origin in model.made_from
    )
    note = _NOTE.format(
        name=model.name,
        languages=languages,
        licence=model.licence,
        sources="\n".join(rows),
    )
    (folder / "README.md").write_text(note, "utf-8")
