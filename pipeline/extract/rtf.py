"""Rich Text Format, as its specification 1.9.1 describes it (Microsoft, 2008)."""

from __future__ import annotations

import codecs
import re
from dataclasses import dataclass, replace
from pathlib import Path

from pipeline.extract.encoded import limited_bytes
from pipeline.extract.flow import flowing_pages
from pipeline.extract.properties import stated
from pipeline.extract.refusals import TRUNCATED, UnreadableError
from pipeline.extract.rtf_text import LEFT_OUT, READ, TextOfRtf
from pipeline.records.decks import Deck

#: Pictures are written out in hexadecimal digits, which makes files long.
_MAX_BYTES = 64 * 1024 * 1024

_TOKEN = re.compile(
    rb"(?P<group>[{}])"
    rb"|\\(?P<word>[a-zA-Z]{1,32})(?P<number>-?\d{1,10})? ?"
    rb"|\\'(?P<hex>[0-9a-fA-F]{2})"
    rb"|\\(?P<symbol>[^a-zA-Z])"
    rb"|(?P<text>[^\\{}\r\n]+)"
    rb"|[\r\n]+"
    rb"|\\",
    re.DOTALL,
)
_SYMBOLS = {b"~": "\xa0", b"_": "‑", b"\\": "\\", b"{": "{", b"}": "}"}
_SIGNS = {
    "line": "\n", "tab": " ", "emdash": "—", "endash": "–", "emspace": " ", "enspace": " ",
    "bullet": "•", "lquote": "‘", "rquote": "’", "ldblquote": "“", "rdblquote": "”",
}  # fmt: skip


@dataclass(frozen=True)
class _Group:
    """What holds inside a pair of braces.

    `destination` says where its text goes, `replacing` how many bytes stand for an escaped
    character in programs that do not know it.
    """

    destination: str = "body"
    hidden: bool = False
    replacing: int = 1


def read_rtf(path: Path) -> Deck:
    """Read a rich text; raises `UnreadableError` for one that lost its end or has no text."""
    reader = _Reader(limited_bytes(path, _MAX_BYTES))
    reader.read()
    properties = reader.text.properties
    return Deck(
        pages=flowing_pages(reader.text.paragraphs),
        properties=stated(
            title=properties.get("title", ""),
            author=properties.get("author", ""),
            last_modified_by=properties.get("operator", ""),
            subject=properties.get("subject", ""),
            keywords=properties.get("keywords", ""),
        ),
    )


class _Reader:
    """Follows groups and control words, and hands on the text in them."""

    def __init__(self, data: bytes) -> None:
        self.text = TextOfRtf()
        self._data = data
        self._encoding = "cp1252"
        self._group = _Group()
        self._outer: list[_Group] = []
        self._ended = False
        self._optional = False
        self._skip = 0
        self._bytes = b""

    def read(self) -> None:
        """Read to the end; raises `UnreadableError` where that comes too early."""
        at = 0
        while (token := _TOKEN.match(self._data, at)) and not self._ended:
            at = token.end()
            if token["hex"]:
                self._say_bytes(bytes.fromhex(token["hex"].decode()))
            elif token["text"]:
                self._say_bytes(token["text"])
            else:
                self._flush()
                at += self._follow(token)
        if self._outer:
            raise UnreadableError(TRUNCATED)
        self.text.end_paragraph()

    def _follow(self, token: re.Match[bytes]) -> int:
        """Follow a brace, a control symbol or word; return how many raw bytes come after it."""
        if token["group"] == b"{":
            self._outer.append(self._group)
        elif token["group"] and self._outer:
            self._close()
        elif token["symbol"] == b"*":
            self._optional = True
        elif token["symbol"]:
            self._say(_SYMBOLS.get(token["symbol"], ""))
        elif token["word"]:
            number = int(token["number"]) if token["number"] else None
            if token["word"] == b"bin":
                return max(0, number or 0)
            self._word(token["word"].decode(), number)
        return 0

    def _close(self) -> None:
        inner, self._group = self._group, self._outer.pop()
        # Programs may write what they like after the outermost group.
        self._ended = not self._outer
        if inner.destination != self._group.destination or inner.destination == "stylesheet":
            self.text.end(inner.destination)

    def _word(self, word: str, number: int | None) -> None:
        optional, self._optional = self._optional, False
        if word in READ:
            self._group = replace(self._group, destination=word)
        elif optional or word in LEFT_OUT:
            self._group = replace(self._group, destination="nowhere")
        else:
            self._change(word, number)

    def _change(self, word: str, number: int | None) -> None:
        if word == "u" and number is not None:
            self._say(chr(number % 0x10000))
            self._skip = self._group.replacing
        elif word == "uc":
            self._group = replace(self._group, replacing=max(0, number or 0))
        elif word in ("v", "deleted", "plain"):
            self._group = replace(self._group, hidden=word != "plain" and number != 0)
        elif word == "ansicpg":
            self._encoding = _codec(f"cp{number}")
        elif word in ("mac", "pc", "pca"):
            self._encoding = {"mac": "mac_roman", "pc": "cp437", "pca": "cp850"}[word]
        elif word in _SIGNS:
            self._say(_SIGNS[word])
        elif self._group.destination == "body":
            self.text.mark(word, number)
        elif word == "s":
            self.text.name_style(number or 0)

    def _say_bytes(self, data: bytes) -> None:
        """Gather bytes, which may be halves of a character, but for those that replace one."""
        self._bytes += data[self._skip :]
        self._skip = max(0, self._skip - len(data))

    def _flush(self) -> None:
        self._say(self._bytes.decode(self._encoding, "replace"))
        self._bytes = b""

    def _say(self, text: str) -> None:
        if text and not self._group.hidden:
            self.text.say(self._group.destination, text)


def _codec(name: str) -> str:
    try:
        return codecs.lookup(name).name
    except LookupError:
        return "cp1252"
