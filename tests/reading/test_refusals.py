"""What is no Word file, or none to open, is refused with one clear reason."""

from __future__ import annotations

import io
import zipfile

import pytest

from nq57gen.errors import InvalidInput
from nq57gen.reading.word_file import read_word_file
from nq57gen.writer import pack
from nq57gen.writer import package as zip_package
from tests.reading.build import p, package

OLE = bytes.fromhex("D0CF11E0A1B11AE1") + bytes(504)


def refusal(data: bytes) -> tuple[str, str]:
    with pytest.raises(InvalidInput) as caught:
        read_word_file(data, "cong-van.docx")
    (found,) = caught.value.diagnostics
    assert (found.path, bool(found.hint)) == ("cong-van.docx", True)
    return found.code, found.message


def ole(stream: str) -> bytes:
    return OLE + stream.encode("utf-16-le") + bytes(100)


def zipped(**parts: bytes) -> bytes:
    return pack({name.replace("__", "/"): data for name, data in parts.items()})


def changed(part: str, data: bytes | None) -> bytes:
    parts = package(p())
    if data is None:
        del parts[part]
    else:
        parts[part] = data
    return pack(parts)


@pytest.mark.parametrize(
    ("data", "code"),
    [(ole("WordDocument"), "D001"), (ole("EncryptedPackage"), "D002"), (ole("Workbook"), "D003")],
)
def test_containers_of_old_office_files_are_told_apart(data: bytes, code: str) -> None:
    assert refusal(data)[0] == code


@pytest.mark.parametrize(
    ("data", "kind"),
    [
        (b"", "rỗng"),
        (b"%PDF-1.7\n", "PDF"),
        (b"{\\rtf1\\ansi", "RTF"),
        (b'<?xml version="1.0"?><?mso-application progid="Word.Document"?>', "XML"),
        (b"MIME-Version: 1.0\r\n", "mht"),
        (b"<html><body>", "trang web"),
        (b"ch\xc3\xa0o", "không rõ"),
    ],
)
def test_what_is_no_zip_is_named(data: bytes, kind: str) -> None:
    code, message = refusal(data)
    assert code == "D003"
    assert kind in message


def test_a_broken_zip() -> None:
    whole = pack(package(p()))
    assert refusal(whole[: len(whole) // 2])[0] == "D004"
    assert refusal(b"PK\x03\x04")[0] == "D004"


def test_a_zip_that_grows_too_big(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(zip_package, "MAX_BYTES", 100)
    assert refusal(pack(package(p())))[0] == "D005"


def test_a_zip_with_a_name_that_leads_outside() -> None:
    target = io.BytesIO()
    with zipfile.ZipFile(target, "w") as file:
        file.writestr("../x", b"")
    assert refusal(target.getvalue())[0] == "D006"


@pytest.mark.parametrize(
    ("data", "kind"),
    [
        (zipped(mimetype=b"application/vnd.oasis.opendocument.text"), "(.odt)"),
        (zipped(mimetype=b"application/vnd.oasis.opendocument.spreadsheet"), "(.ods)"),
        (zipped(a__txt=b"a"), "gói nén zip"),
    ],
)
def test_another_zip_is_named(data: bytes, kind: str) -> None:
    code, message = refusal(data)
    assert code == "D003"
    assert kind in message


@pytest.mark.parametrize(
    ("content_type", "kind"),
    [
        ("application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml", "Excel"),
        ("application/vnd.openxmlformats-officedocument.presentationml.presentation.main+xml", "PowerPoint"),
        ("application/vnd.ms-excel.sheet.macroEnabled.main+xml", "Excel"),
    ],
)
def test_other_office_files_are_named(content_type: str, kind: str) -> None:
    code, message = refusal(pack(package(p(), main_type=content_type)))
    assert code == "D003"
    assert kind in message


@pytest.mark.parametrize(
    "content_type",
    [
        "application/vnd.openxmlformats-officedocument.wordprocessingml.template.main+xml",
        "application/vnd.ms-word.document.macroEnabled.main+xml",
        "application/xml",
    ],
)
def test_other_word_files_are_read(content_type: str) -> None:
    file = read_word_file(pack(package(p("a"), main_type=content_type)), "x.dotx")
    assert [found.text for found in file.paragraphs()] == ["a"]


@pytest.mark.parametrize(
    ("part", "data"),
    [
        ("_rels/.rels", None),
        ("word/document.xml", None),
        ("word/document.xml", b"<khac/>"),
        (
            "word/document.xml",
            b'<w:document xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"/>',
        ),
    ],
)
def test_a_package_without_a_body(part: str, data: bytes | None) -> None:
    assert refusal(changed(part, data))[0] == "D007"


def test_a_document_type_is_refused() -> None:
    bomb = b'<!DOCTYPE a [<!ENTITY b "c"><!ENTITY d "&b;&b;">]><a>&d;</a>'
    assert refusal(changed("word/document.xml", bomb)) == (
        "D008",
        "Phần “word/document.xml” của tệp có khai báo DTD, điều Word không bao giờ ghi",
    )


@pytest.mark.parametrize(
    "part", ["word/document.xml", "_rels/.rels", "[Content_Types].xml", "word/_rels/document.xml.rels"]
)
def test_broken_xml_names_the_part(part: str) -> None:
    code, message = refusal(changed(part, b"<a><b></a>"))
    assert code == "D009"
    assert part in message


def test_xml_that_is_nested_without_end_is_refused() -> None:
    deep = b"<a>" * 5000 + b"</a>" * 5000
    assert refusal(changed("word/document.xml", deep))[0] == "D009"


def test_a_file_without_styles_settings_and_links_is_read() -> None:
    data = changed("word/_rels/document.xml.rels", None)
    assert [found.text for found in read_word_file(data, "x.docx").paragraphs()] == ["chữ"]


def test_links_out_of_the_package_and_to_missing_parts_are_passed_over() -> None:
    office = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
    links = (
        '<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">'
        f'<Relationship Id="a" Type="{office}/styles" Target="http://x/styles.xml" TargetMode="External"/>'
        f'<Relationship Id="b" Type="{office}/numbering" Target="khong-co.xml"/></Relationships>'
    )
    file = read_word_file(changed("word/_rels/document.xml.rels", links.encode()), "x.docx")
    assert [found.text for found in file.paragraphs()] == ["chữ"]


def test_names_of_parts_may_differ_in_capitals() -> None:
    parts = package(
        p(), styles="<w:docDefaults><w:rPrDefault><w:rPr><w:b/></w:rPr></w:rPrDefault></w:docDefaults>"
    )
    parts["Word/Styles.xml"] = parts.pop("word/styles.xml")
    (found,) = read_word_file(pack(parts), "x.docx").paragraphs()
    assert found.runs[0].bold
