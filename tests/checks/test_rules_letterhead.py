"""The rules for the letterhead: correct ones of unusual make, faulty ones, and tables of texts."""

from __future__ import annotations

import pytest

from nq57gen.checks.layout.pieces import is_typed_line
from tests.checks import letterheads as head
from tests.checks.letterheads import LEFT, RIGHT, cell, codes, paragraph, table

_STOPS = f'<w:tab w:val="center" w:pos="{LEFT // 2}"/><w:tab w:val="center" w:pos="{LEFT + RIGHT // 2}"/>'
_TABS = f"<w:tabs>{_STOPS}</w:tabs>"
_ROW_2 = (cell(LEFT, paragraph("number", head.NUMBER)), cell(RIGHT, paragraph("date", head.DATE)))
_LINE_20 = '<w:top w:val="single" w:sz="4" w:space="0" w:color="auto"/>'

GOOD_LETTERHEADS = {
    "usual": head.usual(),
    "one row": table(
        (
            cell(LEFT, head.names(), head.under_name(), paragraph("number", head.NUMBER)),
            cell(RIGHT, head.national(), head.under_motto(), paragraph("date", head.DATE)),
        )
    ),
    "a row for each line of text": table(
        (cell(LEFT, paragraph("name", "ỦY BAN NHÂN DÂN")), cell(RIGHT, paragraph("national", head.NATIONAL))),
        (
            cell(LEFT, paragraph("name", "PHƯỜNG MINH HƯNG"), head.under_name()),
            cell(RIGHT, paragraph("motto", head.MOTTO), head.under_motto()),
        ),
        _ROW_2,
    ),
    "both lines anchored in the left column": table(
        (
            cell(LEFT, head.names(), paragraph("empty", drawn=head.shape(20) + head.shape(60.5, left_mm=83))),
            cell(RIGHT, head.national()),
        ),
        _ROW_2,
    ),
    "lines anchored in number and date": table(
        (cell(LEFT, head.names()), cell(RIGHT, head.national())),
        (
            cell(LEFT, paragraph("number", head.NUMBER, drawn=head.shape(20, vml=True))),
            cell(RIGHT, paragraph("date", head.DATE, drawn=head.shape(60.5, vml=True))),
        ),
    ),
    "lines as borders of narrow cells": table(
        (cell(LEFT, head.names(), span=3), cell(RIGHT, head.national(), span=3)),
        (
            cell(1190, paragraph("empty")),
            cell(1135, paragraph("empty"), borders=_LINE_20),
            cell(1190, paragraph("empty")),
            cell(1205, paragraph("empty")),
            cell(3430, paragraph("empty"), borders=_LINE_20),
            cell(1205, paragraph("empty")),
        ),
        (
            cell(LEFT, paragraph("number", head.NUMBER), span=3),
            cell(RIGHT, paragraph("date", head.DATE), span=3),
        ),
        grid=(1190, 1135, 1190, 1205, 3430, 1205),
    ),
    "line breaks in place of paragraphs": table(
        (
            cell(LEFT, paragraph("name", "ỦY BAN NHÂN DÂN\nPHƯỜNG MINH HƯNG"), head.under_name()),
            cell(
                RIGHT,
                paragraph("national", head.NATIONAL, more=head.run("motto", f"\n{head.MOTTO}")),
                head.under_motto(),
            ),
        ),
        _ROW_2,
    ),
    "tabs": (
        paragraph("name", "\tỦY BAN NHÂN DÂN", tabs=_TABS, more=head.run("national", f"\t{head.NATIONAL}"))
        + paragraph("name", "\tPHƯỜNG MINH HƯNG", tabs=_TABS, more=head.run("motto", f"\t{head.MOTTO}"))
        + paragraph("empty", drawn=head.shape(20) + head.shape(60.5, left_mm=83))
        + paragraph("number", f"\t{head.NUMBER}", tabs=_TABS, more=head.run("date", f"\t{head.DATE}"))
    ),
    "tabs, more names than lines on the right": (
        paragraph(
            "number", "\tUBND PHƯỜNG MINH HƯNG", tabs=_TABS, more=head.run("national", f"\t{head.NATIONAL}")
        )
        + paragraph("name", "\tPHÒNG KINH TẾ, HẠ TẦNG", tabs=_TABS, more=head.run("motto", f"\t{head.MOTTO}"))
        + paragraph("name", "\tVÀ ĐÔ THỊ", tabs=_TABS)
        + paragraph("empty", drawn=head.shape(20) + head.shape(60.5, left_mm=83))
        + paragraph("number", "\tSố: 05/KH-KTHTĐT", tabs=_TABS, more=head.run("date", f"\t{head.DATE}"))
    ),
    "a long name on two lines": table(
        (
            cell(
                LEFT,
                paragraph("name", "ỦY BAN NHÂN DÂN PHƯỜNG MINH HƯNG THÀNH PHỐ ĐỒNG NAI"),
                paragraph("empty", border="bottom", indent=1000),
            ),
            cell(RIGHT, head.national(), head.under_motto()),
        ),
        _ROW_2,
    ),
    "a draft": head.usual(number="Số:       /KH-UBND", date="Minh Hưng, ngày      tháng      năm 2026"),
    "a draft with dots": head.usual(number="Số: ……/KH-UBND", date="Minh Hưng, ngày … tháng … năm 2026"),
    "a draft with more dots": head.usual(
        number="Số: ..../KH-UBND", date="Minh Hưng, ngày .... tháng ... năm 20..."
    ),
    "the mark of a draft above the names": table(
        (
            cell(LEFT, paragraph("number", "DỰ THẢO"), head.names(), head.under_name()),
            cell(RIGHT, head.national(), head.under_motto()),
        ),
        _ROW_2,
    ),
}


