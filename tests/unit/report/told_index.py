"""A small index with something of everything that people are told."""

from __future__ import annotations

import hashlib
from typing import Any

import msgspec

from pipeline.records.index import Index

AUFRERE = {"id": "p-laura-aufrere", "name": "Laura Aufrère", "affiliation": "Paris Nord"}
DIA = {"id": "p-abdoul-dia", "name": "Abdoul Dia", "affiliation": None}


def deck(path: str, *, content: str = "", **changes: Any) -> dict[str, Any]:
    digest = hashlib.sha256((content or path).encode()).hexdigest()
    return {
        "id": f"r-{digest[:12]}",
        "path": path,
        "sha256": digest,
        "size": 1000,
        "media_type": "application/pdf",
        "pages": 9,
        "title": "Framing",
        "language": {"tag": "fr", "confidence": 1.0},
        "status": "matched",
        "session_id": "d1-aufrere",
        "confidence": 0.98,
        "evidence": [{"signal": "speaker", "detail": "Page 1 names her.", "weight": 2.0}],
        "candidates": [{"session_id": "d1-aufrere", "confidence": 0.98}],
        "role": "current",
        "duplicate_of": None,
        "superseded_by": None,
        "translation_group": None,
        "themes": [],
        "entities": [],
        "keyphrases": ["commons"],
        "warnings": [],
        **changes,
    }


def session(name: str, *decks: dict[str, Any], **changes: Any) -> dict[str, Any]:
    here = [item for item in decks if item["session_id"] == name and item["status"] == "matched"]
    available = [item["language"]["tag"] for item in here]
    expected = changes.pop("expected", ["en", "fr"])
    return {
        "id": name,
        "title": f"Title of {name}",
        "abstract": None,
        "day": 1,
        "date": "2021-11-22",
        "speakers": [AUFRERE],
        "materials": [item["id"] for item in here],
        "languages": {
            "expected": expected,
            "available": available,
            "missing": [tag for tag in expected if tag not in available],
        },
        "themes": [],
        **changes,
    }


def make_index(
    *decks: dict[str, Any], sessions: list[dict[str, Any]] | None = None, **changes: Any
) -> Index:
    """Return an index of two sessions, unless others are given, with the decks on them."""
    if sessions is None:
        both = {"speakers": [AUFRERE, DIA], "day": 2, "date": None}
        sessions = [session("d1-aufrere", *decks), session("d2-dia", *decks, expected=[], **both)]
    document = {
        "schema_version": "1.0.0",
        "generator": {
            "name": "elective-index",
            "version": "0",
            "models": {},
            "vocabulary": "https://example.org/sse",
            "vocabulary_version": "1",
        },
        "elective": {
            "id": "academy-elective-6",
            "event": {"en": "Academy", "fr": "Académie"},
            "number": 6,
            "title": "SSE",
            "start": "2021-11-22",
            "end": "2021-11-23",
            "languages": ["en", "fr"],
            "coordinators": [{"id": "p-martin-gasser", "name": "Martin Gasser"}],
            "themes": [],
        },
        "sessions": sessions,
        "resources": sorted(decks, key=lambda item: item["path"]),
        "people": [],
        "organisations": [],
        "rejected": [],
        "ignored": [],
        **changes,
    }
    return msgspec.convert(document, Index)
