"""Joins the page's scripts and styles into one text each, and names them by their hash."""

from __future__ import annotations

import base64
import hashlib
import re
from collections.abc import Iterable
from dataclasses import dataclass
from graphlib import TopologicalSorter
from pathlib import Path

import msgspec

STATIC = Path(__file__).parent / "static"
LANGUAGES = ("en", "fr", "pt")

STYLES = ("base", "shell", "facets", "programme", "deck", "checks", "map", "print")

_IMPORT = re.compile(r'^import (\{[^}]*\}) from "\./([\w-]+)\.js";$', re.MULTILINE)
_EXPORT = re.compile(r"^export (?=(?:async )?(?:function|const) (\w+))", re.MULTILINE)


@dataclass(frozen=True)
class Asset:
    """A text that stands in the page, with its source expression for the security policy."""

    text: str

    @property
    def source(self) -> str:
        """Name the text by its hash, as Content Security Policy 3 writes it."""
        digest = hashlib.sha256(self.text.encode()).digest()
        return f"'sha256-{base64.b64encode(digest).decode()}'"


def scripts() -> tuple[Asset, ...]:
    """Return the search library and the page's own modules, joined into one script.

    Each module becomes a function of its own, after those that it imports.
    """
    imports: dict[str, list[str]] = {}
    waiting = ["main"]
    while waiting:
        name = waiting.pop()
        imports[name] = [match[2] for match in _IMPORT.finditer(_read(f"{name}.js"))]
        waiting += [other for other in imports[name] if other not in imports]
    modules = map(_module, TopologicalSorter(imports).static_order())
    own = '"use strict";\n(() => {\nconst modules = {};\n' + "".join(modules) + "})();\n"
    return Asset(_read("vendor/minisearch.js")), Asset(own)


def _module(name: str) -> str:
    source = _read(f"{name}.js")
    exported = ", ".join(_EXPORT.findall(source))
    body = _EXPORT.sub("", _IMPORT.sub(r'const \1 = modules["\2"];', source))
    return f'modules["{name}"] = (() => {{\n{body}return {{ {exported} }};\n}})();\n'


def style() -> Asset:
    """Return all styles as one."""
    return Asset("".join(_read(f"{name}.css") for name in STYLES))


def messages() -> dict[str, dict[str, object]]:
    """Return the words of the interface in each of its languages."""
    return {
        language: msgspec.json.decode(_read(f"messages/{language}.json")) for language in LANGUAGES
    }


def policy(scripts: Iterable[Asset], style: Asset) -> str:
    """Return the Content Security Policy: nothing but what stands in the page itself."""
    sources = " ".join(asset.source for asset in scripts)
    return (
        f"default-src 'none'; script-src {sources}; style-src {style.source}; img-src data:; "
        "base-uri 'none'; form-action 'none'; require-trusted-types-for 'script'; "
        "trusted-types 'none'"
    )


def _read(name: str) -> str:
    return (STATIC / name).read_text(encoding="utf-8")
