from __future__ import annotations

import io

import pytest
from ingest_files import PDF, Inbox, compound, office, powerpoint, zipped
from pptx import Presentation
from reportlab.pdfgen.canvas import Canvas

from pipeline.ingest import IngestSettings
from pipeline.ingest.kinds import _KINDS, kind_of
from pipeline.records import media

OOXML = "application/vnd.openxmlformats-officedocument"
ODF = "application/vnd.oasis.opendocument"
WORD = office(f"{OOXML}.wordprocessingml.document.main+xml")
PNG = b"\x89PNG\r\n\x1a\n" + bytes(100)
ERROR_PAGE = b"\n<!-- proxy -->\n<!DOCTYPE html><html><body>404</body></html>"


def odf(media_type: str, manifest: bytes = b"<manifest/>") -> bytes:
    return zipped({"mimetype": media_type.encode(), "META-INF/manifest.xml": manifest})


def test_a_presentation_by_python_pptx_is_read(inbox: Inbox) -> None:
    target = io.BytesIO()
    Presentation().save(target)
    inbox.add("deck.pptx", target.getvalue())
    assert inbox.stock().files[0].media_type == media.PPTX


def test_a_pdf_by_reportlab_is_read(inbox: Inbox) -> None:
    target = io.BytesIO()
    canvas = Canvas(target)
    canvas.drawString(100, 100, "Bem-vindos")
    canvas.save()
    inbox.add("deck.pdf", target.getvalue())
    assert inbox.stock().files[0].media_type == media.PDF


@pytest.mark.parametrize(
    ("data", "media_type"),
    [
        (office(f"{OOXML}.presentationml.presentation.main+xml"), media.PPTX),
        (office(f"{OOXML}.presentationml.slideshow.main+xml"), media.PPSX),
        (office(f"{OOXML}.presentationml.template.main+xml"), media.POTX),
        (office("application/vnd.ms-powerpoint.presentation.macroEnabled.main+xml"), media.PPTM),
        (office("application/vnd.ms-powerpoint.slideshow.macroEnabled.main+xml"), media.PPSM),
        (office("application/vnd.ms-powerpoint.template.macroEnabled.main+xml"), media.POTM),
        (odf(f"{ODF}.presentation"), media.ODP),
        (odf(f"{ODF}.presentation-template\n"), media.OTP),
        (PDF, media.PDF),
        (b"\xef\xbb\xbf" + PDF, media.PDF),
        (b"HTTP/1.1 200 OK\r\n" * 50 + PDF, media.PDF),
    ],
)
def test_a_deck_is_known_by_its_content_whatever_its_name(
    inbox: Inbox, data: bytes, media_type: str
) -> None:
    for name in ("deck.pdf", "deck.PPTX", "deck.odp", "deck.ppt", "deck.zip", "deck.txt", "deck"):
        inbox.add(name, data)
    assert {file.media_type for file in inbox.stock().files} == {media_type}
    assert len(inbox.stock().files) == 7


