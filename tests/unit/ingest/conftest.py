"""An empty inbox for each test."""

from __future__ import annotations

from pathlib import Path

import pytest
from ingest_files import Inbox


@pytest.fixture
def inbox(tmp_path: Path) -> Inbox:
    folder = tmp_path / "inbox"
    folder.mkdir()
    return Inbox(folder)
