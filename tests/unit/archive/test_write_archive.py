from __future__ import annotations

from pathlib import Path

from pipeline.archive import write_archive
from pipeline.archive.entries import broken
from pipeline.records.archive import BrokenCode, CataloguedElective, Counts
from pipeline.records.index import Generator
from pipeline.translation import Wording

GENERATOR = Generator(
    name="elective-index", version="0", models={}, vocabulary="", vocabulary_version=""
)
COUNTS = Counts(
    sessions=1, resources=2, matched=2, review=0, unmatched=0, rejected=0, ignored=1, missing=0
)


def elective(path: str, title: dict[str, str] | str | None) -> CataloguedElective:
    return CataloguedElective(
        path=path,
        index=f"{path}/index.json",
        id="e",
        event="Academy",
        number=6,
        title=title,
        start="2021-11-22",
        end=None,
        languages=("en", "fr"),
        counts=COUNTS,
    )


def test_entries_stand_in_the_order_of_their_paths_whatever_came_first(tmp_path: Path) -> None:
    entries = [elective("b", "B"), broken("c", BrokenCode.FAILED, "x"), elective("a", "A")]
    catalogue = write_archive(entries, GENERATOR, tmp_path, Wording())
    first = (tmp_path / "catalogue.json").read_bytes()
    assert [entry.path for entry in catalogue.electives] == ["a", "b"]
    write_archive(reversed(entries), GENERATOR, tmp_path, Wording())
    assert (tmp_path / "catalogue.json").read_bytes() == first


def test_the_page_is_in_the_language_of_its_reader_and_links_odd_names(tmp_path: Path) -> None:
    entries = [elective("été <1>/#2", {"en": "Finance", "fr": "La finance & vous"})]
    write_archive(entries, GENERATOR, tmp_path, Wording("fr"))
    page = (tmp_path / "index.html").read_text(encoding="utf-8")
    assert '<html lang="fr">' in page
    assert "La finance &amp; vous" in page
    assert 'href="%C3%A9t%C3%A9%20%3C1%3E/%232/index.html"' in page