@pytest.mark.parametrize(
    ("name", "data", "what"),
    [
        ("deck.ppt", compound({"PowerPoint Document": b""}), "old PowerPoint file (.ppt). Open it"),
        ("deck.ppt", compound({"PP40": b""}), "old PowerPoint file (.ppt). Open it"),
        ("text.doc", compound({"WordDocument": b""}), "old Word document (.doc). Open it"),
        ("table.xls", compound({"Workbook": b""}), "spreadsheet"),
        ("mail.msg", compound({"__properties_version1.0": b""}), "Outlook message"),
        ("other.bin", compound({"Contents": b""}), "old Office file"),
        (
            "macro.xlsm",
            office("application/vnd.ms-excel.sheet.macroEnabled.main+xml"),
            "spreadsheet",
        ),
        ("table.xlsx", office(f"{OOXML}.spreadsheetml.sheet.main+xml"), "spreadsheet"),
        ("other.xps", office("application/vnd.ms-package.xps-fixeddocument+xml"), "Office file"),
        ("book.odm", odf(f"{ODF}.text-master"), "text document of another kind"),
        ("book.epub", odf("application/epub+zip"), "e-book"),
        ("deck.key", zipped({"Index/Document.iwa": b"x"}), "Keynote"),
        ("photo.png", PNG, "a picture"),
        ("photo", PNG, "a picture"),
        ("talk.mp4", b"\0\0\0\x20ftypisom" + bytes(50), "a video"),
        ("talk.mp3", b"ID3\x03" + bytes(50), "sound recording"),
        ("decks.rar", b"Rar!\x1a\x07\0" + bytes(50), "RAR archive. Unpack it"),
        ("decks.tar", b"deck.pdf".ljust(257, b"\0") + b"ustar\0" + PDF, "tar archive"),
        ("analysis.py", b"import this\n", "plain text"),
        ("people.csv", b"name;country\n", "plain text"),
        ("Makefile", b"all:\n", "plain text"),
        ("feed.xml", b"<?xml version='1.0'?><feed/>", "XML"),
        ("mail.eml", b"Received: from here\nSubject: slides\n", "e-mail"),
        ("deck.url", b"[InternetShortcut]\r\nURL=https://example.org", "only a link"),
        ("deck.gslides", b'{"url": "https://docs.google.com/open?id=1"}', "only a link"),
        ("setup.exe", b"MZ" + bytes(100), "a program"),
        ("data.bin", bytes(range(256)), "not a kind of file"),
    ],
)
def test_a_file_that_cannot_be_read_yet_is_named_as_what_it_is(
    inbox: Inbox, name: str, data: bytes, what: str
) -> None:
    inbox.add(name, data)
    assert inbox.refusals() == {name: "unsupported"}
    assert what in inbox.message(name)


def test_a_flat_presentation_is_known_behind_its_namespaces(inbox: Inbox) -> None:
    names = "".join(f' xmlns:n{number}="urn:example:{number}"' for number in range(120))
    root = f"<?xml version='1.0'?><office:document{names} office:mimetype='{media.ODP}'/>"
    inbox.add("deck.fodp", root.encode())
    assert inbox.stock().files[0].media_type == media.FODP


@pytest.mark.parametrize(
    ("name", "data", "media_type"),
    [
        ("text.docx", WORD, media.DOCX),
        ("slides.pdf", WORD, media.DOCX),
        ("text.docm", office("application/vnd.ms-word.document.macroEnabled.main+xml"), media.DOCM),
        ("text.odt", odf(f"{ODF}.text"), media.ODT),
        ("text.doc", b"{\\rtf1\\ansi}", media.RTF),
        ("page.html", b"<html><p>Bem-vindos</p></html>", media.HTML),
        ("page.htm", "\ufeff<html><p>Olá".encode("utf-16-le"), media.HTML),
        ("notes.md", "# Économie sociale\n".encode(), media.MARKDOWN),
        ("notes.txt", "Économie sociale\n".encode("latin-1"), media.TEXT),
        ("notes.TXT", "Économie sociale\n".encode("utf-16"), media.TEXT),
    ],
)
def test_a_handout_is_read(inbox: Inbox, name: str, data: bytes, media_type: str) -> None:
    inbox.add(name, data)
    assert [file.media_type for file in inbox.stock().files] == [media_type]


def test_old_files_are_read_where_something_reads_them(inbox: Inbox) -> None:
    inbox.add("deck.ppt", compound({"PowerPoint Document": b""}))
    inbox.add("text.doc", compound({"WordDocument": b""}))
    assert inbox.refusals() == {"deck.ppt": "unsupported", "text.doc": "unsupported"}
    assert "install LibreOffice" in inbox.message("deck.ppt")
    stock = inbox.stock(IngestSettings(settle_seconds=0, legacy=True))
    assert [file.media_type for file in stock.files] == [media.PPT, media.DOC]


