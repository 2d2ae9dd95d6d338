"""Reads YAML or JSON into plain data that remembers the line of every value."""

from __future__ import annotations

import json
from dataclasses import dataclass

from ruamel.yaml import YAML
from ruamel.yaml.error import YAMLError
from ruamel.yaml.nodes import Node, ScalarNode, SequenceNode

from pipeline.programme.problems import Mistake
from pipeline.programme.syntax import explain_json, explain_yaml

#: Where a value stands: field names and list positions from the top of the document.
Pointer = tuple[str | int, ...]

TAG = "tag:yaml.org,2002:"


@dataclass(frozen=True)
class Document:
    """Plain data (dict, list, str, int, float, bool, None) and the line of each value.

    `mistakes` are fields given twice and references, which leave the rest readable.
    """

    data: object
    lines: dict[Pointer, int]
    mistakes: list[Mistake]


def parse_yaml(text: str) -> Document | list[Mistake]:
    """Read YAML 1.2; dates stay text. Text that is no YAML gives mistakes instead."""
    try:
        root = YAML(typ="safe", pure=True).compose(text)
    except (YAMLError, RecursionError) as error:
        return explain_yaml(error, text)
    reader = NodeReader()
    return Document(reader.value(root, ()), reader.lines, reader.mistakes)


def parse_json(text: str) -> Document | list[Mistake]:
    """Read JSON: checked as JSON, then read as the YAML that it also is, for the lines."""
    try:
        json.loads(text, parse_int=str, parse_float=str)
    except (json.JSONDecodeError, RecursionError) as error:
        return explain_json(error)
    # YAML takes no tabs for indentation; in valid JSON a tab never stands inside a text.
    return parse_yaml(text.replace("\t", " "))


class NodeReader:
    """Turns composed YAML nodes into plain data and notes where each value stands."""

    def __init__(self) -> None:
        self.lines: dict[Pointer, int] = {}
        self.mistakes: list[Mistake] = []
        self._seen: set[int] = set()

    def value(self, node: Node | None, at: Pointer) -> object:
        """Return the node's data; its line is noted unless its field has noted it."""
        if node is None:
            return None
        line = self.lines.setdefault(at, line_of(node))
        if isinstance(node, ScalarNode):
            return scalar(node)
        # A collection met twice is an alias, which could hold itself or grow without bounds.
        if id(node) in self._seen:
            self.mistakes.append(Mistake(line, "write the fields out instead of referring with *."))
            return None
        self._seen.add(id(node))
        if isinstance(node, SequenceNode):
            return [self.value(item, (*at, index)) for index, item in enumerate(node.value)]
        return self._fields(node.value, at)

    def _fields(self, pairs: list[tuple[Node, Node]], at: Pointer) -> dict[str, object]:
        data: dict[str, object] = {}
        for key, value in pairs:
            name = str(key.value) if isinstance(key, ScalarNode) else "[…]"
            place = (*at, name)
            if name in data:
                message = f"'{name}' is given twice (first on line {self.lines[place]}). Keep one."
                self.mistakes.append(Mistake(line_of(key), message))
                continue
            self.lines[place] = line_of(key)
            data[name] = self.value(value, place)
        return data


def line_of(node: Node) -> int:
    """Return the line on which the node starts, from 1."""
    return int(node.start_mark.line) + 1


def scalar(node: ScalarNode) -> str | int | float | bool | None:
    """Return the value; whole numbers as int, dates and unknown kinds as the text they are."""
    text = unescape(node.value)
    try:
        match str(node.tag).removeprefix(TAG):
            case "null":
                return None
            case "bool":
                return text.lower() == "true"
            case "int":
                return int(text)
            case "float":
                number = float(text)
                return int(number) if number.is_integer() else number
    except ValueError:
        return text
    return text


def unescape(text: str) -> str:
    r"""Join the halves of characters that JSON writes as two escapes, such as \ud83d\ude00."""
    return text.encode("utf-16", "surrogatepass").decode("utf-16", "replace")
