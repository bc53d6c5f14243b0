"""Findings name what is wrong, once, and leave alone what is usual."""

from __future__ import annotations

import copy

import pytest

from nq57gen.checks.layout.engine import check_layout
from nq57gen.checks.layout.rule import edit
from nq57gen.fixing.opened import Opened
from nq57gen.fixing.order import child
from nq57gen.reading.word_file import read_word_file
from nq57gen.reading.xml import w
from tests.checks.edited_xml import only_text
from tests.checks.edits import apply
from tests.checks.good import other
from tests.checks.placed import LETTER, Change, after, elements, parsed, plan


def attached(text: str) -> Change:
    def change(opened: Opened) -> None:
        piece = opened.parts.appendices[0].attachment
        assert piece is not None
        behind = opened.behind(piece.paragraph)
        assert behind is not None
        only_text(behind.elements[-1], text)

    return change


BY = "của Ủy ban nhân dân phường Minh Hưng"


@pytest.mark.parametrize(
    ("text", "told", "code"),
    [
        (
            f"(Kèm theo Kế hoạch số 05/KH-UBND ngày 05/3/2026 {BY})",
            "ghi “ngày 05/3/2026”, viết “ngày 05 tháng 3 năm 2026”",
            "WARNING ND30-PL-05",
        ),
        (
            f"(Ban hành kèm theo Kế hoạch số 05/KH-UBND ngày 5-03-2026 {BY})",
            "viết “ngày 05 tháng 3 năm 2026”",
            "WARNING ND30-PL-05",
        ),
        ("(Kèm theo Kế hoạch của phường)", "thiếu số, ký hiệu, ngày, tháng, năm", "ERROR ND30-PL-05"),
        (
            "(Kèm theo Kế hoạch số 05/KH-UBND ngày 05 tháng 3 năm 2026)",
            "thiếu cơ quan ban hành",
            "ERROR ND30-PL-05",
        ),
        (f"Kèm theo Kế hoạch số 05/KH-UBND ngày 05/3/2026 {BY}", "không trong ngoặc đơn", "ERROR ND30-PL-05"),
        (f"(Kèm theo Kế hoạch số 05/KH-UBND ngày 06/3/2026 {BY})", "ngày khác ngày", "ERROR ND30-PL-06"),
    ],
)
def test_what_an_attachment_line_lacks_is_named(text: str, told: str, code: str) -> None:
    _, found = after(plan(), attached(text))
    assert [one for one in found if one.startswith(code) and told in one]


def body_says(*texts: str) -> bytes:
    return apply(plan(), edit("body", "", insert="\n".join(texts)))


def layout_codes(data: bytes) -> set[str]:
    return {one.code for one in check_layout(read_word_file(data, "tep.docx"))}


@pytest.mark.parametrize("symbol", ["515/KH-BCA-BNN&MT", "12/2025/TT-BNN&MT", "45/BC-SKH&CN"])
def test_a_symbol_with_an_ampersand_is_read_whole(symbol: str) -> None:
    text = f"Tại Kế hoạch số {symbol} ngày 31 tháng 8 năm 2025 của Bộ Công an, các cơ quan có nhiệm vụ."
    assert "ND30-VD-01" not in layout_codes(body_says(text))
    undated = f"Tại Kế hoạch số {symbol} của Bộ Công an, các cơ quan có nhiệm vụ được giao theo dõi."
    assert "ND30-VD-01" in layout_codes(body_says(undated))


def cited(day: str, number: int) -> str:
    return f"Thực hiện Kế hoạch số {number}/KH-UBND {day} của Ủy ban nhân dân tỉnh về dữ liệu số {number}."


