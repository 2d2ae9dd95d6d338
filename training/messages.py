"""Gathers the sentences that people read, and compiles their translations.

    python training/messages.py            bring pipeline/locale up to date: new, changed, gone
    python training/messages.py --check    1 where the compiled catalogues differ from the texts

A sentence is gathered where it is said (`say("…")`, `message("…")`), and from the modules in
`TOLD` wherever it stands: the index and its stages keep sentences in English, and they are
translated when they are shown. What stands in the middle of an f-string becomes a placeholder.
"""

from __future__ import annotations

import ast
import io
import re
import sys
from collections.abc import Iterator
from datetime import UTC, datetime
from pathlib import Path

from babel.messages import Catalog
from babel.messages.mofile import write_mo
from babel.messages.pofile import read_po, write_po

ROOT = Path(__file__).parents[1]
LOCALE = ROOT / "pipeline" / "locale"
LANGUAGES = ("fr", "pt")
DOMAIN = "elective-index"
HERE = "training/messages.py"

#: Modules whose sentences are gathered wherever they stand.
TOLD = (
    "cli/[!e]*.py", "report/*.py", "doctor.py", "decisions.py", "library.py", "conversion/batch.py",
    "ingest/*.py", "extract/refusals.py", "extract/__init__.py", "match/placing.py",
    "match/matcher.py", "match/signals/*.py", "match/versions.py", "match/families.py",
    "tag/themes/compiling.py", "extract/docx.py", "extract/needs_ocr.py", "extract/pdf.py",
    "extract/pptx.py",
    "programme/[!s]*.py", "programme/syntax.py", "programme/importing/reading.py", "reading.py",
    "archive/indexing.py", "shards/*.py", "cluster/*.py", "location/folder.py",
)  # fmt: skip
#: Sentences that are put together from parts, as they come out.
COMPOSED = (
    "Example: {0}",
    "Show this message and exit.",
    "{0} names {1} (“{2}”).",
    "{0} has part of the name of {1} (“{2}”).",
    "{0} mentions {1} (“{2}”).",
    "Page {0}",
    "page {0}",
    "pages {0}",
    "{0} needs '{1}'.",
    "a programme",
    "a session",
    "a person",
    "the id '{0}' is taken by the session on line {1}. Give each session an id of its own.",
    "the date {0} lies before the start {1}. Correct it, or the start.",
    "the date {0} lies after the end {1}. Correct it, or the end.",
)
#: Modules whose docstrings are shown as help.
HELP = ("cli/main.py", "cli/desk.py", "cli/measures.py")
SAYS = frozenset({"say", "message"})

#: What is no sentence: patterns, shell commands, markup, lists of words.
_NO_SENTENCE = re.compile(
    r"[\\^]|\(\?|https?:|xmlns|^[\s#|,%-]|\bw:|^(?:make|brew|sudo|rm|winget|elective-index) "
    r"|^Example: |^found |^while |^cannot start|^could not find expected|^but found|^expected "
    r"|not allowed$"
)
#: Letters that a text must have beside what is filled in.
_LETTERS = 6


def gather() -> dict[tuple[str, ...], list[str]]:
    """Return the texts (one, or the forms for one and many) with the files they stand in."""
    found: dict[tuple[str, ...], list[str]] = {(text,): [HERE] for text in COMPOSED}
    told = {path for pattern in TOLD for path in (ROOT / "pipeline").glob(pattern)}
    for path in sorted((ROOT / "pipeline").rglob("*.py")):
        tree = ast.parse(path.read_text(encoding="utf-8"))
        texts = set(_said(tree))
        if path in told:
            texts |= set(_standing(tree))
        if path.relative_to(ROOT / "pipeline").as_posix() in HELP:
            texts |= set(_docstrings(tree))
        for text in texts:
            found.setdefault(text, []).append(path.relative_to(ROOT).as_posix())
    return found


def _said(tree: ast.AST) -> Iterator[tuple[str, ...]]:
    for node in ast.walk(tree):
        if not isinstance(node, ast.Call):
            continue
        texts = [_text(argument) for argument in node.args]
        name = getattr(node.func, "id", getattr(node.func, "attr", "")).lstrip("_")
        if name in SAYS and texts[:1] and texts[0]:
            yield (texts[0],)
        elif name == "plural" and len(texts) > 1 and texts[0] and texts[1]:
            yield (texts[0], texts[1])


