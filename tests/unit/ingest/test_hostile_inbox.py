"""Parser test corpora of other projects, dropped in as they are."""

from __future__ import annotations

import json
from collections import Counter
from pathlib import Path

import pytest

from pipeline.ingest import IngestSettings, opened, take_stock
from pipeline.records.files import Inventory

CORPUS = Path(__file__).parents[4] / "shared" / "corpus" / "hostile"

pytestmark = [
    pytest.mark.corpus,
    pytest.mark.skipif(not CORPUS.exists(), reason="../shared/corpus is not there"),
]


@pytest.fixture(scope="module")
def stock() -> Inventory:
    settings = IngestSettings(settle_seconds=0)
    return take_stock(CORPUS, settings=settings, say=pytest.fail)


def test_every_file_is_listed_once(stock: Inventory) -> None:
    listed = Counter(item.path for item in (*stock.files, *stock.rejected, *stock.ignored))
    manifest = json.loads((CORPUS / "manifest.json").read_text())
    assert listed == Counter([*(item["file"] for item in manifest), "manifest.json"])


def test_every_file_that_is_to_be_read_can_be_opened(stock: Inventory) -> None:
    for file in stock.files:
        with opened(CORPUS, file) as path:
            assert path == CORPUS / file.location


def test_what_office_encrypts_is_encrypted(stock: Inventory) -> None:
    encrypted = {item.path for item in stock.rejected if item.code.value == "encrypted"}
    manifest = json.loads((CORPUS / "manifest.json").read_text())
    assert encrypted >= {
        item["file"]
        for item in manifest
        if "encrypted" in item["probe"].get("status", "") and not item["file"].endswith(".pdf")
    }
