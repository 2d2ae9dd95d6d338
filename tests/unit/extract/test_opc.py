from __future__ import annotations

import re
import zipfile
from itertools import pairwise
from pathlib import Path

import pytest
from pptx import Presentation
from pptx.util import Inches

from pipeline.extract import extract, zipped
from pipeline.extract.opc import lean_package
from pipeline.extract.pptx import read_pptx
from pipeline.extract.refusals import CORRUPT, TOO_LARGE, UNSAFE, UnreadableError
from pipeline.records import media

PIXEL = bytes.fromhex(
    "89504e470d0a1a0a0000000d4948445200000001000000010806000000"
    "1f15c4890000000d49444154789c6360606060000000050001a5f645400000000049454e44ae426082"
)


@pytest.fixture
def deck(tmp_path: Path) -> Path:
    presentation = Presentation()
    slide = presentation.slides.add_slide(presentation.slide_layouts[0])
    slide.shapes.title.text = "The title"
    picture = tmp_path / "pixel.png"
    picture.write_bytes(PIXEL)
    slide.shapes.add_picture(str(picture), 0, 0, Inches(1))
    path = tmp_path / "deck.pptx"
    presentation.save(path)
    return path


def title(path: Path) -> str:
    return read_pptx(path).pages[0].title


@pytest.mark.parametrize(
    "main_type",
    [
        "application/vnd.openxmlformats-officedocument.presentationml.slideshow.main+xml",
        "application/vnd.openxmlformats-officedocument.presentationml.template.main+xml",
        "application/vnd.ms-powerpoint.presentation.macroEnabled.main+xml",
        "application/vnd.ms-powerpoint.slideshow.macroEnabled.main+xml",
        "application/vnd.ms-powerpoint.template.macroEnabled.main+xml",
    ],
)
def test_shows_templates_and_macro_files_open_like_presentations(deck, rewrite, main_type):
    ours = b"application/vnd.openxmlformats-officedocument.presentationml.presentation.main+xml"

    assert (
        title(rewrite(deck, lambda _, data: data.replace(ours, main_type.encode()))) == "The title"
    )


def test_a_file_in_strict_open_xml_is_read(deck, rewrite):
    def strict(_: str, data: bytes) -> bytes:
        return re.sub(
            rb"http://schemas\.openxmlformats\.org/(presentationml|drawingml|officeDocument)/2006/",
            rb"http://purl.oclc.org/ooxml/\1/",
            data,
        )

    assert title(rewrite(deck, strict)) == "The title"


def test_pictures_themes_and_unused_layouts_are_left_out(deck):
    names = zipfile.ZipFile(lean_package(deck)).namelist()

    assert "ppt/slides/slide1.xml" in names
    assert [name for name in names if "slideLayouts/slideLayout" in name] == [
        "ppt/slideLayouts/slideLayout1.xml"
    ]
    assert not [name for name in names if "media" in name or "theme" in name]


def test_a_damaged_picture_does_no_harm(deck):
    data = deck.read_bytes()
    deck.write_bytes(data.replace(PIXEL[-20:], bytes(20)))

    assert title(deck) == "The title"


def test_part_names_may_differ_in_case_and_slashes(deck, tmp_path):
    odd = tmp_path / "odd.pptx"
    with zipfile.ZipFile(deck) as source, zipfile.ZipFile(odd, "w") as target:
        for name in source.namelist():
            spelt = name.replace("ppt/slides/slide1", "ppt\\Slides\\Slide1")
            target.writestr(spelt, source.read(name))

    assert title(odd) == "The title"


def test_jumps_from_slide_to_slide_are_left_out(tmp_path):
    presentation = Presentation()
    slides = [presentation.slides.add_slide(presentation.slide_layouts[6]) for _ in range(3)]
    for slide, target in pairwise(slides):
        box = slide.shapes.add_textbox(0, 0, Inches(1), Inches(1))
        box.click_action.target_slide = target
    path = tmp_path / "chain.pptx"
    presentation.save(path)

    relationships = zipfile.ZipFile(lean_package(path)).read("ppt/slides/_rels/slide1.xml.rels")

    assert b"slide2.xml" in zipfile.ZipFile(path).read("ppt/slides/_rels/slide1.xml.rels")
    assert b"slide2.xml" not in relationships
    assert len(read_pptx(path).pages) == 3


def test_links_that_lead_out_of_the_file_are_never_followed(deck, rewrite):
    def linked(name: str, data: bytes) -> bytes:
        if name != "ppt/slides/_rels/slide1.xml.rels":
            return data
        outside = (
            b'<Relationship Id="rId99" TargetMode="External" Target="http://localhost:1/x.xml" '
            b'Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/chart"/>'
        )
        return data.replace(b"</Relationships>", outside + b"</Relationships>")

    path = rewrite(deck, linked)

    assert title(path) == "The title"
    assert b"localhost" not in zipfile.ZipFile(lean_package(path)).read(
        "ppt/slides/_rels/slide1.xml.rels"
    )


@pytest.mark.parametrize("encoding", ["utf-8", "utf-16-le", "utf-16-be"])
def test_xml_that_declares_entities_is_unsafe(deck, rewrite, encoding):
    attack = '<!DOCTYPE x [<!ENTITY a "aaaa">]>'.encode(encoding)

    path = rewrite(deck, lambda name, data: attack + data if "slide1.xml" in name else data)

    assert extract(path, media.PPTX) == UNSAFE


def test_text_that_unpacks_to_too_much_is_refused(deck, monkeypatch):
    monkeypatch.setattr(zipped, "MAX_BYTES", 10_000)

    assert extract(deck, media.PPTX) == TOO_LARGE


def test_a_damaged_text_part_makes_the_file_corrupt(deck, rewrite):
    path = rewrite(deck, lambda name, data: data[:-20] if name.endswith("slide1.xml") else data)

    assert extract(path, media.PPTX) == CORRUPT


def test_a_zip_that_is_no_presentation_is_corrupt(tmp_path):
    path = tmp_path / "other.pptx"
    with zipfile.ZipFile(path, "w") as archive:
        archive.writestr("readme.txt", "nothing here")

    assert extract(path, media.PPTX) == CORRUPT


def test_a_missing_slide_makes_the_file_corrupt(deck, tmp_path):
    path = tmp_path / "lost.pptx"
    with zipfile.ZipFile(deck) as source, zipfile.ZipFile(path, "w") as target:
        for name in source.namelist():
            if name != "ppt/slides/slide1.xml":
                target.writestr(name, source.read(name))

    assert extract(path, media.PPTX) == CORRUPT


def test_reading_a_damaged_package_raises_what_extract_expects(tmp_path):
    path = tmp_path / "no.pptx"
    path.write_bytes(b"no zip at all")

    with pytest.raises(UnreadableError):
        lean_package(path)