def _standing(tree: ast.AST) -> Iterator[tuple[str, ...]]:
    joined = [node for node in ast.walk(tree) if isinstance(node, ast.JoinedStr)]
    inner = {id(part) for node in joined for part in node.values}
    quiet = {id(node) for node in _docstring_nodes(tree)}
    plurals = {text for pair in _said(tree) if len(pair) > 1 for text in pair}
    for node in ast.walk(tree):
        if id(node) in inner or id(node) in quiet:
            continue
        text = _text(node)
        if text and text not in plurals and _is_sentence(text):
            yield (text,)


def _is_sentence(text: str) -> bool:
    letters = sum(map(str.isalpha, re.sub(r"\{\w*[^{}]*\}", "", text)))
    return text.count(" ") > 1 and letters >= _LETTERS and not _NO_SENTENCE.search(text)


def _docstrings(tree: ast.Module) -> Iterator[tuple[str, ...]]:
    for node in tree.body:
        if isinstance(node, ast.FunctionDef) and node.decorator_list:
            yield (ast.get_docstring(node) or "",)


def _docstring_nodes(tree: ast.AST) -> Iterator[ast.AST]:
    for node in ast.walk(tree):
        body = getattr(node, "body", None)
        if isinstance(body, list) and body and isinstance(body[0], ast.Expr):
            yield body[0].value


def _text(node: ast.AST) -> str | None:
    """Return a literal text; what an f-string fills in becomes `{0}`, `{1}` and so on."""
    if isinstance(node, ast.Constant):
        return node.value if isinstance(node.value, str) else None
    if not isinstance(node, ast.JoinedStr):
        return None
    parts = iter(range(len(node.values)))
    return "".join(
        str(part.value) if isinstance(part, ast.Constant) else f"{{{next(parts)}}}"
        for part in node.values
    )


def updated(language: str) -> Catalog:
    """Return the catalogue of a language with exactly the texts that are said."""
    path = LOCALE / language / "LC_MESSAGES" / f"{DOMAIN}.po"
    with path.open("rb") as stream:
        before = read_po(stream, locale=language)
    catalog = Catalog(locale=language, domain=DOMAIN, project="Elective Index", fuzzy=False)
    for text, files in sorted(gather().items()):
        known = before.get(text[0])
        identity = text if len(text) > 1 else text[0]
        translated = known.string if known and known.string else ""
        catalog.add(identity, translated, locations=[(file, 0) for file in sorted(files)])
    return catalog


def _written(catalog: Catalog) -> bytes:
    stream = io.BytesIO()
    write_po(stream, catalog, width=100, omit_header=True, include_lineno=False)
    return HEADER.format(language=catalog.locale).encode() + stream.getvalue()


HEADER = """\
# What people read, in another language. Write msgstr; training/messages.py does the rest.
msgid ""
msgstr ""
"Language: {language}\\n"
"MIME-Version: 1.0\\n"
"Content-Type: text/plain; charset=utf-8\\n"
"Content-Transfer-Encoding: 8bit\\n"
"Plural-Forms: nplurals=2; plural=(n > 1);\\n"

"""


def _compiled(po: bytes, language: str) -> bytes:
    catalog = read_po(io.BytesIO(po), locale=language)
    # Otherwise the minute in which it is compiled, and no two were alike.
    catalog.creation_date = datetime.fromtimestamp(0, UTC)
    stream = io.BytesIO()
    write_mo(stream, catalog)
    return stream.getvalue()


def main(arguments: list[str]) -> int:
    """Update or check every catalogue; say what has no translation yet."""
    status = 0
    for language in LANGUAGES:
        folder = LOCALE / language / "LC_MESSAGES"
        po, mo = folder / f"{DOMAIN}.po", folder / f"{DOMAIN}.mo"
        catalog = updated(language)
        text = _written(catalog)
        if "--check" in arguments:
            if po.read_bytes() != text or mo.read_bytes() != _compiled(text, language):
                print(f"{po.relative_to(ROOT)} is behind the code. Run: make messages")
                status = 1
        else:
            po.write_bytes(text)
            mo.write_bytes(_compiled(text, language))
        lacking = [entry.id for entry in catalog if entry.id and not all(_forms(entry.string))]
        print(f"{language}: {len(catalog)} texts, {len(lacking)} without a translation")
    return status


def _forms(string: str | tuple[str, ...]) -> tuple[str, ...]:
    return string if isinstance(string, tuple) else (string,)


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
