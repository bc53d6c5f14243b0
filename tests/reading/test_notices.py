"""What a reader of the result must know."""

from __future__ import annotations

import pytest

from nq57gen.diagnostics import Diagnostic, Severity
from nq57gen.reading.word_file import read_word_file
from nq57gen.writer import pack
from tests.reading.build import cell, p, package, r, read, row, tbl


def notices(body: str, **parts: str) -> list[Diagnostic]:
    return list(read(body, None, **parts).notices)


def notice(body: str, **parts: str) -> Diagnostic:
    (found,) = notices(body, **parts)
    assert (found.path, found.severity) == ("van-ban.docx", Severity.WARNING)
    return found


def in_font(font: str, text: str) -> str:
    return r(text, f'<w:rFonts w:ascii="{font}" w:hAnsi="{font}"/>')


def test_a_clean_file_has_no_notices() -> None:
    words = "Hòa Bình, thủy lợi, khuấy, hoà, toán, quý, thuở, loè, Đồng Nai – “số”"
    signs = "5 m² ± 2 µm, 3 µm © 2026 ® ½ Bộ¹ Sở¹ Cục¹"
    assert notices(p(words) + p(signs)) == []


def test_tracked_changes_are_counted_by_their_ids() -> None:
    two = f'<w:ins w:id="1">{r("x")}</w:ins><w:del w:id="2"><w:r/></w:del>'
    again = f'<w:ins w:id="1">{r("x")}</w:ins>'
    found = notice(p("a") + p(two) + p(again))
    assert (found.code, found.where) == ("D101", "đoạn 2")
    assert "2 chỗ" in found.message


def test_a_tracked_change_of_formatting_counts() -> None:
    found = notice(p(r("a", '<w:rPrChange w:id="1"><w:rPr/></w:rPrChange>')))
    assert (found.code, found.where) == ("D101", "đoạn 1")


def test_a_tracked_row_has_no_paragraph_to_point_at() -> None:
    found = notice(tbl(row(cell("a"), props='<w:ins w:id="1"/>')))
    assert (found.code, found.where) == ("D101", "")


def test_comments() -> None:
    found = notice(p(r("a") + '<w:r><w:commentReference w:id="0"/></w:r>'))
    assert (found.code, found.where) == ("D102", "đoạn 1")


def test_embedded_objects_and_inserted_files() -> None:
    found = notice(
        tbl(row(cell(p('<w:r><w:object><o:OLEObject ProgID="Excel.Sheet.12"/></w:object></w:r>'))))
    )
    assert (found.code, found.where) == ("D103", "bảng 1, hàng 1, ô 1")
    assert notice(p() + '<w:altChunk r:id="x"/>').code == "D104"


def test_macros() -> None:
    parts = package(p())
    links = parts["word/_rels/document.xml.rels"].replace(
        b"</Relationships>",
        b'<Relationship Id="m" Type="http://schemas.microsoft.com/office/2006/relationships/vbaProject"'
        b' Target="vbaProject.bin"/></Relationships>',
    )
    file = read_word_file(
        pack({**parts, "word/_rels/document.xml.rels": links, "word/vbaProject.bin": b""}), "x.docm"
    )
    assert [found.code for found in file.notices] == ["D105"]


@pytest.mark.parametrize(
    ("font", "encoding"), [(".VnTime", "TCVN3"), (".vntimeh", "TCVN3"), ("VNI-Times", "VNI")]
)
def test_fonts_of_old_encodings_are_named_once(font: str, encoding: str) -> None:
    body = p("a") + p(in_font(font, "Uû ban nh©n d©n") + in_font(font, " x")) + p(in_font(font, "KÕ ho¹ch"))
    found = notice(body)
    assert (found.code, found.where) == ("D106", "đoạn 2")
    assert font in found.message
    assert encoding in found.message
    assert "2 đoạn" in found.message


def test_an_old_font_that_shows_nowhere_is_passed_over() -> None:
    assert notices(p(r("ồ", '<w:rFonts w:ascii=".VnTime" w:hAnsi="Times New Roman"/>'))) == []
    assert notices(p(in_font(".VnTime", "  "))) == []


@pytest.mark.parametrize(
    ("text", "encoding"),
    [
        ("Uû ban nh©n d©n ph­êng Minh H­ng", "TCVN3"),
        ("§iÒu 1. C¨n cø ®iÒu kiÖn ®Þa ph­¬ng", "TCVN3"),
        ("UÛY BAN NHAÂN DAÂN PHÖÔØNG", "VNI"),
        ("Coäng hoøa xaõ hoäi chuû nghóa Vieät Nam", "VNI"),
    ],
)
def test_old_encodings_in_another_font_are_seen_by_their_looks(text: str, encoding: str) -> None:
    found = notice(p("a") + p(text))
    assert (found.code, found.where) == ("D107", "đoạn 2")
    assert encoding in found.message
    assert "Times New Roman" in found.message


def test_notices_come_from_headers_and_notes_too() -> None:
    body = p() + '<w:sectPr><w:headerReference w:type="default" r:id="h1"/></w:sectPr>'
    (found,) = read(body, {"h1": p(in_font("VNI-Times", "x"))}).notices
    assert (found.code, found.where) == ("D106", "đầu trang (phần 1)")
    (found,) = read(body, {"h1": p(f"<w:ins w:id='1'>{r('x')}</w:ins>")}).notices
    assert (found.code, found.where) == ("D101", "đầu trang (phần 1)")
