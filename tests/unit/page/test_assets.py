"""The page's scripts, styles and words fit together."""

from __future__ import annotations

import re
import shutil
import subprocess

import msgspec
import pytest

from pipeline.page import payload
from pipeline.page.assets import LANGUAGES, STATIC, STYLES, messages, policy, scripts, style
from pipeline.page.search_index import FIELDS

TSC = shutil.which("tsc")
MODULES = {path.stem: path.read_text(encoding="utf-8") for path in STATIC.glob("*.js")}
TEMPLATE = (STATIC.parent / "templates" / "catalogue.html.jinja").read_text(encoding="utf-8")


def test_every_module_is_in_the_script_after_those_it_imports() -> None:
    order = re.findall(r'^modules\["([\w-]+)"\] =', scripts()[1].text, re.MULTILINE)
    assert sorted(order) == sorted(MODULES)
    for name, text in MODULES.items():
        for other in re.findall(r'^import .* from "\./(.*)\.js";', text, re.MULTILINE):
            assert order.index(other) < order.index(name)


def test_no_import_or_export_is_of_a_form_that_joining_leaves_behind() -> None:
    assert not re.search(r"^\s*(import|export)\b", scripts()[1].text, re.MULTILINE)
    assert not any(" as " in line for text in MODULES.values() for line in text.splitlines()
                   if line.startswith("import"))  # fmt: skip


def test_no_script_or_style_can_end_its_own_element() -> None:
    for asset in (*scripts(), style()):
        assert not re.search(r"</|<!--|\r", asset.text, re.IGNORECASE)


def test_no_script_makes_markup_or_code_from_text() -> None:
    unsafe = r"innerHTML|outerHTML|insertAdjacentHTML|document\.write|\beval\b|new Function|srcdoc"
    assert not [name for name, text in MODULES.items() if re.search(unsafe, text)]


def test_every_style_is_in_the_page() -> None:
    assert sorted(STYLES) == sorted(path.stem for path in STATIC.glob("*.css"))


def test_the_policy_allows_these_scripts_and_no_others() -> None:
    allowed = policy(scripts(), style())
    assert allowed.startswith("default-src 'none'; script-src 'sha256-")
    assert "unsafe" not in allowed
    assert allowed.count("sha256-") == 3


def test_the_interface_says_the_same_in_every_language() -> None:
    english = messages()["en"]
    for language in LANGUAGES:
        words = messages()[language]
        assert list(words) == list(english)
        for key, message in words.items():
            assert type(message) is type(english[key])
            assert _places(message) == _places(english[key]), (language, key)


def test_every_message_is_used_and_every_used_message_exists() -> None:
    known = set(messages()["en"])
    text = TEMPLATE + "".join(MODULES.values())
    used = set(re.findall(r'"([a-z][\w.-]*)"', text))
    stems = set(re.findall(r"`([a-z]+\.)\$\{", text))
    unused = {key for key in known - used if not key.startswith(tuple(stems))}
    assert unused == {"tongue"}  # the template has it from write.py
    asked = set(re.findall(r'\bt\("([\w.-]+)"', text)) | set(re.findall(r'data-t="([\w.]+)"', text))
    assert asked <= known


def test_scripts_know_the_data_as_it_is_written() -> None:
    text = (STATIC / "types.d.ts").read_text(encoding="utf-8")
    for name, record in vars(payload).items():
        if isinstance(record, type) and issubclass(record, msgspec.Struct) and name != "Record":
            body = re.search(rf"interface {name} \{{(.*?)\}}", text, re.DOTALL)
            assert body, name
            fields = re.findall(r"(\w+): ", body[1])
            assert set(fields) <= set(record.__struct_fields__), name
            if record.__module__ == payload.__name__:
                assert tuple(fields) == record.__struct_fields__, name


def test_search_weighs_exactly_the_fields_of_the_index() -> None:
    boost = re.search(r"const BOOST = \{(.*?)\}", MODULES["search"])
    assert boost
    assert tuple(re.findall(r"(\w+):", boost[1])) == FIELDS


@pytest.mark.skipif(not TSC, reason="TypeScript is not installed")
def test_scripts_keep_to_their_types() -> None:
    command = [str(TSC), "-p", str(STATIC / "jsconfig.json")]
    checked = subprocess.run(command, capture_output=True, check=False)
    assert checked.stdout.decode() == ""


def _places(message: object) -> set[str]:
    forms = message.values() if isinstance(message, dict) else [message]
    return {place for form in forms for place in re.findall(r"\{(\w+)\}", form)}
