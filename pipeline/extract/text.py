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
#: A word broken at the end of a line: pdfium writes U+0002 or U+FFFE for the hyphen, files a soft
#: hyphen; a visible hyphen is undone between lower-case letters only.
_BROKEN_WORD = re.compile(r"[\x02\ufffe\xad]+[^\S\n]*\n?|(?<=[^\W\d_])[-‐]\n(?=[^\W\d_A-Z])")
_LINE_END = re.compile(r"\r\n?|[\v\f\x85\u2028\u2029]")
_INVISIBLE = re.compile(
    r"[\x00-\x08\x0e-\x1f\x7f-\x9f\u200b\u200e\u200f\u202a-\u202e\u2060-\u206f\ufeff\uffff]"
)
#: White space of all kinds but line ends and tabs; private use: glyphs of symbol fonts.
_SPACES = re.compile(r"[^\S\n\t]+|[\ue000-\uf8ff\U000f0000-\U0010fffd]+")
#: Bullets at the start of a line; symbol fonts without a map leave letters such as § and ¡.
_LINE_EDGES = re.compile(r"^[ •▪◦●○■□◆▸►▶➔➢➤❖★‣⁃∙]+|^[§¡] (?=\D)|[ \t]+$", re.MULTILINE)
_BLANK_LINES = re.compile(r"\n{2,}")


def clean(text: str) -> str:
    """Return the text in NFC with plain spaces, without control characters and blank lines.

    Line ends become newlines and tabs stay; ligatures are spelt out, words broken at the end of
    a line are joined, and bullets at the start of a line are dropped.
    """
    if text.isascii() and text.isprintable():
        return " ".join(text.split())
    text = _LINE_END.sub("\n", text)
    if not text.isascii():
        text = unicodedata.normalize("NFC", text)
        text = _LIGATURE.sub(lambda ligature: _LIGATURES[ligature[0]], text)
    text = _BROKEN_WORD.sub("", text)
    text = _SPACES.sub(" ", _INVISIBLE.sub("", text))
    return _BLANK_LINES.sub("\n", _LINE_EDGES.sub("", text)).strip("\n ")


def one_line(text: str) -> str:
    """Return the cleaned text on one line, for cells and property values."""
    return " ".join(clean(text).split())
