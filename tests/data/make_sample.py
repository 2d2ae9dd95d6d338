"""Make the sample elective: the messy inbox of a course, as real files with our own words.

Usage: python tests/data/make_sample.py [FOLDER]    (default: the folder `sample` beside it)

The decks are written for this project in the manner of such talks. They are not the speakers'
own slides, and their figures and e-mail addresses are invented.
"""

from __future__ import annotations

import sys
import unicodedata
from pathlib import Path

from making.archive import zipped
from making.content import load, load_deck
from making.litter import apple_double, ds_store, lock_file
from making.pdf import pdf
from making.slides import pptx

DATA = Path(__file__).parent
PROGRAMME = DATA.parents[1] / "inbox" / "programme.yaml"


def render(path: str, deck: str, language: str, author: str, title: str) -> bytes:
    """Make one deck in the format that its path ends in."""
    content = load_deck(deck, language, author, title)
    return pdf(content) if path.endswith(".pdf") else pptx(content, show=path.endswith(".ppsx"))


def packed(files: dict[str, bytes]) -> dict[str, bytes]:
    """Put files whose path leads through a .zip into that archive, as a Mac does it.

    There, names are decomposed (NFD) and every member has a shadow.
    """
    plain = {path: data for path, data in files.items() if ".zip/" not in path}
    archives: dict[str, dict[str, bytes]] = {}
    for path in files.keys() - plain.keys():
        stem, member = unicodedata.normalize("NFD", path).split(".zip/")
        folder, _, name = member.rpartition("/")
        archives.setdefault(f"{stem}.zip", {}).update(
            {member: files[path], f"__MACOSX/{folder}/._{name}": apple_double()}
        )
    return plain | {name: zipped(dict(sorted(each.items()))) for name, each in archives.items()}


def sample() -> dict[str, bytes]:
    """Make every file of the inbox, by its path."""
    plan = load("files.yaml")
    files = {deck["path"]: render(**deck) for deck in plan["decks"]}
    for copy in plan["copies"]:
        files[copy["path"]] = files[copy["of"]]
    for half in plan["cut_in_half"]:
        whole = files[half["of"]]
        files[half["path"]] = whole[: len(whole) // 2]
    litter = {
        ".DS_Store": ds_store(),
        "~$Présentation_finale_v2 (1).pptx": lock_file("Corinne"),
    }
    return packed(files) | litter | {"programme.yaml": PROGRAMME.read_bytes()}


def main() -> None:
    """Write the sample below the folder that the command line names."""
    target = Path(sys.argv[1]) if len(sys.argv) > 1 else DATA / "sample"
    for path, data in sample().items():
        file = target / path
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_bytes(data)


if __name__ == "__main__":
    main()
