from __future__ import annotations

import zipfile
from pathlib import Path

import pytest

from pipeline.extract import extract
from pipeline.extract.odp import read_fodp
from pipeline.extract.odt import read_fodt, read_odt
from pipeline.records import media
from pipeline.records.decks import BlockKind
from pipeline.records.files import Refusal, RejectionCode

NAMES = " ".join(
    f'xmlns:{name}="urn:oasis:names:tc:opendocument:xmlns:{part}:1.0"'
    for name, part in {
        "office": "office", "text": "text", "table": "table", "draw": "drawing", "meta": "meta",
        "style": "style", "fo": "xsl-fo-compatible", "svg": "svg-compatible",
        "presentation": "presentation",
    }.items()
)  # fmt: skip
OTHER = 'xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:xlink="http://www.w3.org/1999/xlink"'
STYLES = (
    "<office:automatic-styles>"
    '<style:style style:name="P1" style:parent-style-name="Title"/>'
    '<style:style style:name="P2"><style:paragraph-properties fo:break-before="page"/>'
    "</style:style>"
    "</office:automatic-styles>"
)
BODY = """
<text:tracked-changes><text:deletion><text:p>deleted</text:p></text:deletion></text:tracked-changes>
<text:p text:style-name="P1">The title</text:p>
<text:p>One<text:s/>two<text:note><text:note-citation>1</text:note-citation><text:note-body>
<text:p>a footnote</text:p></text:note-body></text:note>
<text:a xlink:href="https://example.org">link</text:a>
<office:annotation><dc:creator>Ana</dc:creator><text:p>Sure?</text:p></office:annotation></text:p>
<table:table><table:table-row><table:table-cell><text:p>A</text:p></table:table-cell>
<table:table-cell><text:p>B</text:p></table:table-cell></table:table-row></table:table>
<text:list><text:list-item><text:p>item</text:p></text:list-item></text:list>
<text:p><draw:frame><draw:text-box><text:p>boxed</text:p></draw:text-box>
<svg:desc>People in a circle</svg:desc></draw:frame></text:p>
<text:h text:style-name="P2">Second page</text:h>
<text:p>before<text:soft-page-break/>after</text:p><text:p>third</text:p>
"""


def document(body: str = BODY, meta: str = "") -> str:
    return (
        f"<office:document {NAMES} {OTHER}><office:meta>{meta}</office:meta>{STYLES}"
        f"<office:body><office:text>{body}</office:text></office:body></office:document>"
    )


@pytest.fixture
def odt(tmp_path: Path) -> Path:
    path = tmp_path / "text.odt"
    with zipfile.ZipFile(path, "w") as package:
        package.writestr("mimetype", media.ODT)
        package.writestr("content.xml", document())
        footer = "<style:footer><text:p>ITCILO</text:p></style:footer>"
        package.writestr("styles.xml", f"<office:s {NAMES}>{footer}</office:s>")
    return path


def test_pages_headings_and_tables_are_read_in_order(odt):
    first, second, third = read_odt(odt).pages
    assert first.title == "The title"
    assert first.text == "The title\nOne two link\na footnote\nA\tB\nitem\nboxed"
    assert second.text == "Second page\nbeforeafter"
    assert third.text == "third"


def test_comments_links_descriptions_and_footers_stand_beside(odt):
    pages = read_odt(odt).pages
    layers = {
        kind: [page.layer(kind) for page in pages if page.layer(kind)]
        for kind in (BlockKind.COMMENT, BlockKind.LINK, BlockKind.ALT_TEXT, BlockKind.FURNITURE)
    }
    assert list(layers.values()) == [
        ["Ana: Sure?"],
        ["https://example.org"],
        ["People in a circle"],
        ["ITCILO"],
    ]


def test_a_flat_text_is_read_like_a_zipped_one(odt, tmp_path):
    path = tmp_path / "text.fodt"
    path.write_text(document(meta="<dc:title>Guide</dc:title>"), encoding="utf-8")
    deck = read_fodt(path)
    assert [page.text for page in deck.pages] == [page.text for page in read_odt(odt).pages]
    assert deck.properties.title == "Guide"


def test_a_flat_presentation_is_read(tmp_path):
    shape = '<draw:frame presentation:class="title"><draw:text-box><text:p>Hello</text:p>'
    picture = "<draw:image><office:binary-data>AAAA\n</office:binary-data></draw:image>"
    page = f"<draw:page>{shape}</draw:text-box></draw:frame><draw:frame>{picture}</draw:frame>"
    path = tmp_path / "deck.fodp"
    path.write_text(document(f"{page}</draw:page>", "<dc:title>Talk</dc:title>"), encoding="utf-8")
    deck = read_fodp(path)
    assert [page.title for page in deck.pages] == ["Hello"]
    assert deck.properties.title == "Talk"


def test_a_flat_document_with_entities_is_unsafe(tmp_path):
    path = tmp_path / "deck.fodp"
    path.write_text(f"<!DOCTYPE a [<!ENTITY b 'c'>]>{document()}", encoding="utf-8")
    result = extract(path, media.FODP)
    assert isinstance(result, Refusal)
    assert result.code is RejectionCode.UNSAFE


def test_a_text_with_a_password_is_encrypted(odt):
    with zipfile.ZipFile(odt, "a") as package:
        package.writestr("META-INF/manifest.xml", "<manifest><encryption-data/></manifest>")
    result = extract(odt, media.ODT)
    assert isinstance(result, Refusal)
    assert result.code is RejectionCode.ENCRYPTED
