"""Writes a trained model as it is shipped: small, and saying what it was made from."""

from __future__ import annotations

import shutil
from collections.abc import Sequence
from pathlib import Path

import srsly  # type: ignore[import-untyped]
from spacy.language import Language

from training.recipe import Recipe, made_from

VERSION = "0.3.0"

_NOTE = """\
# {name}

Finds the names of people, organisations and places in {languages} text: a spaCy pipeline of
`tok2vec` and `ner`, made by `python -m training` of this repository.

Licence: {licence}. A share-alike corpus makes a share-alike model: this folder, unlike the code
around it, may be passed on and changed under that licence, naming the sources.

| made from | licence |
| --- | --- |
{sources}
"""
_LANGUAGES = {"en": "English", "pt": "Portuguese"}
_LICENCE = "CC BY-SA 4.0"


def publish(nlp: Language, recipes: Sequence[Recipe], folder: Path) -> None:
    """Write the model to a folder, replacing what is there."""
    sources = [
        {"name": origin.name, "license": origin.licence, "url": origin.url}
        for origin in made_from(recipes)
    ]
    languages = " and ".join(_LANGUAGES[recipe.language] for recipe in recipes)
    nlp.meta.update(
        name="elective_ner",
        version=VERSION,
        description=f"Names in {languages} slides",
        author="Elective Index contributors",
        license=_LICENCE,
        sources=sources,
        performance={},
    )
    shutil.rmtree(folder, ignore_errors=True)
    nlp.to_disk(folder)
    # The words of the training text, which nothing looks up by their spelling.
    srsly.write_json(folder / "vocab" / "strings.json", sorted(nlp.get_pipe("ner").labels))  # type: ignore[attr-defined]
    rows = (f"| [{each['name']}]({each['url']}) | {each['license']} |" for each in sources)
    note = _NOTE.format(
        name=folder.name,
        languages=languages,
        licence=_LICENCE,
        sources="\n".join(rows),
    )
    (folder / "README.md").write_text(note, "utf-8")
