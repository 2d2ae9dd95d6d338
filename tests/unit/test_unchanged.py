"""An index is taken as it stands only where a new run would write the very same."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import msgspec
import pytest

from pipeline.emit import assemble
from pipeline.inputs import Inputs
from pipeline.records.decisions import Decision
from pipeline.records.files import InboxFile, Inventory
from pipeline.records.index import Generator
from pipeline.records.media import PDF
from pipeline.records.programme import Programme, Session
from pipeline.settings import RunSettings
from pipeline.store import Store
from pipeline.unchanged import OUTPUTS, keep_standing, standing_index

FILE = InboxFile(path="a.pdf", location="a.pdf", sha256="0" * 64, size=1, media_type=PDF)
PROGRAMME = Programme(sessions=(Session(id="one", title="One"),))


@pytest.fixture
def inputs(tmp_path: Path) -> Inputs:
    vocabulary = tmp_path / "themes.ttl"
    vocabulary.write_text("themes")
    return Inputs(
        settings=RunSettings(inbox=tmp_path, output=tmp_path / "output", vocabulary=vocabulary),
        programme=PROGRAMME,
        decisions={},
        inventory=Inventory(files=(FILE,), rejected=(), ignored=()),
    )


def other_settings(inputs: Inputs, **changes: object) -> Inputs:
    settings = msgspec.structs.replace(inputs.settings, **changes)
    return msgspec.structs.replace(inputs, settings=settings)


CHANGES: dict[str, Callable[[Inputs], Inputs]] = {
    "a file has other bytes": lambda inputs: msgspec.structs.replace(
        inputs,
        inventory=msgspec.structs.replace(
            inputs.inventory, files=(msgspec.structs.replace(FILE, sha256="1" * 64),)
        ),
    ),
    "a file is renamed": lambda inputs: msgspec.structs.replace(
        inputs,
        inventory=msgspec.structs.replace(
            inputs.inventory, files=(msgspec.structs.replace(FILE, path="b.pdf"),)
        ),
    ),
    "a person decides": lambda inputs: msgspec.structs.replace(
        inputs, decisions={FILE.sha256: Decision(path="a.pdf", session="one")}
    ),
    "a session has another title": lambda inputs: msgspec.structs.replace(
        inputs, programme=Programme(sessions=(Session(id="one", title="Two"),))
    ),
    "Tesseract is gone": lambda inputs: other_settings(inputs, tesseract=None, libreoffice=Path()),
    "the output goes elsewhere": lambda inputs: other_settings(inputs, output=Path("elsewhere")),
}


@pytest.mark.parametrize("change", CHANGES.values(), ids=CHANGES)
def test_any_change_of_the_inputs_names_them_anew(
    inputs: Inputs, change: Callable[[Inputs], Inputs]
) -> None:
    assert change(inputs).digest() != inputs.digest()


def test_another_vocabulary_in_the_same_place_names_them_anew(inputs: Inputs) -> None:
    before = inputs.digest()
    inputs.settings.vocabulary.write_text("other themes")
    assert inputs.digest() != before


def test_the_number_of_workers_changes_nothing(inputs: Inputs) -> None:
    assert other_settings(inputs, workers=7).digest() == inputs.digest()


@pytest.fixture
def store(tmp_path: Path) -> Store:
    return Store(tmp_path / "kept", "1")


@pytest.fixture
def output(tmp_path: Path, store: Store) -> Path:
    """Return a folder with the outputs of a run whose inputs were `same`."""
    generator = Generator(
        name="test", version="1", models={}, vocabulary="v", vocabulary_version="1"
    )
    inventory = Inventory(files=(), rejected=(), ignored=())
    index = assemble(PROGRAMME, inventory, [], generator, ())
    folder = tmp_path / "output"
    folder.mkdir()
    for name in OUTPUTS:
        (folder / name).write_bytes(msgspec.json.encode(index))
    keep_standing("same", store, folder)
    return folder


def test_the_index_stands_while_its_inputs_are_the_same(store: Store, output: Path) -> None:
    index = standing_index("same", store, output)
    assert index is not None
    assert [session.id for session in index.sessions] == ["one"]
    assert standing_index("other", store, output) is None


@pytest.mark.parametrize("name", OUTPUTS)
def test_an_output_that_somebody_touched_is_written_anew(
    store: Store, output: Path, name: str
) -> None:
    (output / name).write_text("edited by hand")
    assert standing_index("same", store, output) is None


@pytest.mark.parametrize("name", OUTPUTS)
def test_an_output_that_is_gone_is_written_anew(store: Store, output: Path, name: str) -> None:
    (output / name).unlink()
    assert standing_index("same", store, output) is None
