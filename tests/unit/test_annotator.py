from __future__ import annotations

import hashlib

import pytest

from pipeline.annotator import Annotator
from pipeline.kept import kept_vocabulary
from pipeline.records.decks import Block, BlockKind, Deck, Page
from pipeline.records.files import InboxFile
from pipeline.records.media import PDF
from pipeline.settings import OWN_VOCABULARY
from pipeline.store import Store


@pytest.fixture(scope="module")
def annotator(tmp_path_factory: pytest.TempPathFactory) -> Annotator:
    store = Store(tmp_path_factory.mktemp("kept"), "version-1")
    return Annotator(("en",), kept_vocabulary(OWN_VOCABULARY, store))


def file(name: str) -> InboxFile:
    sha256 = hashlib.sha256(name.encode()).hexdigest()
    return InboxFile(path=name, location=name, sha256=sha256, size=1, media_type=PDF)


def deck(title: str, body: str) -> Deck:
    blocks = (Block(kind=BlockKind.TITLE, text=title), Block(kind=BlockKind.BODY, text=body))
    return Deck(pages=(Page(number=1, blocks=blocks),))


def test_a_theme_may_rest_on_what_a_page_means(annotator: Annotator) -> None:
    savings = deck(
        "The women who save together",
        "Every week the members of the cooperative put their share into a common box, and lend "
        "from it to those who want to start a small trade. After a year they share it out.",
    )
    themes = annotator((file("savings.pdf"), savings)).tags.themes
    assert any(evidence.nearness for theme in themes for evidence in theme.evidence)


def test_a_deck_of_another_field_has_no_theme(annotator: Annotator) -> None:
    chemistry = deck(
        "Laboratory safety",
        "Halogenated solvents go into separate drums. Wear gloves and safety spectacles, and "
        "label every container with its contents and the date.",
    )
    assert annotator((file("induction.pdf"), chemistry)).tags.themes == ()
