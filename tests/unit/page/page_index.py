"""A small index to make pages of."""

from __future__ import annotations

from typing import Any

import msgspec

from pipeline.records.decks import Block, BlockKind, Page
from pipeline.records.index import Index
from pipeline.records.media import PDF

THEME = {"id": "https://example.org/sse/food", "label": {"en": "food"}, "score": 0.5}


def resource(path: str, **changes: Any) -> dict[str, Any]:
    return {
        "id": f"r-{len(path):012x}", "path": path, "sha256": f"{len(path):064x}", "size": 9,
        "media_type": PDF, "pages": 1, "title": path,
        "language": {"tag": "en", "confidence": 1.0}, "status": "matched", "session_id": "one",
        "confidence": 0.9, "evidence": [], "candidates": [], "role": "current",
        "duplicate_of": None, "superseded_by": None, "translation_group": None, "themes": [],
        "entities": [], "keyphrases": [], "warnings": [], **changes,
    }  # fmt: skip


def entity(text: str, label: str, ref: str | None = None) -> dict[str, Any]:
    return {"text": text, "label": label, "pages": [1], "count": 1, "ref": ref}


def make_index(*resources: dict[str, Any], **changes: Any) -> Index:
    """Return an index of one session that has the given resources."""
    speaker = {"id": "p-ana", "name": "Ana Sá", "affiliation": "Casa do Impacto"}
    document = {
        "schema_version": "1.0.0",
        "generator": {"name": "elective-index", "version": "0", "models": {}, "vocabulary": "",
                      "vocabulary_version": ""},
        "elective": {"id": "e", "event": None, "number": None, "title": {"fr": "Cours"},
                     "start": None, "end": None, "languages": ["en"], "coordinators": [],
                     "themes": []},
        "sessions": [{
            "id": "one", "title": "One", "abstract": None, "day": 1, "date": None,
            "speakers": [speaker], "themes": [],
            "materials": [item["id"] for item in resources if item["status"] == "matched"],
            "languages": {"expected": ["en"], "available": [], "missing": ["en"]},
        }],
        "resources": resources,
        "people": [{**speaker, "aliases": [], "sessions": ["one"], "mentioned_in": []}],
        "organisations": [
            {"id": "o-casa", "name": "Casa do Impacto", "aliases": [], "mentioned_in": []}
        ],
        "rejected": [], "ignored": [], **changes,
    }  # fmt: skip
    return msgspec.convert(document, Index)


def make_page(number: int, text: str, notes: str = "") -> Page:
    blocks = [Block(kind=BlockKind.BODY, text=text), Block(kind=BlockKind.NOTES, text=notes)]
    return Page(number=number, blocks=tuple(block for block in blocks if block.text))