@pytest.mark.parametrize("name", GOOD_LETTERHEADS)
def test_letterheads_of_any_make_pass(name: str) -> None:
    assert codes(head.with_letterhead(GOOD_LETTERHEADS[name])) == []


def test_a_letterhead_in_a_section_of_two_columns_passes() -> None:
    margins = 'w:top="1134" w:right="850" w:bottom="1134" w:left="1701"'
    section = (
        '<w:p><w:pPr><w:sectPr><w:type w:val="continuous"/><w:pgSz w:w="11906" w:h="16838"/>'
        f'<w:pgMar {margins} w:header="567" w:footer="567" w:gutter="0"/>'
        '<w:cols w:num="2" w:space="0"/></w:sectPr></w:pPr></w:p>'
    )
    left = head.names() + paragraph("number", head.NUMBER, drawn=head.shape(20))
    right = head.national() + paragraph("date", head.DATE, drawn=head.shape(60.5))
    assert codes(head.with_letterhead(left + right + section)) == []


BAD_LETTERHEADS = {
    "no line under the motto, one under the name": (
        table((cell(LEFT, head.names(), head.under_name()), cell(RIGHT, head.national())), _ROW_2),
        ["TN-02"],
    ),
    "a drawn line in the other column only": (
        table(
            (
                cell(LEFT, head.names(), paragraph("empty", drawn=head.shape(20))),
                cell(RIGHT, head.national()),
            ),
            _ROW_2,
        ),
        ["TN-02"],
    ),
    "a drawn line that is too short": (
        table(
            (
                cell(LEFT, head.names(), head.under_name()),
                cell(RIGHT, head.national(), paragraph("empty", drawn=head.shape(30))),
            ),
            _ROW_2,
        ),
        ["TN-02"],
    ),
    "underscores under the motto": (
        table(
            (
                cell(LEFT, head.names(), head.under_name()),
                cell(RIGHT, head.national(), paragraph("empty", "________________________")),
            ),
            _ROW_2,
        ),
        ["KE-01"],
    ),
    "hyphens under the name": (
        table(
            (
                cell(LEFT, head.names(), paragraph("empty", "----------")),
                cell(RIGHT, head.national(), head.under_motto()),
            ),
            _ROW_2,
        ),
        ["KE-01", "CQ-02"],
    ),
    "everything in one column": (
        head.national()
        + head.under_motto()
        + head.names()
        + head.under_name()
        + paragraph("number", head.NUMBER)
        + paragraph("date", head.DATE),
        ["BOCUC-01", "BOCUC-01", "TN-02", "CQ-02"],
    ),
    "a name that is bold with the body above it": (
        table(
            (
                cell(
                    LEFT,
                    paragraph("name", "UBND PHƯỜNG MINH HƯNG"),
                    paragraph("name", "PHÒNG VĂN HÓA - XÃ HỘI"),
                    head.under_name(),
                ),
                cell(RIGHT, head.national(), head.under_motto()),
            ),
            _ROW_2,
        ),
        ["CQ-03"],
    ),
    "national name too wide for its column": (
        table(
            (
                cell(4600, head.names(), head.under_name(4600)),
                cell(4755, head.national(), head.under_motto(4755)),
            ),
            _ROW_2,
            grid=(4600, 4755),
        ),
        ["QH-02"],
    ),
}


