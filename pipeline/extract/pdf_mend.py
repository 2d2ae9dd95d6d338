"""Mends what text layers of PDF files lose: spaces, ligatures, words broken at line ends."""

from __future__ import annotations

import re
import statistics
import unicodedata
from itertools import pairwise

from simplemma import is_known

from pipeline.extract.pdf_layer import TextLayer
from pipeline.extract.text import clean

#: Whose dictionaries decide whether something is a word.
_LANGUAGES = ("en", "fr", "pt")
#: What pdfium writes for a hyphen at the end of a line, and for a glyph that its font does not
#: name: in slides made with Google Slides, most often a ligature.
_MARK = re.compile(r"[\x02\ufffe]")
_MARKED_WORD = re.compile(r"\S*[\x02\ufffe]\S*")
_LAST_LETTERS = re.compile(r"[^\W\d_]*$")
_FIRST_LETTERS = re.compile(r"[^\W\d_]*")
#: Ligatures by how often they occur in English, French and Portuguese.
_LIGATURES = ("fi", "fl", "ff", "ffi", "ffl")
#: Words set with wide gaps between all letters.
_SPACED_OUT = re.compile(r"(?<!\S)(?:[^\W\d_] ){3,}[^\W\d_](?!\S)")
#: Words from this length on are looked at for lost spaces: gaps that exceed the usual one of the
#: word by this share of a letter's width. In 97 slide PDFs that mended 51 words, one wrongly.
_LONG_WORD = re.compile(r"[^\W\d_](?:[^\W_]|['’]){11,}")
_SPACE = 0.3
_ONE_LETTER_WORDS = frozenset("aàeéiloy")
#: Accents that TeX's first fonts set as signs of their own, before the letter.
_LOOSE_ACCENT = re.compile(r"([´`¨ˆ˜¸])([A-Za-zı])")
_ACUTE = re.compile(r"´[A-Za-zı]")
_COMBINING = dict(zip("´`¨ˆ˜¸", "\u0301\u0300\u0308\u0302\u0303\u0327", strict=True))


class Mender:
    """Turns raw pieces of one page's text layer into clean text.

    Nothing is made up: a lost ligature is put back only where that gives a word of the
    dictionary; otherwise what is left of the word stays.
    """

    def __init__(self, layer: TextLayer) -> None:
        self._layer = layer
        # A grave accent alone may be a quotation mark of program code.
        self._accents_are_loose = _ACUTE.search(layer.text) is not None

    def __call__(self, raw: str, start: int) -> str:
        """Return the clean text of a raw piece that starts at an index of the text layer."""
        if _MARK.search(raw):
            text = _MARKED_WORD.sub(lambda word: self._whole(word[0], start + word.start()), raw)
        else:
            text = _LONG_WORD.sub(lambda word: self._spaced(word[0], start + word.start()), raw)
        if self._accents_are_loose:
            text = _LOOSE_ACCENT.sub(_accented, text)
        return clean(_SPACED_OUT.sub(lambda letters: letters[0].replace(" ", ""), text))

    def _whole(self, word: str, start: int) -> str:
        """Replace the marks in a word by what they stand for."""
        whole = ""
        read = 0
        for mark in _MARK.finditer(word):
            whole += word[read : mark.start()]
            before, after = _LAST_LETTERS.search(whole), _FIRST_LETTERS.match(word, mark.end())
            whole += self._meaning(
                start + mark.start(), before[0] if before else "", after[0] if after else ""
            )
            read = mark.end()
        return whole + word[read:]

    def _meaning(self, index: int, before: str, after: str) -> str:
        """Return what a mark between letters stands for: a hyphen, a ligature, nothing."""
        if self._layer.is_hyphen(index):
            return "" if before and after and _is_word(before + after) else "-"
        if not (before or after):
            return ""
        return next((tie for tie in _LIGATURES if _is_word(before + tie + after)), "")

    def _spaced(self, word: str, start: int) -> str:
        """Put back the spaces that pdfium overlooked in a long word."""
        boxes = self._layer.cells(start, len(word))
        width = statistics.fmean(right - left for left, right in boxes)
        gaps = [right[0] - left[1] for left, right in pairwise(boxes)]
        wide = statistics.median(gaps) + _SPACE * width
        text = word[0] + "".join(
            f" {char}" if gap > wide else char for char, gap in zip(word[1:], gaps, strict=True)
        )
        return word if text == word or not _are_words(text) or _is_word(word) else text


def _accented(pair: re.Match[str]) -> str:
    letter = "i" if pair[2] == "ı" else pair[2]
    return unicodedata.normalize("NFC", letter + _COMBINING[pair[1]])


def _are_words(text: str) -> bool:
    """Tell whether no piece is a torn-off letter; a last capital may begin R-Ladies."""
    *words, last = text.split()
    return all(len(word) > 1 or word.lower() in _ONE_LETTER_WORDS for word in words) and (
        len(last) > 1 or last.isupper()
    )


def _is_word(text: str) -> bool:
    return bool(is_known(text.lower(), lang=_LANGUAGES, low_memory=True))
