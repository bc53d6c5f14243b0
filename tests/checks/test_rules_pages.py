"""The rules for paper, letters and page numbers: correct files of unusual make, and faulty ones."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from docx.document import Document
from docx.oxml import parse_xml
from docx.oxml.ns import nsdecls, qn
from docx.shared import Mm

from nq57gen.checks.layout.engine import check_layout
from nq57gen.reading.word_file import read_word_file
from tests.checks.letterheads import LEFT, RIGHT, cell, changed, codes, table


def _header(*blocks: str) -> Callable[[Document], None]:
    """A change that makes ``blocks`` the header of all pages but the first, in every section."""

    def change(document: Document) -> None:
        for section in document.sections:
            root = section.header._element
            for old in list(root):
                root.remove(old)
            for block in blocks:
                root.append(parse_xml(block.replace(">", f" {nsdecls('w')}>", 1)))

    return change


_LOOK = '<w:rPr><w:rFonts w:ascii="Times New Roman" w:hAnsi="Times New Roman"/><w:sz w:val="28"/></w:rPr>'


def _number(before: str = "", properties: str = "", code: str = "PAGE", after: str = "") -> str:
    field = f'<w:fldSimple w:instr=" {code} "><w:r>{_LOOK}<w:t>2</w:t></w:r></w:fldSimple>'
    tail = f"<w:r>{_LOOK}<w:t>{after}</w:t></w:r>" if after else ""
    return f"<w:p><w:pPr>{properties}</w:pPr>{before}{field}{tail}</w:p>"


_CENTRE = '<w:jc w:val="center"/>'
_CENTRE_RIGHT = '<w:tabs><w:tab w:val="center" w:pos="4680"/><w:tab w:val="right" w:pos="9360"/></w:tabs>'
_FRAME = '<w:framePr w:wrap="around" w:vAnchor="text" w:hAnchor="margin" w:xAlign="{}" w:y="1"/>'
_TAB = "<w:r><w:tab/></w:r>"


@pytest.mark.parametrize(
    "blocks",
    [
        (_number(properties=_CENTRE),),
        (_number(before=_TAB, properties=_CENTRE_RIGHT),),
        (_number(before='<w:r><w:ptab w:relativeTo="margin" w:alignment="center" w:leader="none"/></w:r>'),),
        (_number(properties=_FRAME.format("center")), "<w:p></w:p>"),
        (
            table((cell(LEFT, "<w:p/>"), cell(RIGHT, _number(properties=_CENTRE)))),
            "<w:p></w:p>",
        ),
        (f"<w:sdt><w:sdtContent>{_number(properties=_CENTRE)}</w:sdtContent></w:sdt>",),
        (_number(properties=_CENTRE, code=r"PAGE \* MERGEFORMAT"),),
    ],
)
def test_numbers_in_the_middle_of_the_header_pass(blocks: tuple[str, ...]) -> None:
    assert codes(changed(_header(*blocks))) == []


@pytest.mark.parametrize(
    "block",
    [
        _number(),
        _number(before=_TAB * 2, properties=_CENTRE_RIGHT),
        _number(properties=_FRAME.format("right")),
        _number(properties=_CENTRE, after="/12"),
        _number(before=f"<w:r>{_LOOK}<w:t>Trang</w:t></w:r>", properties=_CENTRE),
    ],
)
def test_numbers_elsewhere_or_with_words_are_found(block: str) -> None:
    assert set(codes(changed(_header(block, "<w:p></w:p>")))) == {"SOTRANG-01"}


def test_a_number_that_an_if_hides_on_page_one_passes() -> None:
    def change(document: Document) -> None:
        begin, middle, end = (
            f'<w:r><w:fldChar w:fldCharType="{kind}"/></w:r>' for kind in ("begin", "separate", "end")
        )
        code = '<w:r><w:instrText xml:space="preserve"> {} </w:instrText></w:r>'
        inner = begin + code.format("PAGE") + middle + "<w:r><w:t>2</w:t></w:r>" + end
        result = f"<w:r>{_LOOK}<w:t>2</w:t></w:r>"
        whole = begin + code.format("IF") + inner + code.format('&gt; 1 "2"') + middle + result + end
        _header(f'<w:p><w:pPr><w:jc w:val="center"/></w:pPr>{whole}</w:p>')(document)
        for section in document.sections:
            section.different_first_page_header_footer = False

    assert "SOTRANG-02" not in codes(changed(change))


# --- letters


def _in_body(inside: str) -> Callable[[Document], None]:
    def change(document: Document) -> None:
        paragraph = next(p for p in document.paragraphs if p.text.startswith("Mỗi nhiệm vụ"))
        paragraph._p.append(parse_xml(f"<w:r {nsdecls('w')}>{inside}</w:r>"))

    return change


@pytest.mark.parametrize(
    "inside",
    [
        '<w:sym w:font="Wingdings" w:char="F0FC"/>',
        '<w:rPr><w:rFonts w:ascii="Symbol" w:hAnsi="Symbol"/></w:rPr><w:t>≥</w:t>',
        '<w:rPr><w:rFonts w:ascii="TimesNewRomanPSMT" w:hAnsi="TimesNewRomanPSMT"/></w:rPr><w:t> thêm</w:t>',
        '<w:rPr><w:rFonts w:eastAsia="Calibri" w:cs="Arial"/></w:rPr><w:t> thêm chữ ế</w:t>',
        '<w:rPr><w:color w:val="262626"/></w:rPr><w:t> thêm</w:t>',
        '<w:rPr><w:rFonts w:ascii="Arial" w:hAnsi="Arial"/><w:color w:val="FF0000"/></w:rPr><w:tab/>',
        '<w:rPr><w:vanish/><w:color w:val="FF0000"/></w:rPr><w:t>ẩn</w:t>',
        '<w:rPr><w:color w:val="FF0000"/></w:rPr><w:t>HỎA TỐC</w:t>',
    ],
)
def test_letters_that_show_as_they_must_pass(inside: str) -> None:
    assert codes(changed(_in_body(inside))) == []


@pytest.mark.parametrize(
    ("inside", "expected"),
    [
        ('<w:rPr><w:rFonts w:ascii="Arial"/></w:rPr><w:t>abc</w:t>', "FONT-01"),
        ('<w:rPr><w:rFonts w:hAnsi="Arial"/></w:rPr><w:t>ế</w:t>', "FONT-01"),
        ('<w:rPr><w:color w:val="1F3864"/></w:rPr><w:t>xanh</w:t>', "FONT-02"),
        ('<w:rPr><w:highlight w:val="yellow"/></w:rPr><w:t>vàng</w:t>', "FONT-02"),
    ],
)
def test_letters_of_another_font_or_color_are_found(inside: str, expected: str) -> None:
    assert codes(changed(_in_body(inside))) == [expected]


def test_a_legacy_font_has_its_own_finding_only() -> None:
    inside = '<w:rPr><w:rFonts w:ascii=".VnTime" w:hAnsi=".VnTime"/></w:rPr><w:t>v¨n b¶n</w:t>'
    data = changed(_in_body(inside))
    assert codes(data) == []
    assert "D106" in [finding.code for finding in check_layout(read_word_file(data, "thu.docx"))]


# --- pages


def test_inches_that_round_to_the_decree_pass() -> None:
    def change(document: Document) -> None:
        for section in document.sections:
            margins = section._sectPr.find(qn("w:pgMar"))
            assert margins is not None
            for name, value in (("top", 1138), ("bottom", 1138), ("left", 1699), ("right", 1138)):
                margins.set(qn(f"w:{name}"), str(value))

    assert codes(changed(change)) == []


def test_a_gutter_widens_the_left_margin() -> None:
    def change(document: Document) -> None:
        document.sections[0].gutter = Mm(10)

    assert codes(changed(change)) == ["TRANG-03"]


def test_a_second_appendix_in_the_section_of_the_first_is_found() -> None:
    def change(document: Document) -> None:
        last = document.element.body.xpath("w:p/w:pPr/w:sectPr")[-1]
        last.getparent().remove(last)

    assert "SOTRANG-03" in codes(changed(change))