@pytest.mark.parametrize("name", BAD_LETTERHEADS)
def test_faults_of_letterheads_are_found(name: str) -> None:
    blocks, expected = BAD_LETTERHEADS[name]
    assert codes(head.with_letterhead(blocks)) == expected


@pytest.mark.parametrize(
    ("number", "expected"),
    [
        ("Số: 05/KH-UBND", []),
        ("Số:05/KH-UBND", []),
        ("Số : 123/KH-UBND", []),
        ("Số: 1024/KH-BCĐ57", []),
        ("Số: 12/KH-SKH&CN", []),
        ("Số:     /KH-UBND", []),
        ("Số 05/KH-UBND", ["SO-01"]),
        ("SỐ: 05/KH-UBND", ["SO-01"]),
        ("Số: 5/KH-UBND", ["SO-04"]),
        ("Số: IV/KH-UBND", ["SO-04"]),
        ("Số: 05 /KH-UBND", ["SO-02"]),
        ("Số: 05/ KH-UBND", ["SO-02"]),
        ("Số: 05/KH- UBND", ["SO-02"]),
        ("Số: 05/KH–UBND", ["SO-02"]),
        ("Số: 05/UBND", ["SO-02"]),
        ("Số: 05/2026/KH-UBND", ["SO-02"]),
        ("Số: 05-KH/ĐU", ["SO-02"]),
        ("Số: 05/kh-UBND", ["VT-01"]),
        ("Số: 05/BC-UBND", ["VT-01"]),
        ("Số: 05/UBND-VX", ["VT-01"]),
    ],
)
def test_numbers(number: str, expected: list[str]) -> None:
    assert codes(head.with_letterhead(head.usual(number=number))) == expected


@pytest.mark.parametrize(
    ("date", "expected"),
    [
        ("Minh Hưng, ngày 15 tháng 12 năm 2026", []),
        ("Phường Minh Hưng, ngày 01 tháng 02 năm 2026", []),
        ("Minh Hưng, ngày   tháng 3 năm 2026", []),
        ("Minh Hưng, ngày …/…/2026", []),  # not a date: the component is missing
        ("Minh Hưng ngày 05 tháng 3 năm 2026", ["DD-02"]),
        ("Minh Hưng, ngày 05/3/2026", ["DD-02"]),
        ("Minh Hưng, 05-3-2026", ["DD-02"]),
        ("Minh hưng, ngày 05 tháng 3 năm 2026", ["DD-02"]),
        ("Minh Hưng, ngày 31 tháng 4 năm 2026", ["DD-02"]),
        ("Minh Hưng, ngày 05 tháng 13 năm 2026", ["DD-02"]),
        ("Minh Hưng, ngày 05 tháng 3 năm 2026.", ["DD-02"]),
        ("Minh Hưng, Ngày 05 Tháng 3 Năm 2026", ["DD-02"]),
        ("Minh Hưng, ngày 5 tháng 2 năm 2026", ["DD-03", "DD-03"]),
        ("Minh Hưng, ngày 05 tháng 03 năm 2026", ["DD-04"]),
        ("Đồng Nai, ngày 05 tháng 3 năm 2026", ["DD-05"]),
        ("Thành phố Đồng Nai, ngày 05 tháng 3 năm 2026", ["DD-05"]),
        ("3, ngày 05 tháng 3 năm 2026", ["DD-06"]),
    ],
)
def test_places_and_dates(date: str, expected: list[str]) -> None:
    found = codes(head.with_letterhead(head.usual(date=date)))
    assert [code for code in found if code != "DD-07"] == expected


@pytest.mark.parametrize(
    "text", ["____", " ---- ", "─────", "———", "--- ---", "-----o0o-----", "~~~~", "***"]
)
def test_signs_in_a_row_are_typed_lines(text: str) -> None:
    assert is_typed_line(text)


@pytest.mark.parametrize(
    "text", ["", "-", "--", "- Như trên;", "...", "……", "ooo", "Số: ____/KH-UBND", "57-NQ/TW"]
)
def test_other_texts_are_no_typed_lines(text: str) -> None:
    assert not is_typed_line(text)
