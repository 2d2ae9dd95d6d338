from __future__ import annotations

import shutil
from pathlib import Path

import pytest

from pipeline.records.decks import Language
from pipeline.store import Store, fingerprint

FRENCH = Language(tag="fr", confidence=0.97)


@pytest.fixture
def store(tmp_path: Path) -> Store:
    return Store(tmp_path / "kept", "version-1")


def kept_files(folder: Path) -> list[Path]:
    return [path for path in folder.rglob("*") if path.is_file()]


def test_what_is_saved_is_loaded_as_it_was(store: Store) -> None:
    store.save("language", FRENCH)
    assert store.holds("language")
    assert store.load("language", Language) == FRENCH


def test_what_was_never_saved_is_not_held(store: Store) -> None:
    assert not store.holds("language")
    assert store.load("language", Language) is None


def test_the_last_of_two_values_is_kept(store: Store) -> None:
    store.save("language", Language(tag="pt", confidence=0.5))
    store.save("language", FRENCH)
    assert store.load("language", Language) == FRENCH


@pytest.mark.parametrize("damage", [b"", b"\x82", bytes(100), b"\x82\xa3tag\xa2fr"])
def test_a_damaged_result_counts_as_never_saved(
    store: Store, tmp_path: Path, damage: bytes
) -> None:
    store.save("language", FRENCH)
    (path,) = kept_files(tmp_path)
    path.write_bytes(damage)
    assert not store.holds("language")
    assert store.load("language", Language) is None


def test_a_result_of_another_shape_counts_as_never_saved(store: Store) -> None:
    store.save("language", ["fr"])
    assert store.load("language", Language) is None


def test_results_of_another_version_are_never_seen(store: Store, tmp_path: Path) -> None:
    store.save("language", FRENCH)
    other = Store(tmp_path / "kept", "version-2")
    assert not other.holds("language")
    assert other.load("language", Language) is None


def test_pruning_keeps_what_was_asked_for_and_forgets_the_rest(
    store: Store, tmp_path: Path
) -> None:
    for key in ("loaded", "looked-for", "gone"):
        store.save(key, FRENCH)
    Store(tmp_path / "kept", "version-0").save("loaded", FRENCH)
    now = Store(tmp_path / "kept", "version-1")
    now.load("loaded", Language)
    now.holds("looked-for")
    now.save("new", FRENCH)
    now.prune()
    assert sorted(path.stem for path in kept_files(tmp_path)) == ["loaded", "looked-for", "new"]
    assert [path.name for path in (tmp_path / "kept").iterdir()] == ["version-1"]


def test_pruning_removes_what_a_killed_write_left_behind(store: Store, tmp_path: Path) -> None:
    store.save("language", FRENCH)
    left = tmp_path / "kept" / "version-1" / ".language.msgpack.x1.tmp"
    left.write_bytes(b"half")
    store.prune()
    assert not left.exists()
    assert store.load("language", Language) == FRENCH


def test_pruning_a_store_that_holds_nothing_does_nothing(store: Store, tmp_path: Path) -> None:
    store.prune()
    assert list(tmp_path.iterdir()) == []


@pytest.fixture
def package(tmp_path: Path) -> Path:
    folder = tmp_path / "package"
    (folder / "models").mkdir(parents=True)
    (folder / "code.py").write_text("x = 1\n", encoding="utf-8")
    (folder / "models" / "weights.bin").write_bytes(b"\x00\x01")
    return folder


def test_a_fingerprint_depends_on_contents_and_not_on_the_place(
    package: Path, tmp_path: Path
) -> None:
    assert fingerprint(package) == fingerprint(Path(shutil.copytree(package, tmp_path / "copy")))


def test_compiled_code_leaves_the_fingerprint_alone(package: Path) -> None:
    before = fingerprint(package)
    (package / "__pycache__").mkdir()
    (package / "__pycache__" / "code.cpython-311.pyc").write_bytes(b"\x00")
    assert fingerprint(package) == before


@pytest.mark.parametrize("name", ["code.py", "models/weights.bin", "models/vocabulary.ttl"])
def test_any_change_of_code_model_or_vocabulary_changes_the_fingerprint(
    package: Path, name: str
) -> None:
    before = fingerprint(package)
    (package / name).write_bytes(b"\x00\x02")
    assert fingerprint(package) != before


def test_a_renamed_file_changes_the_fingerprint(package: Path) -> None:
    before = fingerprint(package)
    (package / "code.py").rename(package / "other.py")
    assert fingerprint(package) != before


def test_an_upgraded_library_changes_the_fingerprint(
    package: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    installed = tmp_path / "site-packages"
    (installed / "library-1.0.dist-info").mkdir(parents=True)
    monkeypatch.syspath_prepend(str(installed))
    before = fingerprint(package)
    (installed / "library-1.0.dist-info").rename(installed / "library-1.1.dist-info")
    assert fingerprint(package) != before