def test_short_dates_are_told_where_they_are_the_exception_alone() -> None:
    usual = [cited("ngày 22/7/2025", number) for number in range(31, 60)]
    assert "ND30-SN-01" in layout_codes(body_says(usual[0]))
    assert "ND30-SN-01" not in layout_codes(body_says(*usual))


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("- Lưu: VT, NC.Hà", "thiếu dấu chấm cuối dòng"),
        ("- Lưu VT, VHXH.", "sau “Lưu” thiếu dấu hai chấm"),
        ("- Lưu:VT, VHXH.", "dấu hai chấm sau “Lưu” không cách đúng một bên"),
        ("- lưu: VT.", "chữ “Lưu” không viết hoa chữ đầu"),
        ("-Lưu: VT.", "đầu dòng không phải gạch ngang và một khoảng trắng"),
        ("- Lưu: VHXH", "không ghi VT, thiếu dấu chấm cuối dòng"),
    ],
)
def test_what_is_wrong_with_the_archive_line_is_named(text: str, told: str) -> None:
    _, found = after(plan(), lambda opened: only_text(elements(opened, "recipients")[-1], text))
    assert [one for one in found if "NN-03" in one and f"ở đây: {told} (" in one]


@pytest.mark.parametrize(
    ("lines", "wrong"),
    [
        (("TM. BAN CHỈ ĐẠO", "PHÓ TRƯỞNG BAN"), True),
        (("TM. BAN CHỈ ĐẠO", "KT. TRƯỞNG BAN", "PHÓ TRƯỞNG BAN"), False),
        (("TM. BAN CHỈ ĐẠO", "TRƯỞNG BAN"), False),
        (("TM. TỔ CÔNG TÁC", "PHÓ TỔ TRƯỞNG"), True),
    ],
)
def test_a_deputy_of_any_body_signs_for_its_head(lines: tuple[str, ...], wrong: bool) -> None:
    def change(opened: Opened) -> None:
        for name, text in zip(
            elements(opened, "issuing_body"), ("BAN CHỈ ĐẠO", "CHUYỂN ĐỔI SỐ"), strict=True
        ):
            only_text(name, text)
        first, *more = elements(opened, "authority")
        for one in more:
            one.getparent().remove(one)
        for text in reversed(lines[1:]):
            line = copy.deepcopy(first)
            only_text(line, text)
            first.addnext(line)
        only_text(first, lines[0])

    _, found = after(plan(), change)
    assert any("ND30-KY-04" in one for one in found) is wrong


@pytest.mark.parametrize(
    ("above", "below", "wrong"),
    [
        (
            "Việc chuẩn bị dữ liệu của các cơ quan có tính chất quyết định để bảo đảm",
            "hoàn thành nhiệm vụ được giao.",
            True,
        ),
        (
            "Các cơ quan, đơn vị chủ động phối hợp với Công an phường rà soát toàn bộ hồ sơ",
            "của người dân; kết quả báo cáo hằng tháng;",
            True,
        ),
        ("Các cơ quan, đơn vị chủ động phối hợp với Công an phường rà soát hồ sơ gồm:", "hồ sơ giấy.", False),
        ("Kết quả", "hoàn thành nhiệm vụ được giao.", False),
        (
            "Các cơ quan, đơn vị chủ động phối hợp với Công an phường rà soát toàn bộ hồ sơ",
            "- hoàn thành việc số hóa.",
            False,
        ),
    ],
)
def test_a_paragraph_torn_in_two_is_told(above: str, below: str, wrong: bool) -> None:
    assert ("ND30-VH-01" in layout_codes(body_says(above, below))) is wrong


LONG_NAME = (
    "- Thủ trưởng các cơ quan chuyên môn, các đơn vị sự nghiệp công lập thuộc Ủy ban nhân dân phường "
    "Minh Hưng, tỉnh Đồng Nai;"
)


@pytest.mark.parametrize(
    ("start", "indent", "wrong"),
    [
        ("<w:tab/>", 0, True),
        ('<w:t xml:space="preserve">      </w:t>', 0, True),
        ("<w:tab/>", 1700, False),
        ("", 0, False),
    ],
)
def test_an_addressee_that_goes_on_at_the_margin_is_told(start: str, indent: int, wrong: bool) -> None:
    def change(opened: Opened) -> None:
        paragraph = elements(opened, "addressees")[0]
        only_text(paragraph, LONG_NAME)
        margins = child(child(paragraph, "pPr"), "ind")
        margins.attrib.clear()
        margins.set(w("left"), str(indent))
        for sign in list(parsed(f"<w:r>{start}</w:r>")):
            paragraph.find(f"{w('r')}/{w('t')}").addprevious(sign)

    _, found = after(other(LETTER), change)
    assert any("KG-03" in one and "về sát lề" in one for one in found) is wrong
