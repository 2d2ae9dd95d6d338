"""Clean-up of text as it comes out of files."""

from __future__ import annotations

import re
import unicodedata

#: Latin ligatures that fonts leave in text layers; NFC keeps them, so they are spelt out here.
_LIGATURES = {
    "ﬀ": "ff",
    "ﬁ": "fi",
    "ﬂ": "fl",
    "ﬃ": "ffi",
    "ﬄ": "ffl",
    "ﬅ": "st",
    "ﬆ": "st",
}
_LIGATURE = re.compile("[ﬀ-ﬆ]")
#: Typographic hyphens, which Quartz writes three at a time; soft hyphens, which only may break.
_HYPHEN = re.compile(r"-?\xad?[‐‑]")
_SOFT_HYPHEN = re.compile(r"\xad+[^\S\n]*\n?")
_LINE_END = re.compile(r"\r\n?|[\v\f\x85\u2028\u2029]")
_INVISIBLE = re.compile(
    r"[\x00-\x08\x0e-\x1f\x7f-\x9f\u200b\u200e\u200f\u202a-\u202e\u2060-\u206f\ufeff\ufffe\uffff]"
)
#: White space of all kinds but line ends and tabs; private use: glyphs of symbol fonts.
_SPACES = re.compile(r"(?:[^\S\n\t]|[\ue000-\uf8ff\U000f0000-\U0010fffd])+")
#: Bullets at the start of a line; symbol fonts without a map leave letters such as § and ¡.
_LINE_EDGES = re.compile(r"^(?:[ •▪◦●○■□◆▸►▶➔➢➤❖★‣⁃∙]|[§¡] (?=\D))+|[ \t]+$", re.MULTILINE)
_BLANK_LINES = re.compile(r"\n{2,}")


def clean(text: str) -> str:
    """Return the text in NFC with plain spaces, without control characters and blank lines.

    Line ends become newlines and tabs stay; ligatures are spelt out, soft hyphens are dropped,
    and so are bullets at the start of a line.
    """
    if text.isascii() and text.isprintable():
        return " ".join(text.split())
    text = _INVISIBLE.sub("", _LINE_END.sub("\n", text))
    if not text.isascii():
        text = _SOFT_HYPHEN.sub("", _HYPHEN.sub("-", text))
        text = _LIGATURE.sub(lambda ligature: _LIGATURES[ligature[0]], text)
        text = unicodedata.normalize("NFC", text)
    return _BLANK_LINES.sub("\n", _LINE_EDGES.sub("", _SPACES.sub(" ", text))).strip("\n ")


def one_line(text: str) -> str:
    """Return the cleaned text on one line, for cells and property values."""
    return " ".join(clean(text).split())
