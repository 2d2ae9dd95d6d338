from __future__ import annotations

import pytest

from pipeline.programme.ids import distinct
from pipeline.text import slug


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Framing social innovation & the SSE", "framing-social-innovation-the-sse"),
        ("L’économie œuvre", "l-economie-oeuvre"),
        ("São João — Ação", "sao-joao-acao"),
        ("Łukasz Øre Straße", "lukasz-ore-strasse"),
        ("日本", ""),
        ("one two " * 10, "one-two-one-two-one-two-one-two-one-two-one-two-one-two-one"),
        ("x" * 80, "x" * 60),
    ],
)
def test_a_slug_is_ascii_and_short(text: str, expected: str) -> None:
    assert slug(text) == expected


def test_made_ids_give_way_to_given_ones_wherever_they_stand() -> None:
    wanted = [("a", False), ("a", False), ("a-2", True), ("b", False)]
    assert distinct(wanted) == ["a", "a-3", "a-2", "b"]
