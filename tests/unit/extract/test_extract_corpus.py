from __future__ import annotations

from pathlib import Path

import pytest

from pipeline.extract import extract
from pipeline.records import media
from pipeline.records.decks import Deck
from pipeline.records.files import Refusal, RejectionCode

CORPUS = Path(__file__).parents[4] / "shared" / "corpus"
TYPES = {
    ".pdf": media.PDF,
    ".odp": media.ODP,
    **dict.fromkeys((".pptx", ".pptm", ".ppsx", ".ppsm", ".potx", ".potm"), media.PPTX),
}
FILES = sorted(
    path
    for folder in ("hostile/pptx", "hostile/odp", "hostile/pdf")
    for path in (CORPUS / folder).glob("*")
    if path.suffix in TYPES
)

pytestmark = [
    pytest.mark.corpus,
    pytest.mark.skipif(not FILES, reason="../shared/corpus is not there"),
]


def test_hostile_files_become_decks_or_refusals():
    results = {path.name: extract(path, TYPES[path.suffix]) for path in FILES}

    assert all(isinstance(result, Deck | Refusal) for result in results.values())
    refused = {name: result.code for name, result in results.items() if isinstance(result, Refusal)}
    assert refused["oletools__encrypted.pptx"] is RejectionCode.ENCRYPTED
    assert refused["pdfminer.six__aes-256.pdf"] is RejectionCode.ENCRYPTED
    assert refused["pdfplumber__empty.pdf"] is RejectionCode.EMPTY
    assert len(refused) < 0.15 * len(results)


def test_most_slides_of_real_decks_have_a_title():
    decks = [extract(path, media.PDF) for path in sorted((CORPUS / "events").glob("*/files/*.pdf"))]

    pages = [page for deck in decks if isinstance(deck, Deck) for page in deck.pages if page.usable]
    assert sum(bool(page.title) for page in pages) > 0.75 * len(pages)