@pytest.mark.parametrize(
    ("name", "data", "what"),
    [
        ("deck.pdf", ERROR_PAGE, "The name ends in .pdf, but this is a web page."),
        ("deck.PPTX", PNG, "The name ends in .pptx, but this is a picture."),
        ("deck.pptx", compound({"PowerPoint Document": b""}), "old PowerPoint file"),
        ("text.docx", b"see the slides", "plain text"),
        ("deck.pdf", b"see ../decks/deck.pdf", "plain text"),
        ("deck.zip", ERROR_PAGE, "web page"),
    ],
)
def test_a_file_that_is_not_what_its_name_says_is_named_as_what_it_is(
    inbox: Inbox, name: str, data: bytes, what: str
) -> None:
    inbox.add(name, data)
    assert inbox.refusals() == {name: "not-what-it-says"}
    assert what in inbox.message(name)


@pytest.mark.parametrize("name", ["deck.pdf", "deck.pptx", "deck.zip", "deck"])
def test_a_file_without_a_byte_is_empty(inbox: Inbox, name: str) -> None:
    inbox.add(name, b"")
    assert inbox.refusals() == {name: "empty"}


@pytest.mark.parametrize("kept", [4, 200, -1])
def test_a_presentation_that_lost_its_end_is_truncated(inbox: Inbox, kept: int) -> None:
    inbox.add("deck.pptx", powerpoint()[:kept])
    assert inbox.refusals() == {"deck.pptx": "truncated"}
    assert "send it again" in inbox.message("deck.pptx")


@pytest.mark.parametrize(
    "data",
    [
        bytes(5000),
        compound({"PowerPoint Document": b""})[:600],
        zipped({"_rels/.rels": b"<r/>", "ppt/slides/slide1.xml": b"<s/>"}),
        zipped({"[Content_Types].xml": b"<Types><Over"}),
        powerpoint().replace(b"PK\x01\x02", b"PK\x01\x03"),
    ],
    ids=["zeros", "compound file", "no content types", "broken content types", "directory"],
)
def test_a_presentation_that_makes_no_sense_is_corrupt(inbox: Inbox, data: bytes) -> None:
    inbox.add("deck.pptx", data)
    assert inbox.refusals() == {"deck.pptx": "corrupt"}


@pytest.mark.parametrize(
    ("name", "data"),
    [
        ("deck.pptx", compound({"EncryptionInfo": b"", "EncryptedPackage": b""})),
        (
            "deck.ppt",
            compound({"Current User": bytes(12) + b"\xdf\xc4\xd1\xf3", "PowerPoint Document": b""}),
        ),
        ("deck.odp", odf(media.ODP, b"<manifest><encryption-data/></manifest>")),
    ],
)
def test_a_presentation_with_a_password_is_encrypted(inbox: Inbox, name: str, data: bytes) -> None:
    inbox.add(name, data)
    assert inbox.refusals() == {name: "encrypted"}
    assert "password" in inbox.message(name)


def test_an_archive_that_holds_a_file_named_mimetype_is_an_archive(inbox: Inbox) -> None:
    inbox.add("decks.zip", zipped({"mimetype": b"application/pdf", "deck.pdf": PDF}))
    assert inbox.paths() == ["decks.zip/deck.pdf"]


def test_every_kind_completes_the_sentence_that_names_it() -> None:
    for media_type in [*_KINDS, "image/png", "video/mp4", "audio/mpeg", "chemical/x-pdb"]:
        kind = kind_of(media_type)
        assert kind.what.startswith(("a ", "an ", "not a ", "only a "))
        assert not kind.what.endswith(".")
        assert kind.remedy.endswith(".")


def test_what_is_readable_has_no_refusal() -> None:
    assert not (media.READABLE - media.PLAIN) & _KINDS.keys()
