"""The project's own vocabulary, compiled once for all tests."""

from __future__ import annotations

from pathlib import Path

import pytest

import pipeline.tag
from pipeline.tag.themes import ThemeTagger, Vocabulary, compile_vocabulary


@pytest.fixture(scope="session")
def sse_file() -> Path:
    return Path(pipeline.tag.__file__).parent / "vocabulary" / "sse.ttl"


@pytest.fixture(scope="session")
def sse(sse_file: Path) -> Vocabulary:
    return compile_vocabulary(sse_file)


@pytest.fixture(scope="session")
def tagger(sse: Vocabulary) -> ThemeTagger:
    return ThemeTagger(sse)
