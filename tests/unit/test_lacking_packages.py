from __future__ import annotations

import io

import pytest
from rich.console import Console

from pipeline.cli.once import lacks_cluster
from pipeline.translation import Wording


def test_what_a_cluster_needs_is_told_with_the_command_that_installs_it(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr("importlib.util.find_spec", lambda _: None)
    told = io.StringIO()
    assert lacks_cluster(Console(file=told, width=200), Wording())
    assert "To install what is missing: make setup-cluster" in told.getvalue()
