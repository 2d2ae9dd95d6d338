"""Gives the page the translations of what its index says in English."""

from __future__ import annotations

from collections.abc import Iterator

from pipeline.page.assets import LANGUAGES
from pipeline.records.index import Index
from pipeline.translation import Wording


def translations(index: Index) -> dict[str, dict[str, str]]:
    """Return for each language but English the texts that the index's sentences are made from.

    A text with `{places}` is a template; the page fills it as `Wording.sentence` does.
    """
    others = [Wording(language) for language in LANGUAGES if language != "en"]
    said = set(_said(index))
    return {
        wording.language: {
            text: wording.text(text)
            for text in sorted({text for sentence in said for text in wording.texts_of(sentence)})
        }
        for wording in others
    }


def _said(index: Index) -> Iterator[str]:
    """Yield the sentences of an index that people read."""
    for resource in index.resources:
        yield from (reason.detail for reason in resource.evidence)
        yield from resource.warnings
    yield from (file.message for file in index.rejected)
    yield from (file.reason for file in index.ignored)
    yield from (decision.reason for decision in index.stale_decisions)
