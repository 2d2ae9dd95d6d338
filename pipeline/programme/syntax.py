"""Says in plain words why a file is not YAML or JSON, and what to write."""

from __future__ import annotations

import json

from ruamel.yaml.error import MarkedYAMLError, YAMLError

from pipeline.programme.problems import Mistake

ODD = (
    "this cannot be read. Check the indentation, brackets and quotation marks here and just above."
)
TOO_DEEP = "lists stand inside lists too many times. Check the brackets."

#: How ruamel.yaml words what it met -> what to do about it; `{above}` is where the trouble began.
REMEDIES = {
    "found undefined alias": "a text that starts with * needs quotation marks around it.",
    "while scanning an anchor": "a text that starts with & needs quotation marks around it.",
    "while parsing a tag": "a text that starts with ! needs quotation marks around it.",
    "cannot start any token": "a text cannot start with this character. "
    "Put quotation marks around the text.",
    "expected ',' or": "the bracket opened on line {above} is not closed, or a comma is missing.",
    "while scanning a quoted scalar": "the quotation mark opened on line {above} is not closed.",
    "found unknown escape": r"a \ inside double quotation marks must be written \\.",
    "could not find expected ':'": "line {above} needs a ':' and a space after its field name, "
    "such as 'title: Fair food'.",
    "sequence entries are not allowed": "a list that is written with - starts on a new line.",
    "but found '<scalar>'": "a text stands after a closing quotation mark. "
    "Put quotation marks of the other kind around the whole text.",
    "expected <block end>": "this does not line up with the block that starts on line {above}. "
    "Put as many spaces before it as before the fields it belongs to.",
    "expected '<document start>'": "this does not line up with the first field. "
    "Put as many spaces before it as there.",
    "but found another document": "the file must hold one programme. Remove '---' and '...'.",
}


def explain_yaml(error: YAMLError | RecursionError, text: str) -> list[Mistake]:
    """Return what to tell staff about text that ruamel.yaml could not read; never empty."""
    lines = text.splitlines()
    tabs = [number for number, line in enumerate(lines, 1) if "\t" in indentation(line)]
    if isinstance(error, RecursionError):
        return [Mistake(1, TOO_DEEP)]
    if tabs:
        return [Mistake(line, "the line starts with a tab. Indent with spaces.") for line in tabs]
    if not isinstance(error, MarkedYAMLError) or error.problem_mark is None:
        return [odd_character(text)]
    here = min(error.problem_mark.line, len(lines) - 1)
    problem = str(error.problem)
    if "mapping values are not allowed" in problem:
        return [stray_colon(lines, here)]
    said = f"{error.context}; {problem}"
    above = error.context_mark.line + 1 if error.context_mark else here
    for words, remedy in REMEDIES.items():
        if words in said:
            return [Mistake(here + 1, remedy.format(above=above))]
    return [Mistake(here + 1, ODD)]


def stray_colon(lines: list[str], here: int) -> Mistake:
    """Explain a ': ' where none may stand: in a text, or after a line that lacks its own."""
    field, _, rest = lines[here].strip().partition(": ")
    if ": " in rest or rest.endswith(":"):
        quoted = rest.replace('"', "'")
        message = f"a text with ': ' in it needs quotation marks. Write {field}: \"{quoted}\""
        return Mistake(here + 1, message)
    return Mistake(
        max(here, 1), "a ':' and a space must follow the field name, such as 'title: Fair food'."
    )


def odd_character(text: str) -> Mistake:
    """Explain a character that may not stand in YAML at all, such as a control character."""
    at = next(
        (place for place, letter in enumerate(text) if not letter.isprintable() and letter != "\n"),
        0,
    )
    return Mistake(
        text.count("\n", 0, at) + 1, "an invisible character stands here. Type the line anew."
    )


def explain_json(error: json.JSONDecodeError | RecursionError) -> list[Mistake]:
    """Return what to tell staff about text that is not JSON."""
    if isinstance(error, RecursionError):
        return [Mistake(1, TOO_DEEP)]
    message = (
        "this is not JSON: here or just before, a comma, bracket or quotation mark is missing or "
        "one too many."
    )
    return [Mistake(error.lineno, message)]


def indentation(line: str) -> str:
    """Return the white space with which the line starts."""
    return line[: len(line) - len(line.lstrip())]
