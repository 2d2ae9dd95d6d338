"""What README says is so: its examples run, and what it names exists."""

from __future__ import annotations

import re
import shutil
import subprocess
import sys
from pathlib import Path

import pytest
from running import ROOT, Indexed
from typer.main import get_command

from pipeline.cli.main import app

README = (ROOT / "README.md").read_text(encoding="utf-8")
FENCED = re.compile(r"^```(\w+)\n(.*?)^```$", re.MULTILINE | re.DOTALL)
BLOCKS = FENCED.findall(README)
SPANS = re.findall(r"`([^`\n]+)`", FENCED.sub("", README))
#: Everything in README that a reader may type, line by line.
TYPED = [*SPANS, *(line for kind, block in BLOCKS if kind == "sh" for line in block.splitlines())]
COMMANDS = get_command(app).commands  # type: ignore[attr-defined]


def examples(language: str) -> list[str]:
    """Return the blocks in a language that read the demo's index."""
    return [block for kind, block in BLOCKS if kind == language and "output/demo/index" in block]


@pytest.fixture
def demo(tmp_path: Path, sample: Indexed) -> Path:
    """A folder in which `make demo` has been run."""
    (tmp_path / "output" / "demo").mkdir(parents=True)
    shutil.copy(sample.output.path, tmp_path / "output" / "demo")
    return tmp_path


def printed_by(arguments: list[str], folder: Path) -> str:
    done = subprocess.run(arguments, cwd=folder, capture_output=True, encoding="utf-8", check=False)
    assert done.returncode == 0, done.stderr
    return done.stdout


def test_the_python_example_prints_the_sessions_and_their_materials(demo: Path) -> None:
    (example,) = examples("python")
    printed = printed_by([sys.executable, "-X", "utf8", "-c", example], demo)
    assert "Framing social innovation and the SSE" in printed
    assert "from Laura/Apresentação1.pptx" in printed


def test_the_javascript_example_prints_the_sessions_and_their_materials(demo: Path) -> None:
    (example,) = examples("javascript")
    node = shutil.which("node")
    if not node:
        pytest.skip("Node.js is not installed.")
    (demo / "example.mjs").write_text(example, encoding="utf-8")
    printed = printed_by([node, "example.mjs"], demo)
    assert "Framing social innovation and the SSE" in printed
    assert "from Laura/Apresentação1.pptx" in printed


def test_the_examples_are_short() -> None:
    for block in (*examples("python"), *examples("javascript")):
        assert len([line for line in block.splitlines() if line.strip()]) <= 10


def test_every_make_target_in_readme_exists() -> None:
    named = {
        target
        for text in TYPED
        if (call := re.match(r"make((?: +[A-Z]+=\S+)*)(?: +([a-z-]+))?(?: |$)", text))
        for target in [call[2]]
        if target
    }
    targets = set(re.findall(r"^([a-z-]+):", (ROOT / "Makefile").read_text("utf-8"), re.MULTILINE))
    assert {"demo", "test"} <= named <= targets


def test_every_make_variable_in_readme_exists() -> None:
    named = {name for text in TYPED for name in re.findall(r"\b([A-Z]{3,})=", text)}
    variables = re.findall(r"^([A-Z]+) \?=", (ROOT / "Makefile").read_text("utf-8"), re.MULTILINE)
    assert {"INBOX", "OUTPUT"} <= named <= set(variables)


def test_every_command_in_readme_exists_and_every_command_is_in_readme() -> None:
    called = {
        name for text in TYPED for name in re.findall(r"^elective-index ([a-z][a-z-]*)", text)
    }
    made = {name for text in TYPED for name in re.findall(r"^make ([a-z][a-z-]*)", text)}
    assert called <= COMMANDS.keys()
    assert COMMANDS.keys() <= called | made


def test_every_option_in_readme_exists() -> None:
    options = {
        option
        for command in COMMANDS.values()
        for parameter in command.params
        for option in parameter.opts
    }
    named = {option for text in TYPED for option in re.findall(r"(?<![\w-])--[a-z][a-z-]+", text)}
    assert named
    assert named <= options | {"--help", "--version"}


def test_every_link_and_room_in_readme_leads_somewhere() -> None:
    links = [link for link in re.findall(r"\]\(([^)#]+)\)", README) if "://" not in link]
    rooms = re.findall(r"^\| `([^`]+)` \|", README, re.MULTILINE)
    assert links
    assert rooms
    assert [path for path in (*links, *rooms) if not (ROOT / path).exists()] == []
