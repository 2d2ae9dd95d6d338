"""An archive of small electives, made for tests."""

from __future__ import annotations

from pathlib import Path

from running import put

TITLES = {
    "2019/solidarity": ("Social economy and decent work", "Ana Silva"),
    "2020/finance": ("Solidarity finance", "Jean Dupont"),
    "2021/cooperatives": ("Worker cooperatives", "Mary Jones"),
}
ENGLISH = "Cooperatives and the social and solidarity economy create decent work. "
FRENCH = "Les coopératives et l'économie sociale et solidaire créent du travail décent. "


def make_electives(root: Path) -> Path:
    """Make an archive of three electives, each with a deck in English and one in French."""
    for folder, (title, speaker) in TITLES.items():
        programme = (
            f"event: Academy\nelective: 1\ntitle: {title}\nlanguages: [en, fr]\nsessions:\n"
            f"  - title: {title}\n    speakers: [{{name: {speaker}}}]\n"
        )
        put(root, f"{folder}/programme.yaml", programme.encode())
        for name, text in (("slides.txt", ENGLISH), ("diapos/fr.txt", FRENCH)):
            content = f"{title}\n{speaker}\n\n{text * 5}\n"
            put(root, f"{folder}/{name}", content.encode())
    return root


def written(output: Path) -> dict[str, bytes]:
    """Return all that was written, by path, but for the report: it compares with the last run."""
    paths = (path.relative_to(output) for path in sorted(output.rglob("*")) if path.is_file())
    return {
        path.as_posix(): (output / path).read_bytes()
        for path in paths
        if path.name != "report.md" and not any(part.startswith(".") for part in path.parts)
    }
