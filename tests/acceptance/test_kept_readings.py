"""What was read is kept, and read again only when something has changed."""

from __future__ import annotations

import io
from collections.abc import Callable
from pathlib import Path

import pytest
from pptx import Presentation
from running import Indexed, Output, command, index, put, sample_files

from pipeline.unchanged import OUTPUTS

DECK = "from Laura/Turin_22Nov_LA_v4.pptx"
VOCABULARY = """
@prefix skos: <http://www.w3.org/2004/02/skos/core#> .
<https://example.org/s> a skos:ConceptScheme .
<https://example.org/s/1> a skos:Concept ; skos:prefLabel "{label}"@en .
"""


def with_title(deck: bytes, title: str) -> bytes:
    """Return a deck whose cover has another title."""
    presentation = Presentation(io.BytesIO(deck))
    presentation.slides[0].shapes.title.text = title
    stream = io.BytesIO()
    presentation.save(stream)
    return stream.getvalue()


def test_an_unchanged_inbox_is_not_read_again(inbox: Path, output: Output, sample: Indexed) -> None:
    before = output.readings
    assert len(before) == 12
    output.path.unlink()
    run = index(inbox, output.folder)
    assert run.status == 0
    assert output.readings == before
    assert run.seconds < sample.run.seconds / 2
    assert output.path.read_bytes() == sample.output.path.read_bytes()
    assert run.stderr.replace(str(output.folder), "") == sample.run.stderr.replace(
        str(sample.output.folder), ""
    )


def test_what_an_unchanged_inbox_gave_is_left_as_it_stands(inbox: Path, output: Output) -> None:
    index(inbox, output.folder)
    before = {path.name: path.stat().st_mtime_ns for path in output.folder.glob("*.*")}
    run = index(inbox, output.folder)
    after = {path.name: path.stat().st_mtime_ns for path in output.folder.glob("*.*")}
    assert run.status == 0
    assert "decks read" in run.stderr
    assert {name for name in after if after[name] != before[name]} <= {"report.md"}


def test_a_renamed_file_keeps_its_id_and_is_not_read_again(inbox: Path, output: Output) -> None:
    before = output.readings
    ids = {item["path"]: item["id"] for item in output.index["resources"]}
    (inbox / "scan.pdf").rename(inbox / "Rome PT.pdf")
    assert index(inbox, output.folder).status == 0
    assert output.readings == before
    after = {item["path"]: item["id"] for item in output.index["resources"]}
    assert after["Rome PT.pdf"] == ids["scan.pdf"]
    assert "scan.pdf" not in after


def test_a_changed_file_alone_is_read_again(inbox: Path, output: Output) -> None:
    before = output.readings
    put(inbox, DECK, with_title((inbox / DECK).read_bytes(), "Social innovation, framed anew"))
    assert index(inbox, output.folder).status == 0
    (deck,) = (item for item in output.index["resources"] if item["path"] == DECK)
    assert deck["title"] == "Social innovation, framed anew"
    assert output.readings.keys() - before.keys() == {deck["sha256"]}
    assert len(before.items() - output.readings.items()) == 1, "the old content is forgotten"


def test_a_file_that_is_gone_is_gone_from_the_index(inbox: Path, output: Output) -> None:
    (inbox / "scan.pdf").unlink()
    run = index(inbox, output.folder)
    assert "scan.pdf" not in {item["path"] for item in output.index["resources"]}
    (session,) = (item for item in output.index["sessions"] if item["id"] == "d3-damico")
    assert session["languages"]["missing"] == ["pt"]
    assert "Local Food Policy Councils in Rome and public procurement (Gabriella D’Amico): pt" in (
        run.told
    )


def test_an_edited_vocabulary_gives_other_themes(tmp_path: Path) -> None:
    inbox, output = tmp_path / "inbox", Output(tmp_path / "output")
    for path in ("programme.yaml", DECK):
        put(inbox, path, sample_files()[path])
    themes = []
    for label in ("innovation", "solidarity"):
        vocabulary = tmp_path / "vocabulary.ttl"
        vocabulary.write_text(VOCABULARY.format(label=label), encoding="utf-8")
        assert index(inbox, output.folder, "--vocabulary", vocabulary).status == 0
        (deck,) = output.index["resources"]
        themes.append([theme["label"]["en"] for theme in deck["themes"]])
    assert themes == [["innovation"], ["solidarity"]]


def rename(inbox: Path) -> None:
    (inbox / "scan.pdf").rename(inbox / "Rome PT.pdf")


def change(inbox: Path) -> None:
    put(inbox, DECK, with_title((inbox / DECK).read_bytes(), "Social innovation, framed anew"))


def remove(inbox: Path) -> None:
    (inbox / "day2 - SOS fr.pdf").unlink()


def add(inbox: Path) -> None:
    put(inbox, "late/copy of Laura.pptx", with_title((inbox / DECK).read_bytes(), "Framing it"))


def edit_programme(inbox: Path) -> None:
    path = inbox / "programme.yaml"
    path.write_text(path.read_text("utf-8").replace("Gabriella", "Gabriela"), encoding="utf-8")


def decide(inbox: Path) -> None:
    command(["assign", DECK, "d3-damico", "--language", "fr", "--inbox", inbox])


@pytest.mark.parametrize("what", [change, add, remove, rename, edit_programme, decide])
def test_what_is_kept_changes_no_byte(
    inbox: Path, output: Output, tmp_path: Path, what: Callable[[Path], None]
) -> None:
    """Beside what was read of each file, all that is found out between files is kept too."""
    index(inbox, output.folder)
    what(inbox)
    assert index(inbox, output.folder).status == 0
    anew = tmp_path / "anew"
    for path in output.folder.glob(".kept/*/*"):
        if path.name[:64] in output.readings or path.name.startswith("cover-"):
            target = anew / path.relative_to(output.folder)
            target.parent.mkdir(parents=True, exist_ok=True)
            target.write_bytes(path.read_bytes())
    assert index(inbox, anew).status == 0
    for name in OUTPUTS:
        assert (output.folder / name).read_bytes() == (anew / name).read_bytes(), name
