from __future__ import annotations

import msgspec
import pytest

from pipeline.cluster.edition import Edition, differences, edition_here

HERE = Edition(
    code="0123",
    python="3.11",
    packages={"spacy": "3.8.0", "lxml": "5.3"},
    tesseract=("eng",),
    libreoffice=True,
)


def test_a_machine_does_not_differ_from_itself() -> None:
    assert list(differences(edition_here(), edition_here())) == []


def test_what_a_run_needs_is_part_of_the_edition() -> None:
    assert edition_here().packages["spacy"]


@pytest.mark.parametrize(
    ("changes", "told"),
    [
        ({"code": "4567"}, "another version of elective-index"),
        ({"python": "3.12"}, "Python 3.12 instead of 3.11"),
        ({"packages": {"spacy": "3.7.0", "lxml": "5.3"}}, "spacy 3.7.0 instead of 3.8.0"),
        ({"packages": {"lxml": "5.3"}}, "spacy missing instead of 3.8.0"),
        ({"tesseract": ()}, "Tesseract for no language instead of eng"),
        ({"libreoffice": False}, "no LibreOffice"),
    ],
)
def test_what_differs_is_named(changes: dict[str, object], told: str) -> None:
    assert list(differences(HERE, msgspec.structs.replace(HERE, **changes))) == [told]
