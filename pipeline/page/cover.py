"""Draws the picture of a deck: its first page, small."""

from __future__ import annotations

import io
import zipfile
from pathlib import Path

import pypdfium2
from PIL import Image, ImageStat

from pipeline.records.media import OPENDOCUMENT, PDF, POWERPOINT

#: The longest side, in pixels: twice the width at which lists show it, for dense screens.
SIDE = 448
#: Of WebP. Slides of the sample take 4 to 10 kB.
QUALITY = 60
#: A thumbnail larger than this, packed or as pixels, is none.
MAX_BYTES = 4 * 1024 * 1024
MAX_PIXELS = 16_000_000
#: The standard deviation of grey levels (0 to 127) under which a picture shows nothing.
BLANK = 2.0


def draw_cover(path: Path, media_type: str) -> bytes:
    """Return the first page as WebP, b'' where no picture can be had.

    A PDF is rendered. Of other decks the thumbnail is taken that was saved with them; an empty
    one, as python-pptx leaves it, counts for nothing.

    Raises whatever the libraries raise on damaged files.
    """
    if media_type == PDF:
        return _encode(_render(path))
    if media_type in POWERPOINT:
        return encode_cover(_thumbnail(path, "docProps/thumbnail."))
    if media_type in OPENDOCUMENT:
        return encode_cover(_thumbnail(path, "Thumbnails/thumbnail."))
    return b""


def encode_cover(data: bytes) -> bytes:
    """Return a JPEG or PNG picture as a cover, b'' where there is none, or nothing on it.

    Raises OSError where the data is no such picture.
    """
    if not data:
        return b""
    picture = Image.open(io.BytesIO(data), formats=("JPEG", "PNG"))
    return _encode(picture) if picture.width * picture.height <= MAX_PIXELS else b""


def _render(path: Path) -> Image.Image:
    document = pypdfium2.PdfDocument(path)
    try:
        page = document[0]
        scale = SIDE / max(*page.get_size(), 1.0)
        picture: Image.Image = page.render(scale=scale, may_draw_forms=False).to_pil()
        return picture
    finally:
        document.close()


def _thumbnail(path: Path, stem: str) -> bytes:
    with zipfile.ZipFile(path) as package:
        for info in package.infolist():
            if info.filename.startswith(stem) and info.file_size <= MAX_BYTES:
                return package.read(info)
    return b""


def _encode(picture: Image.Image) -> bytes:
    picture = picture.convert("RGB")
    picture.thumbnail((SIDE, SIDE))
    if ImageStat.Stat(picture.convert("L")).stddev[0] < BLANK:
        return b""
    target = io.BytesIO()
    picture.save(target, "WEBP", quality=QUALITY, method=6)
    return target.getvalue()
