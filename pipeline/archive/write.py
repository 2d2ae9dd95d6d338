"""Writes the catalogue of an archive: for programs, and as a page for people."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path
from urllib.parse import quote

import msgspec

from pipeline.atomic import write_atomically
from pipeline.records.archive import (
    CATALOGUE_VERSION,
    BrokenElective,
    Catalogue,
    CataloguedElective,
)
from pipeline.records.index import Generator
from pipeline.records.programme import Text, variants
from pipeline.templates import templates_in
from pipeline.translation import Wording

CATALOGUE = "catalogue.json"
PAGE = "index.html"
TEMPLATES = Path(__file__).parent / "templates"


def write_archive(
    entries: Iterable[CataloguedElective | BrokenElective],
    generator: Generator,
    output: Path,
    say: Wording,
) -> Catalogue:
    """Write `catalogue.json` and `index.html`, the page in the language of `say`.

    Each is written whole or not at all. Raises OSError when the folder cannot be written to.
    """
    by_path = sorted(entries, key=lambda entry: entry.path)
    catalogue = Catalogue(
        schema_version=CATALOGUE_VERSION,
        generator=generator,
        electives=tuple(entry for entry in by_path if isinstance(entry, CataloguedElective)),
        broken=tuple(entry for entry in by_path if isinstance(entry, BrokenElective)),
    )
    encoded = msgspec.json.encode(catalogue, order="deterministic")
    write_atomically(output / CATALOGUE, msgspec.json.format(encoded, indent=2) + b"\n")
    write_atomically(output / PAGE, _page(catalogue, say).encode())
    return catalogue


def _page(catalogue: Catalogue, say: Wording) -> str:
    environment = templates_in(TEMPLATES)
    return environment.get_template("archive.html.jinja").render(
        catalogue=catalogue,
        language=say.language,
        words={
            "title": say("Catalogue of electives"),
            "event": say("Event"),
            "elective": say("Elective"),
            "dates": say("Dates"),
            "languages": say("Languages"),
            "sessions": say("Sessions"),
            "decks": say("Decks"),
            "missing": say("Missing"),
            "review": say("To decide"),
            "rejected": say("Not readable"),
            "broken": say("Not indexed"),
        },
        said=lambda text: _said(text, say.language),
        link=lambda elective: quote(elective.index.removesuffix(".json") + ".html"),
        sentence=say.sentence,
    )


def _said(text: Text | None, language: str) -> str:
    if isinstance(text, dict) and language in text:
        return text[language]
    return next(variants(text), "")
