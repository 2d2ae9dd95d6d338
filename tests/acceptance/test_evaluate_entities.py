"""`elective-index evaluate-entities` as a user runs it on pages and sets of their own."""

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path

PAGE = "Merci\n{PERSON Rosa Ccori}, trésorière\n"
SET = "Ana\tB-PER\nvive\tO\nem\tO\nLisboa\tB-LOC\n"


def evaluate(folder: Path, *options: str) -> subprocess.CompletedProcess[str]:
    command = [sys.executable, "-m", "pipeline", "evaluate-entities", *options]
    return subprocess.run(command, cwd=folder, capture_output=True, encoding="utf-8", check=False)


def test_the_figures_of_own_pages_and_sets_are_printed_as_json(tmp_path: Path) -> None:
    (tmp_path / "gold" / "dev" / "care").mkdir(parents=True)
    (tmp_path / "gold" / "dev" / "care" / "deck.fr.txt").write_text(PAGE, "utf-8")
    (tmp_path / "ner").mkdir()
    (tmp_path / "ner" / "pt_own.iob2").write_text(SET, "utf-8")
    done = evaluate(tmp_path, "ner", "--gold", "gold", "--json")
    assert done.returncode == 0, done.stderr
    report = json.loads(done.stdout)
    assert report["pages"] == {"dev": {"en": 0, "fr": 1, "pt": 0}}
    assert {"pt_own.iob2", "dev"} == {row["dataset"] for row in report["rows"]}
    assert {"en", "fr", "pt"} == report["speed"].keys()
    assert len(report["evidence"]) > 10


def test_a_folder_without_gold_pages_is_told(tmp_path: Path) -> None:
    (tmp_path / "gold" / "dev").mkdir(parents=True)
    done = evaluate(tmp_path, "--gold", "gold")
    assert done.returncode == 1
    assert "gold pages cannot be read" in done.stderr
