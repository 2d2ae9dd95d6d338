"""Nothing that a stranger writes becomes markup, a scheme or a command."""

from __future__ import annotations

import shutil
import subprocess

import msgspec
import pytest
from hypothesis import given
from hypothesis import strategies as st

from pipeline.page.safe import assign_command, inert_json, link, shell_word, shown_path

BASH = shutil.which("bash")
UNICODE = st.text(alphabet=st.characters(exclude_categories=["Cs"], exclude_characters="\x00"))


@given(UNICODE)
def test_embedded_json_holds_no_markup_and_reads_back(text: str) -> None:
    embedded = inert_json([text])
    assert not set("<>&\u2028\u2029\u202e\u2066") & set(embedded)
    seen = "".join(char for char in text if char not in "\u202a\u202b\u202c\u202d\u202e"
                   "\u2066\u2067\u2068\u2069")  # fmt: skip
    assert msgspec.json.decode(embedded) == [seen]


@pytest.mark.parametrize(
    ("path", "expected"),
    [
        ("", ""),
        ("a b/c#d?.pdf", "./a%20b/c%23d%3F.pdf"),
        ("../inbox/é.pdf", "../inbox/%C3%A9.pdf"),
        ("javascript:alert(1)", "./javascript%3Aalert%281%29"),
        ("//server/x", ".///server/x"),
        ("bad\udcff.pdf", "./bad%FF.pdf"),
    ],
)
def test_a_link_is_relative_and_escaped(path: str, expected: str) -> None:
    assert link(path) == expected


@pytest.mark.parametrize(
    ("path", "expected"),
    [
        ("from Laura/trad FR (relu).pdf", '"from Laura/trad FR (relu).pdf"'),
        ("$(rm -rf ~).pdf", "'$(rm -rf ~).pdf'"),
        ("it's `id`.pdf", "'it'\"'\"'s `id`.pdf'"),
        ("a\nb.pdf", "$'a\\U0000000ab.pdf'"),
        ("a\u202efdp.exe", "$'a\\U0000202efdp.exe'"),
    ],
)
def test_a_path_is_one_word_that_can_be_seen(path: str, expected: str) -> None:
    assert shell_word(path) == expected


@pytest.mark.skipif(not BASH, reason="bash is not installed")
@pytest.mark.parametrize(
    "path", ["plain.pdf", "$(id) `id` \\ \" ' !x.pdf", "-rf", "a\nb\u202e'c\\d.pdf", "%PATH% é"]
)
def test_a_shell_gives_the_path_back(path: str) -> None:
    echoed = subprocess.run(
        [str(BASH), "-c", f"printf -- %s {shell_word(path)}"],
        capture_output=True,
        check=True,
        env={"LC_ALL": "C.UTF-8"},
    )
    assert echoed.stdout.decode() == path


def test_a_path_like_an_option_stays_a_path() -> None:
    assert assign_command("-x.pdf") == 'elective-index assign -- "-x.pdf"'


def test_a_disguised_path_shows_that_it_is() -> None:
    assert shown_path("a\u202efdp\n.exe") == "a\ufffdfdp\ufffd.exe"
